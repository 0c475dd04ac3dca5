import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { analyseSample, type Host } from '../../core/analyse.ts';
import { bytesSource } from '../../core/base/byte-source.ts';
import { mapCoordinates } from '../../core/gating/gates/gates.ts';
import { emptyBook, type OverrideBook } from '../../core/study/overrides/override-book.ts';
import { parseProtocol } from '../../core/study/protocol/protocol.ts';
import { gateDistances, peersByRole } from '../../core/study/review/gate-distance.ts';
import { gateFacts } from '../../core/study/review/gate-facts.ts';
import { inOrder } from '../../core/study/review/review-order.ts';
import type { SampleAnalysis } from '../../core/study/sample/sample-analysis.ts';
import { createPool, createSha256 } from '../../headless/host/host.ts';
import { type PlantedFault, type PlantedRun, plantedFaults, plantedRuns } from '../../test-data/planted-runs.ts';
import { countForProof, proofSeed } from '../proof.ts';

/*
 * 300 runs of one laboratory with 12 planted faults, three of each kind: sorted by the distance of the gate of NK cells from its peers, all 12 stand
 * among the first 24. `npm run prove -- review` does such archives at full size; the suite does one of 40 runs with one of each kind, among the first 8.
 */

const isProof = process.env['LYMPHO_PROOF_COUNTS'] !== undefined;
const [RUNS, OF_EACH, FIRST] = isProof ? [300, 3, 24] : [40, 1, 8];
const seed = isProof ? proofSeed % 100_000 : 5;
const nk = { population: 'Singlets/Live/Lymphocytes/NK' };
/** How far a hand moved the gate, in parts of the axis. */
const SHIFT = 0.08;

const protocol = parseProtocol(readFileSync('core/study/protocol/nk-t.json', 'utf8'));
const host: Host = { pool: createPool(), createHash: createSha256, software: 'test', protocolSha256: '0'.repeat(64) };

it(`finds planted faults among the first ${FIRST} of ${RUNS} (seed ${seed})`, async () => {
  const samples: { id: string; name: string; role: string; fault: PlantedFault | undefined; analysis: SampleAnalysis }[] = [];
  for (const run of plantedRuns({ count: RUNS, ofEach: OF_EACH, events: isProof ? 4000 : 2500, seed })) {
    const analysis = await analysed(run);
    samples.push({ id: run.name, name: run.name, role: analysis.sample.metadata.role, fault: run.fault, analysis });
  }
  const facts = samples.map((sample) => ({ ...sample, facts: gateFacts(sample.analysis, nk) }));
  const distances = gateDistances(facts, peersByRole);
  const ordered = inOrder(
    facts.map((sample) => ({ ...sample, distance: distances.get(sample.id)?.distance, light: sample.facts?.light, change: undefined })),
    'distance',
  );
  const places = Object.fromEntries(
    plantedFaults.map((fault) => [fault, ordered.flatMap((one, i) => (one.fault === fault ? [[i + 1, one.distance?.toFixed(1)]] : []))]),
  );
  process.stderr.write(`${JSON.stringify(places)} first of none: ${ordered.findIndex(({ fault }) => fault === undefined) + 1}\n`);
  const among = ordered.slice(0, FIRST).filter(({ fault }) => fault !== undefined).length;
  countForProof('archives', 1);
  countForProof('faults planted', plantedFaults.length * OF_EACH);
  countForProof(`faults among the first ${FIRST}`, among);
  expect(among).toBe(plantedFaults.length * OF_EACH);
}, 600_000);

async function analysed({ name, fault, bytes }: PlantedRun): Promise<SampleAnalysis> {
  const file = bytes();
  const source = bytesSource(name, file);
  const analysis = await analyseSample(source, protocol, host);
  if (fault !== 'shifted-gate') return analysis;
  return analyseSample(source, protocol, host, { overrides: shifted(analysis, createHash('sha256').update(file).digest('hex')) });
}

/** A person's gate, to the right of where it should be. */
function shifted(analysis: SampleAnalysis, sha256: string): OverrideBook {
  const placed = gateFacts(analysis, nk)?.placed;
  const to = placed && mapCoordinates(placed.gate, [(at) => at + SHIFT, (at) => at]);
  if (to === undefined) throw new Error('the gate cannot be moved');
  const entry = { sha256, dataset: 0, protocolSha256: host.protocolSha256, ...nk, version: 1, to };
  return { ...emptyBook, entries: [{ ...entry, by: 'a person', at: '2026-01-01T00:00:00.000Z', reason: 'planted' }] };
}
