import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { findSmoothRoot } from '../../../../../core/base/math/find-root.ts';
import { leastSquares } from '../../../../../core/base/math/least-squares.ts';

describe('least squares', () => {
  it('finds a curve again from points that lie on it', () => {
    fc.assert(
      fc.property(fc.double({ min: 20, max: 120, noNaN: true }), fc.double({ min: 0.01, max: 0.4, noNaN: true }), (a, k) => {
        const x = [0.3, 1, 3, 10, 30];
        const curve = (p: readonly number[]) => x.map((at) => p[0]! * -Math.expm1(-p[1]! * at));
        const truth = curve([a, k]);
        const { parameters } = leastSquares((p) => curve(p).map((value, i) => value - truth[i]!), [60, 0.1]);
        expect(parameters[0]! / a).toBeCloseTo(1, 5);
        expect(parameters[1]! / k).toBeCloseTo(1, 5);
      }),
    );
  });

  it('gives a straight line as the closed formula does', () => {
    const [x, y] = [
      [0, 1, 2, 5],
      [1, 2.5, 2, 7],
    ];
    const { parameters } = leastSquares((p) => x!.map((at, i) => y![i]! - p[0]! - p[1]! * at), [0, 0]);
    expect(parameters[1]).toBeCloseTo(16.5 / 14, 9);
    expect(parameters[0]).toBeCloseTo(3.125 - (16.5 / 14) * 2, 9);
  });

  it('goes nowhere from residuals that are not numbers', () => {
    expect(leastSquares(() => [Number.NaN], [1]).rss).toBe(Number.POSITIVE_INFINITY);
  });
});

describe('a root', () => {
  it('is where the sign changes, or nowhere', () => {
    const rootOf = (value: (x: number) => number, low: number, high: number) =>
      findSmoothRoot(value, { x: low, value: value(low) }, { x: high, value: value(high) }, 1e-12);
    expect(rootOf((x) => x * x - 2, 0, 2)).toBeCloseTo(Math.SQRT2, 11);
    expect(rootOf((x) => Math.exp(x) - 1, -1, 50)).toBeCloseTo(0, 11);
    expect(rootOf((x) => x * x + 1, -1, 2)).toBeUndefined();
  });
});
