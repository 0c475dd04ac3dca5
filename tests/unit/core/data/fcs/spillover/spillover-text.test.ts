import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Channel } from '../../../../../../core/data/events/channel.ts';
import { parseSpillover } from '../../../../../../core/data/fcs/spillover/spillover-text.ts';

const channelsOf = (names: readonly string[]): readonly Channel[] =>
  names.map((name, i) => ({ index: i + 1, name, bits: 32, range: 1024, detail: {} }));

const size = fc.integer({ min: 1, max: 6 });
const coefficient = fc.integer({ min: -50, max: 900 }).map((value) => value / 1000);
const nameWith = (letters: string) => fc.stringMatching(new RegExp(`^[A-Z]{1,4}[${letters}]{0,3}[A-Z0-9]{1,3}$`));

const matrixOf = (n: number) =>
  fc
    .array(fc.array(coefficient, { minLength: n, maxLength: n }), { minLength: n, maxLength: n })
    .map((rows) => rows.map((row, i) => row.with(i, 1)));

describe('the text of a matrix', () => {
  it('is read with any separator, decimal sign, blanks and a separator too many', () => {
    const notations = [
      [',', '.'],
      [';', '.'],
      [';', ','],
      ['\t', '.'],
      ['\t', ','],
    ] as const;
    fc.assert(
      fc.property(
        size.chain((n) => fc.tuple(fc.uniqueArray(nameWith('A-Z -'), { minLength: n, maxLength: n }), matrixOf(n))),
        fc.constantFrom(...notations),
        fc.constantFrom('', ' '),
        fc.integer({ min: 0, max: 2 }),
        ([names, matrix], [separator, decimal], blank, more) => {
          const numbers = matrix.flat().map((value) => String(value).replace('.', decimal));
          const text = [names.length, ...names, ...numbers].join(`${blank}${separator}`) + separator.repeat(more);
          expect(parseSpillover(text, channelsOf(names))).toEqual({ names, matrix });
        },
      ),
    );
  });

  it('tells by its n x n values where names end, though they hold the separator', () => {
    fc.assert(
      fc.property(
        size.chain((n) => fc.tuple(fc.uniqueArray(nameWith(','), { minLength: n, maxLength: n }), matrixOf(n))),
        ([names, matrix]) => {
          const read = parseSpillover([names.length, ...names, ...matrix.flat()].join(','), channelsOf(names));
          // two ways to join the pieces are no reading
          if ('names' in read) expect(read).toEqual({ names, matrix });
          else expect(names.length).toBeGreaterThan(1);
        },
      ),
    );
    const names = ['PE-Cy5,5-A', 'FITC-A', 'APC, red'];
    const unit = [1, 0, 0, 0, 1, 0, 0, 0, 1];
    expect(parseSpillover([3, ...names, ...unit].join(','), channelsOf(names))).toMatchObject({ names });
  });

  it.each([
    '2,A,B,1,0,0',
    '2,A,B,1,x,0,1',
    '2,A,B,C,1,0,0,1',
    '2,A,B,1,NaN,0,1',
    '2,A,B,1,Infinity,0,1',
    'two,A,B,1,0,0,1',
    '',
    '0',
    '5000,A',
  ])('"%s" is none', (text) => expect(parseSpillover(text, channelsOf(['A', 'B']))).toHaveProperty('reason'));
});
