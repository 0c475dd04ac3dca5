import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { tabulateScale } from '../../../core/transforms/scale-table.ts';
import { compileTransform, type Transform } from '../../../core/transforms/transforms.ts';

const parameters = fc
  .record({
    T: fc.double({ min: 1, max: 1e8, noNaN: true }),
    M: fc.double({ min: 1, max: 8, noNaN: true }),
    w: fc.double({ min: 0.02, max: 1, noNaN: true }),
    a: fc.double({ min: 0, max: 1, noNaN: true }),
  })
  .map(({ T, M, w, a }) => {
    const W = (w * M) / 2;
    return { T, W, M, A: Math.min(Math.max(-W + a * (M - W), 0.5 - M), M - 2 * W) };
  });
const shares = fc.array(
  fc.oneof(
    fc.double({ min: -1.2, max: 1.2, noNaN: true }),
    fc.double({ min: -9, max: 0, noNaN: true }).map((power) => 10 ** power),
  ),
  { minLength: 200, maxLength: 200 },
);

function check(transform: Transform, T: number, list: readonly number[]): void {
  const exact = compileTransform(transform);
  const table = tabulateScale(exact, T);
  expect(table).toBeDefined();
  for (const share of list)
    for (const value of [share * T, -share * T])
      expect(Math.abs((table?.scale(value) ?? Number.NaN) - exact.scale(value))).toBeLessThan(1e-7);
}

describe('a table is within 1e-7 of the exact scale over the same range', () => {
  it.each(['logicle', 'hyperlog'] as const)('%s', (kind) => {
    fc.assert(
      fc.property(parameters, shares, (params, list) => check({ kind, ...params }, params.T, list)),
      { numRuns: 20 },
    );
  });

  it('arcsinh', () => {
    fc.assert(
      fc.property(parameters, shares, ({ T, M }, list) => check({ kind: 'arcsinh', T, M, A: 0 }, T, list)),
      { numRuns: 20 },
    );
  });

  it('is refused for a scale without a place for 0', () => {
    expect(tabulateScale(compileTransform({ kind: 'log', T: 1000, M: 3 }), 1000)).toBeUndefined();
  });

  it('passes NaN and what lies beyond on to the exact scale', () => {
    const exact = compileTransform({ kind: 'logicle', T: 262_144, W: 0.5, M: 4.5, A: 0 });
    const table = tabulateScale(exact, 262_144);
    expect(table?.scale(Number.NaN)).toBeNaN();
    expect(table?.scale(1e9)).toBe(exact.scale(1e9));
    expect(table?.scale(-1e9)).toBe(exact.scale(-1e9));
    expect(table?.entries).toBeLessThan(60_000);
  });
});
