import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { analyseSample } from '../../core/analyse.ts';
import { bytesSource } from '../../core/base/byte-source.ts';
import { Problem } from '../../core/base/problem.ts';
import { parseProtocol } from '../../core/study/protocol/protocol.ts';
import { createPool, createSha256 } from '../../headless/host/host.ts';
import { sharedFolder } from '../shared-data.ts';

/** What a file must give: the truth in percent of lymphocytes, or no number. */
interface Case {
  readonly expect: 'right' | 'right-or-withheld' | 'withheld-or-refused';
  readonly truth?: { readonly [role: string]: number };
}
const folder = path.join(sharedFolder, 'wild');
const hasWild = existsSync(path.join(folder, 'truth.json'));
const { tolerancePoints, files }: { tolerancePoints: number; files: { readonly [name: string]: Case } } = hasWild
  ? JSON.parse(readFileSync(path.join(folder, 'truth.json'), 'utf8'))
  : { tolerancePoints: 0, files: {} };
const protocol = parseProtocol(readFileSync(new URL('../../core/study/protocol/nk-t.json', import.meta.url), 'utf8'));
const host = { pool: createPool(), createHash: createSha256, software: 'test', protocolSha256: 'test' };

/** The composition in percent; nothing where it is withheld or the file refused. */
async function numbersOf(name: string): Promise<{ readonly [role: string]: number } | undefined> {
  try {
    const { composition, features } = await analyseSample(bytesSource(name, readFileSync(path.join(folder, name))), protocol, host);
    // what one place withholds no other shows
    expect(composition === undefined).toBe(!features.some(({ id }) => id === 'nk'));
    return composition && Object.fromEntries(composition.parts.map(({ role, percent }) => [role, percent]));
  } catch (error) {
    if (!(error instanceof Problem)) throw error;
    return undefined;
  }
}

describe.skipIf(!hasWild)("on other people's files no number is wrong", () => {
  it.each(Object.entries(files))('%s', async (name, { expect: wanted, truth = {} }) => {
    const numbers = await numbersOf(name);
    if (wanted === 'withheld-or-refused') expect(numbers).toBeUndefined();
    if (wanted === 'right') expect(numbers).toBeDefined();
    if (numbers !== undefined)
      for (const [role, percent] of Object.entries(truth))
        expect(Math.abs((numbers[role] ?? Number.NaN) - percent), `${role} ${numbers[role]} for ${percent}`).toBeLessThanOrEqual(
          tolerancePoints,
        );
  });
});
