import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { analyseSample, type Host } from '../../core/analyse.ts';
import { bytesSource } from '../../core/base/byte-source.ts';
import { encodeFcs } from '../../core/data/fcs/write/write.ts';
import { type Thumbnail, thumbnailsOf } from '../../core/statistics/histograms/thumbnail.ts';
import { parseProtocol } from '../../core/study/protocol/protocol.ts';
import { fingerprintOf } from '../../core/study/review/fingerprint.ts';
import { type Labelled, labelDoubts } from '../../core/study/review/label-doubts.ts';
import { createPool, createSha256 } from '../../headless/host/host.ts';
import type { CultureId } from '../../test-data/culture-specs.ts';
import { simulateSample } from '../../test-data/simulate-sample.ts';
import { countForProof, proofSeed } from '../proof.ts';

/*
 * Tubes of simulated lots, three of each, of one instrument and day: without a swap fewer than 1 % are warned about; of two tubes that were exchanged
 * between cultures both are. `npm run prove -- labels` does it at length.
 */

const isProof = process.env['LYMPHO_PROOF_COUNTS'] !== undefined;
const [LOTS, TUBES] = isProof ? [40, 3] : [8, 3];
const seed = isProof ? proofSeed % 100_000 : 3;
const cultures: readonly CultureId[] = ['expanded-nk', 'cik', 'general-method', 'lak-3-day'];

const protocol = parseProtocol(readFileSync('core/study/protocol/nk-t.json', 'utf8'));
const host: Host = { pool: createPool(), createHash: createSha256, software: 'test', protocolSha256: '0'.repeat(64) };

async function labelled(lot: number, tube: number): Promise<Labelled> {
  const name = `SIM-W-${seed}-${lot}`;
  const order = { culture: cultures[lot % cultures.length]!, events: 2500, instrument: 'modern', lot: name } as const;
  const { content } = simulateSample({ ...order, seed: seed * 1000 + lot * 10 + tube });
  let thumbnails: readonly Thumbnail[] = [];
  const analysis = await analyseSample(bytesSource('x.fcs', encodeFcs(content)), protocol, host, {
    onGated: ({ populations }, _, { channel, columns }) => {
      thumbnails = thumbnailsOf(populations, channel, columns);
    },
  });
  return { id: `${name}/${tube}`, label: name, setting: '', fingerprint: fingerprintOf(analysis, thumbnails) };
}

it(`warns of swapped tubes and of hardly any other (seed ${seed})`, async () => {
  const tubes: Labelled[] = [];
  for (let lot = 0; lot < LOTS; lot++) for (let tube = 0; tube < TUBES; tube++) tubes.push(await labelled(lot, tube));
  const wrong = labelDoubts(tubes).size;
  // the first tubes of two lots are exchanged, one pair at a time
  let [planted, found, others] = [0, 0, 0];
  for (let lot = 0; lot + 1 < LOTS; lot += 2) {
    const [a, b] = [tubes[lot * TUBES]!, tubes[(lot + 1) * TUBES]!];
    const swapped = tubes.map((one) => (one === a ? { ...a, label: b.label } : one === b ? { ...b, label: a.label } : one));
    const doubts = labelDoubts(swapped);
    planted += 2;
    const right = [
      [a, b],
      [b, a],
    ].filter(([one, other]) => doubts.get(one!.id)?.candidate === one!.label && doubts.get(one!.id)?.label === other!.label);
    found += right.length;
    others += doubts.size - right.length;
  }
  const numbers = { tubes: tubes.length, wrong, planted, found, others };
  process.stderr.write(`${JSON.stringify(numbers)}\n`);
  for (const [what, count] of Object.entries(numbers)) countForProof(what, count);
  expect(wrong).toBeLessThan(Math.max(1, 0.01 * tubes.length));
  expect(found).toBeGreaterThanOrEqual(0.9 * planted);
}, 600_000);
