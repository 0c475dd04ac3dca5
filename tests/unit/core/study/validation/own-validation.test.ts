import { Writable } from 'node:stream';
import { describe, expect, it } from 'vitest';
import { validationDocument } from '../../../../../core/show/validation/validation-document.ts';
import type { Reading, Shares } from '../../../../../core/study/validation/measure-readings.ts';
import { ownValidation, type ValidatedFile } from '../../../../../core/study/validation/own-validation.ts';
import { writeSectioned } from '../../../../../headless/pdf/write-sectioned.ts';
import { seedRandom } from '../../../../../test-data/random.ts';

const random = seedRandom(5);
const share = (percent: number, isOfPerson = true, isWithheld = false) => ({ percent, isOfPerson, isWithheld });
const shares = (of: { readonly [quantity: string]: ReturnType<typeof share> }): Shares => new Map(Object.entries(of));
const reading = (of: Parameters<typeof shares>[0], effects: Reading['effects'] = []): Reading => ({ shares: shares(of), effects });

/** Persons who differ by `apart` points, and automatic gates that lie `off` beside their mean. */
function files(count: number, off: number, apart: number): readonly ValidatedFile[] {
  return Array.from({ length: count }, (_, i) => {
    const mean = 60 + i;
    const effects = [{ gate: 'NK, NKT-like, T, CD3-CD56-', points: apart / 2 }];
    return {
      name: `file ${i}`,
      automatic: shares({ nk: share(mean + off + 0.1 * random.normal(), false), other: share(5, false) }),
      readings: [reading({ nk: share(mean - apart / 2), other: share(5, false) }), reading({ nk: share(mean + apart / 2) }, effects)],
    };
  });
}

describe('automatic gates against two persons', () => {
  it('tell the bias against the mean of both, against each, and between them', () => {
    const { quantities, causes, ungated } = ownValidation(['a', 'b'], 'nk', files(20, -2, 3), []);
    expect(quantities.map(({ quantity }) => quantity)).toEqual(['nk']);
    const [{ automatic, byPerson, between }] = quantities as [(typeof quantities)[0]];
    expect(automatic.bias).toBeCloseTo(-2, 0);
    expect(byPerson[0].bias).toBeCloseTo(-0.5, 0);
    expect(byPerson[1].bias).toBeCloseTo(-3.5, 0);
    expect(between.bias).toBeCloseTo(3, 9);
    expect(automatic.biasInterval[0]).toBeLessThan(-2 + 0.2);
    expect(causes).toEqual([{ gate: 'NK, NKT-like, T, CD3-CD56-', person: 'b', files: 20, mean: 1.5, largest: 1.5, file: 'file 0' }]);
    expect(ungated).toEqual([]);
  });
  it('leave out what nobody touched, and red gates, and say so', () => {
    const given = files(6, 0, 1);
    const [first, second, ...rest] = given as [ValidatedFile, ValidatedFile, ...ValidatedFile[]];
    const untouched: ValidatedFile = { ...first, readings: [reading({ nk: share(60, false) }), first.readings[1]] };
    const red: ValidatedFile = { ...second, automatic: shares({ nk: share(61, false, true) }) };
    const { quantities, ungated } = ownValidation(['a', 'b'], 'nk', [untouched, red, ...rest], []);
    expect(quantities[0]).toMatchObject({ files: 4, withheld: 1 });
    expect(ungated).toEqual([{ file: 'file 0', person: 'a' }]);
    expect(ownValidation(['a', 'b'], 'nk', given.slice(0, 2), []).quantities).toEqual([]);
  });
  it('tell how well a person repeats, from three pairs on', () => {
    const pairs = [1, -2, 1.5, 0.5].map((difference, i) => ({
      person: 'a',
      file: `${i}`,
      readings: [shares({ nk: share(50) }), shares({ nk: share(50 + difference) })] as const,
    }));
    const [found] = ownValidation(['a', 'b'], 'nk', files(3, 0, 1), pairs).repeatability;
    const sd = Math.sqrt((1 + 4 + 2.25 + 0.25) / 8);
    expect(found?.sd).toBeCloseTo(sd, 12);
    expect(found?.coefficient).toBeCloseTo(2.77 * sd, 1);
    // chi-square of 4 degrees: 0.4844 and 11.1433
    expect(found?.interval[0]).toBeCloseTo(Math.sqrt((sd * sd * 4) / 11.1433), 4);
    expect(found?.interval[1]).toBeCloseTo(Math.sqrt((sd * sd * 4) / 0.4844), 3);
    expect(ownValidation(['a', 'b'], 'nk', files(3, 0, 1), pairs.slice(0, 2)).repeatability).toEqual([]);
  });
  it.each(['en', 'ja'] as const)('stand on one page, however much there is (%s)', async (language) => {
    const names = Array.from({ length: 40 }, (_, i) => `Singlets of a long name/Live cells of an even longer name ${i}`);
    const many = Array.from({ length: 60 }, (_, i): ValidatedFile => {
      const one = (isOfPerson: boolean) =>
        shares(Object.fromEntries(['nk', ...names].map((name) => [name, share(50 + i + random.normal(), isOfPerson)])));
      const effects = names.slice(0, 20).map((gate) => ({ gate, points: random.normal() }));
      return {
        name: `a very long name of a file of a laboratory, number ${i}.fcs`,
        automatic: one(false),
        readings: [
          { shares: i < 20 ? shares({}) : one(true), effects },
          { shares: one(true), effects },
        ],
      };
    });
    const again = ['a', 'b'].flatMap((person) =>
      [1, 2, 3].map((i) => ({ person, file: `${i}`, readings: [shares({ nk: share(50) }), shares({ nk: share(50 + i) })] as const })),
    );
    const validation = ownValidation(['a', 'b'], 'nk', many, again);
    const protocol = { name: 'NK / T of cultured lymphocytes', revision: 1 };
    const document = validationDocument(
      { validation, protocol, changed: ['session.lymphoscope'], digests: ['0'.repeat(64)] },
      { language, version: '0', timeZone: 'UTC' },
    );
    const parts: Buffer[] = [];
    const out = new Writable({
      write(part: Buffer, _, done) {
        parts.push(part);
        done();
      },
    });
    await writeSectioned([document], out);
    expect(
      Buffer.concat(parts)
        .toString('latin1')
        .match(/\/Type \/Page\b(?!s)/g),
    ).toHaveLength(1);
  });
});
