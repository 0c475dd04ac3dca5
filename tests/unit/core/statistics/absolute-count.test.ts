import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { gammaQuantile } from '../../../../core/base/math/gamma.ts';
import { absoluteCount } from '../../../../core/statistics/absolute-count.ts';

const drawn = (volume: number, volumeUncertainty = 0) => ({ by: 'volume', volume, volumeUncertainty }) as const;
const beads = (beadEvents: number, more = {}) =>
  ({ by: 'beads', beadEvents, beadsAdded: beadEvents, beadsUncertainty: 0, sampleVolume: 100, volumeUncertainty: 0, ...more }) as const;
const boundsOf = (counted: ReturnType<typeof absoluteCount>) => [counted?.interval.low, counted?.interval.high];

describe('quantiles of the gamma distribution', () => {
  // R 4.3: qgamma(p, a)
  it.each([
    [0.025, 1, 0.025317807984289876],
    [0.975, 2, 5.571643390938898],
    [0.025, 10, 4.7953886961324335],
    [0.975, 11, 18.39035604201778],
    [0.025, 1e3, 938.9730184076952],
    [0.975, 1e5 + 1, 100621.74473974388],
    [0.975, 1e7 + 1, 10006199.897731498],
  ])('p %s of shape %s', (p, a, expected) => expect(gammaQuantile(p, a) / expected).toBeCloseTo(1, 9));
});

describe('the interval of an absolute count', () => {
  it('is exact for few cells in a volume', () => {
    const counted = absoluteCount(3, drawn(100));
    expect(counted?.perMicrolitre).toBe(0.03);
    expect(boundsOf(counted)).toEqual([expect.closeTo(0.00618672, 8), expect.closeTo(0.0876727, 7)]);
    expect(counted?.interval.counting).toBe('poisson');
  });

  it('is exact for few cells beside few beads', () => {
    const counted = absoluteCount(3, beads(50, { beadsAdded: 5000 }));
    expect(counted?.perMicrolitre).toBe(3);
    expect(boundsOf(counted)).toEqual([expect.closeTo(50 * 0.011970312318, 8), expect.closeTo(50 * 0.185718441832, 8)]);
    expect(counted?.interval.counting).toBe('binomial');
    expect(absoluteCount(3, beads(0))).toBeUndefined();
  });

  it('covers what it says, whatever the mean: no less than 95 % of Poisson counts', () => {
    fc.assert(
      fc.property(fc.double({ min: 4, max: 60, noNaN: true }), (mean) => {
        let [covered, probability] = [0, Math.exp(-mean)];
        for (let n = 0; n < 200; n++) {
          const [low = 0, high = 0] = boundsOf(absoluteCount(n, drawn(1)));
          if (low <= mean && mean <= high) covered += probability;
          probability *= mean / (n + 1);
        }
        expect(covered).toBeGreaterThanOrEqual(0.95);
      }),
      { numRuns: 60 },
    );
  });

  it('grows with the cells, holds the value, and widens with what is uncertain', () => {
    const count = fc.integer({ min: 1, max: 5000 });
    const uncertainty = fc.double({ min: 0, max: 0.3, noNaN: true });
    const methods = (n: number, s: number) => [drawn(10, s), beads(n, { beadsUncertainty: s })];
    fc.assert(
      fc.property(count, count, uncertainty, (cells, n, s) => {
        methods(n, s).forEach((method, i) => {
          const counted = absoluteCount(cells, method)!;
          const sure = absoluteCount(cells, methods(n, 0)[i]!)!;
          const more = absoluteCount(cells + 1, method)!;
          expect(counted.interval.low).toBeLessThan(counted.perMicrolitre);
          expect(counted.interval.high).toBeGreaterThan(counted.perMicrolitre);
          expect(counted.interval.low).toBeLessThanOrEqual(sure.interval.low);
          expect(counted.interval.high).toBeGreaterThanOrEqual(sure.interval.high);
          expect(more.interval.low).toBeGreaterThan(counted.interval.low);
          expect(more.interval.high).toBeGreaterThan(counted.interval.high);
        });
      }),
    );
  });

  it('of many cells is that of the normal approximation', () => {
    const counted = absoluteCount(1_000_000, drawn(100, 0.02))!;
    const reach = Math.exp(1.959963984540054 * Math.hypot(1e-3, 0.02));
    expect(counted.interval.low / (counted.perMicrolitre / reach)).toBeCloseTo(1, 4);
    expect(counted.interval.high / (counted.perMicrolitre * reach)).toBeCloseTo(1, 4);
  });
});
