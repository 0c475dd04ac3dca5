import { describe, expect, it } from 'vitest';
import { bytesSource } from '../../core/base/byte-source.ts';
import { Problem } from '../../core/base/problem.ts';
import { judgeValues } from '../../core/data/fcs/plausible/judge-values.ts';
import { openFcs } from '../../core/data/fcs/read/open.ts';
import { unsafeValueCodes, valueFindings } from '../../core/data/fcs/value-findings.ts';
import { seedRandom } from '../../test-data/random.ts';
import { honestFile, lies } from '../fixtures/lying-files.ts';
import { countForProof, proofSeed } from '../proof.ts';

/* One lie a file about its values, the rest consistent. `npm run prove -- lies` ten times as many. */

const FILES = 220;

/** What reading a file says of its values: the code of a refusal, or of its findings. */
async function said(bytes: Uint8Array): Promise<readonly string[]> {
  const source = bytesSource('lie.fcs', bytes);
  try {
    const { datasets } = await openFcs(source);
    const findings = await judgeValues(datasets[0]!, source, { isLast: true, mayRefuse: true });
    return findings.map(({ code }) => code).filter((code) => Object.hasOwn(valueFindings, code));
  } catch (error) {
    if (!(error instanceof Problem)) throw error;
    return [error.code];
  }
}

describe('lies about values', () => {
  it(`are refused or said, and honest files are not doubted (seed ${proofSeed})`, async () => {
    let told = 0;
    for (let file = 0; told < FILES; file++) {
      const seed = (proofSeed + 7919 * file) % 2 ** 31;
      const honest = honestFile(seed);
      expect(await said(honest.bytes), `honest file ${seed} (${honest.storage})`).toEqual([]);
      countForProof('honest files', 1);
      for (const { name, tell } of lies) {
        const bytes = tell(honest, seedRandom(seed));
        if (bytes === undefined) continue;
        const codes = await said(bytes);
        const isSeen = codes.some((code) => unsafeValueCodes.has(code) || !Object.hasOwn(valueFindings, code));
        expect({ seed, storage: honest.storage, lie: name, codes, isSeen }).toMatchObject({ isSeen: true });
        countForProof(`lies: ${name}`, 1);
        told++;
      }
    }
  });
});
