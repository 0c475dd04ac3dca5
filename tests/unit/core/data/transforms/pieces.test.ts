import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { inPieces } from '../../../../../core/data/transforms/kind/pieces.ts';

const knees = fc.double({ min: 1e-3, max: 1e4, noNaN: true });
const sizes = fc.array(
  fc.double({ min: -9, max: 9, noNaN: true }).map((power) => 10 ** power),
  { minLength: 50, maxLength: 50 },
);

describe('pieces', () => {
  it('are as near to what they stand for as it is to the truth', () => {
    fc.assert(
      fc.property(knees, sizes, (knee, list) => {
        const solve = (size: number) => Math.asinh(size / knee) / 16;
        const { at } = inPieces(solve, knee, 1e5);
        for (const size of list) expect(Math.abs(at(size) - solve(size))).toBeLessThan(5e-15);
      }),
    );
  });

  it('give the same whatever was asked before', () => {
    fc.assert(
      fc.property(knees, sizes, (knee, list) => {
        const make = () => inPieces((size) => Math.asinh(size / knee) / 16, knee, 1e5).at;
        const at = make();
        const all = list.map(at);
        expect(list.map((size) => make()(size))).toEqual(all);
      }),
      { numRuns: 10 },
    );
  });

  it('are not used where the function is not smooth enough, nor beyond their reach', () => {
    const rough = (size: number) => size + (size > 3.1 ? 1e-9 : 0);
    const { at, reach } = inPieces(rough, 1, 1000);
    for (const size of [3.05, 3.1, 3.100001, 3.2, 1e12, Number.POSITIVE_INFINITY]) expect(at(size)).toBe(rough(size));
    expect(reach).toBeGreaterThan(1000);
  });
});
