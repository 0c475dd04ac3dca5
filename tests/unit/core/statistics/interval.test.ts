import { describe, expect, it } from 'vitest';
import { normalCdf, normalQuantile } from '../../../../core/base/math/normal.ts';
import { countingInterval } from '../../../../core/statistics/interval.ts';

/** Printed in the literature notes of the project: n, N, Clopper-Pearson and Wilson bounds at 95 %. */
const table = [
  [0, 100_000, 0, 3.69e-5, 0, 3.84e-5],
  [0, 500_000, 0, 7.38e-6, 0, 7.68e-6],
  [1, 100_000, 2.53e-7, 5.57e-5, 1.77e-6, 5.66e-5],
  [5, 100_000, 1.62e-5, 1.17e-4, 2.14e-5, 1.17e-4],
  [20, 200_000, 6.11e-5, 1.54e-4, 6.47e-5, 1.54e-4],
  [30, 300_000, 6.75e-5, 1.43e-4, 7.01e-5, 1.43e-4],
  [50, 500_000, 7.42e-5, 1.32e-4, 7.59e-5, 1.32e-4],
] as const;

const threeDigits = (percent: number | undefined) => Number(((percent ?? Number.NaN) / 100).toPrecision(3));

describe('counting intervals', () => {
  it.each(table)('of %i in %i', (n, N, exactLow, exactHigh, wilsonLow, wilsonHigh) => {
    const exact = countingInterval(n, N, { method: 'clopper-pearson', confidence: 0.95 });
    const wilson = countingInterval(n, N, { method: 'wilson', confidence: 0.95 });
    expect([exact?.low, exact?.high, wilson?.low, wilson?.high].map(threeDigits)).toEqual([exactLow, exactHigh, wilsonLow, wilsonHigh]);
  });

  it('gives the rule of three as a one-sided upper bound of nothing', () => {
    expect((countingInterval(0, 1e6, { method: 'upper', confidence: 0.95 })?.high ?? 0) / 100).toBeCloseTo(2.9957e-6, 9);
  });

  it('never leaves 0 to 100 and always holds the estimate', () => {
    for (const method of ['wilson', 'clopper-pearson'] as const) {
      for (const [n, N] of [
        [0, 1],
        [1, 1],
        [1, 2],
        [0, 7],
        [7, 7],
        [999_999, 1_000_000],
      ] as const) {
        const { low = Number.NaN, high = Number.NaN } = countingInterval(n, N, { method, confidence: 0.99 }) ?? {};
        expect(low).toBeGreaterThanOrEqual(0);
        expect(high).toBeLessThanOrEqual(100);
        expect((100 * n) / N).toBeGreaterThanOrEqual(low);
        expect((100 * n) / N).toBeLessThanOrEqual(high);
      }
    }
  });

  it('has none without events', () => expect(countingInterval(0, 0, { method: 'wilson', confidence: 0.95 })).toBeUndefined());
});

describe('the normal distribution', () => {
  it.each([
    [0.975, 1.959963984540054],
    [0.95, 1.6448536269514722],
    [0.5, 0],
    [1e-6, -4.753424308822899],
  ])('quantile of %f', (p, z) => {
    expect(normalQuantile(p)).toBeCloseTo(z, 10);
  });
  it('quantile and distribution are inverse', () => {
    for (const p of [1e-9, 0.01, 0.3, 0.77, 0.999]) expect(normalCdf(normalQuantile(p)) / p).toBeCloseTo(1, 9);
  });
});
