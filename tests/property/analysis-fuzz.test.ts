import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { analysePrepared } from '../../core/analyse.ts';
import { bytesSource } from '../../core/base/byte-source.ts';
import { Problem } from '../../core/base/problem.ts';
import { besideNumbers } from '../../core/show/report/beside-numbers.ts';
import { parseProtocol } from '../../core/study/protocol/protocol.ts';
import { findingText } from '../../core/study/sample/analysis-findings.ts';
import { assessPrepared } from '../../core/study/sample/assess-prepared.ts';
import { withSample } from '../../core/study/sample/with-sample.ts';
import { createPool, createSha256 } from '../../headless/host/host.ts';
import { type Random, seedRandom } from '../../test-data/random.ts';
import { mutate, smallFiles } from '../fixtures/mutated-files.ts';
import { countForProof, proofSeed } from '../proof.ts';

/** Here once; `npm run prove -- analysis` 40 times, with other seeds. */
const FILES = 250;
/** Milliseconds after which an analysis of so few events hangs. */
const HANGS = 10_000;

const protocols = ['nk-t', 'tbnk'].map((name) =>
  parseProtocol(readFileSync(new URL(`../../core/study/protocol/${name}.json`, import.meta.url), 'utf8')),
);
const host = { pool: createPool(), createHash: createSha256, software: 'test', protocolSha256: 'test' };

/** Below the edge where an unforeseen error becomes a sample's problem: what is no `Problem` is thrown. */
async function analyse(bytes: Uint8Array, random: Random): Promise<string> {
  const protocol = protocols[random.chance(0.8) ? 0 : 1]!;
  try {
    return await withSample(bytesSource('mutated.fcs', bytes), protocol, host, {}, async (sample) => {
      const { analysis } = await analysePrepared(sample, protocol, host, sample.raw.identity, { plots: random.chance(0.2) });
      if (random.chance(0.1)) assessPrepared(sample, protocol);
      for (const language of ['en', 'ja'] as const)
        expect(
          [...besideNumbers(analysis, language), ...analysis.findings.map((finding) => findingText(finding, language))].join('\n'),
        ).not.toMatch(/undefined|\[object/);
      for (const { percent } of analysis.composition?.parts ?? []) expect(percent).toSatisfy((value: number) => value >= 0 && value <= 100);
      return analysis.composition === undefined ? 'withheld' : 'counted';
    });
  } catch (error) {
    if (!(error instanceof Problem) || error.code === 'analysis-crashed') throw error;
    for (const language of ['en', 'ja'] as const) expect(error.in(language)).not.toMatch(/undefined|\[object/);
    return 'refused';
  }
}

it(`analyses or refuses ${FILES} mutated files (LYMPHO_PROOF_SEED=${proofSeed})`, async () => {
  const files = smallFiles();
  const ends = new Map<string, number>();
  for (let i = 0; i < FILES; i++) {
    const random = seedRandom((proofSeed + 7919 * i) % 2 ** 31);
    const file = files[i % files.length]!;
    const bytes = mutate(file, random);
    const begun = performance.now();
    const end = await analyse(bytes, random).catch((error: unknown) => {
      throw new Error(`mutation ${i} of ${file.name} (seed ${proofSeed}) crashed the analysis`, { cause: error });
    });
    expect(performance.now() - begun, `mutation ${i} of ${file.name} hangs`).toBeLessThan(HANGS);
    ends.set(end, (ends.get(end) ?? 0) + 1);
  }
  for (const [end, count] of ends) countForProof(`files ${end}`, count);
}, 300_000);
