import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { compileTransform } from '../../../../../core/data/transforms/transforms.ts';

/** Printed vectors: two independent solvers agree on them to 6 decimals. */
const inputs = [-10, -5, -1, 0, 0.3, 1, 3, 10, 100, 1000];
const vectors = [
  { T: 1000, W: 1, M: 4, A: 0, scaled: [0.067574, 0.147986, 0.228752, 0.25, 0.256384, 0.271248, 0.312897, 0.432426, 0.739548, 1] },
  { T: 1000, W: 1, M: 4, A: 1, scaled: [0.254059, 0.318389, 0.383001, 0.4, 0.405107, 0.416999, 0.450318, 0.545941, 0.791638, 1] },
  {
    T: 262_144,
    W: 0.5,
    M: 4.5,
    A: 0,
    scaled: [0.099918, 0.10551, 0.109991, 0.111111, 0.111447, 0.112232, 0.114472, 0.122304, 0.213181, 0.454338],
  },
];

const parameters = fc
  .record({
    T: fc.double({ min: 1, max: 1e8, noNaN: true }),
    M: fc.double({ min: 1, max: 8, noNaN: true }),
    w: fc.double({ min: 0, max: 0.99, noNaN: true }),
    a: fc.double({ min: 0, max: 1, noNaN: true }),
  })
  .map(({ T, M, w, a }) => ({ kind: 'logicle' as const, T, M, W: (w * M) / 2, A: a * (M - w * M) * 0.9 }));

describe('logicle', () => {
  it.each(vectors)('gives the printed vector of T=$T W=$W M=$M A=$A', ({ scaled, ...params }) => {
    const { scale } = compileTransform({ kind: 'logicle', ...params });
    inputs.forEach((input, i) => expect(scale(input)).toBeCloseTo(scaled[i] ?? Number.NaN, 6));
  });

  it('agrees with a bisection of its inverse to 1e-12', () => {
    fc.assert(
      fc.property(parameters, fc.double({ min: -1, max: 1, noNaN: true }), (params, share) => {
        const { scale, unscale } = compileTransform(params);
        const value = share * params.T;
        expect(Math.abs(scale(value) - bisect(unscale, value))).toBeLessThan(1e-12 * Math.max(1, Math.abs(scale(value))));
      }),
      { numRuns: 300 },
    );
  });

  it('puts T at 1 and rises', () => {
    fc.assert(
      fc.property(parameters, (params) => {
        const { scale } = compileTransform(params);
        expect(scale(params.T)).toBeCloseTo(1, 12);
        const positions = [-1, -0.1, -1e-3, 0, 1e-3, 0.1, 1].map((share) => scale(share * params.T));
        expect([...positions].sort((a, b) => a - b)).toEqual(positions);
      }),
    );
  });

  it.each([
    { T: 0, W: 0.5, M: 4.5, A: 0 },
    { T: 1000, W: 3, M: 4, A: 0 },
    { T: 1000, W: 1, M: 4, A: 3 },
    { T: 1000, W: 1, M: 4, A: -2 },
    { T: Number.NaN, W: 1, M: 4, A: 0 },
  ])('refuses parameters outside its domain: %o', (params) => {
    expect(() => compileTransform({ kind: 'logicle', ...params })).toThrow();
  });

  it('passes NaN and infinities through', () => {
    const { scale } = compileTransform({ kind: 'logicle', T: 1000, W: 1, M: 4, A: 0 });
    expect(scale(Number.NaN)).toBeNaN();
    expect(scale(Number.POSITIVE_INFINITY)).toBe(Number.POSITIVE_INFINITY);
  });
});

function bisect(unscale: (y: number) => number, value: number): number {
  let low = -20;
  let high = 20;
  while (high - low > 1e-15 * Math.max(1, Math.abs(low))) {
    const middle = (low + high) / 2;
    if (middle === low || middle === high) break;
    if (unscale(middle) < value) low = middle;
    else high = middle;
  }
  return (low + high) / 2;
}
