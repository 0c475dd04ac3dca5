import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { seedPoisson } from '../../../../../core/base/math/poisson.ts';
import { meanToReach, poissonLimits, poissonUpper } from '../../../../../core/base/math/poisson-limits.ts';
import { limitsByBlanks } from '../../../../../core/biology/rare/blanks.ts';
import { fractionOf } from '../../../../../core/biology/rare/counted.ts';
import { stateOf } from '../../../../../core/biology/rare/event-limits.ts';
import { netRate } from '../../../../../core/biology/rare/net-rate.ts';
import { sumTubes } from '../../../../../core/biology/rare/tubes.ts';
import { residualUpper, upperByVolume } from '../../../../../core/biology/residual/residual-cells.ts';

/** P(X <= n) of a Poisson count, term by term. */
function atMost(n: number, mean: number): number {
  let [term, sum] = [Math.exp(-mean), 0];
  for (let i = 0; i <= n; i++) {
    sum += term;
    term *= mean / (i + 1);
  }
  return sum;
}

describe('exact Poisson limits', () => {
  it('are where the count lies at the end of its distribution', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 60 }), (n) => {
        const { low, high } = poissonLimits(n, 0.95);
        expect(1 - atMost(n - 1, low)).toBeCloseTo(0.025, 9);
        expect(atMost(n, high)).toBeCloseTo(0.025, 9);
        expect(atMost(n, poissonUpper(n, 0.95))).toBeCloseTo(0.05, 9);
        expect(1 - atMost(n - 1, meanToReach(n, 0.95))).toBeCloseTo(0.95, 9);
      }),
    );
    expect(poissonUpper(0, 0.95)).toBeCloseTo(-Math.log(0.05), 12);
  });
});

describe('a rare population', () => {
  it('is not seen, not detected, detected or quantified by its count', () => {
    const rule = { lodEvents: 30, loqEvents: 100 };
    expect([0, 29, 30, 99, 100].map((n) => stateOf(n, rule))).toEqual(['none-seen', 'below-lod', 'below-loq', 'below-loq', 'quantified']);
  });

  it('has no fraction of nothing', () => {
    expect(fractionOf({ n: 0, total: 0 })).toBeUndefined();
    expect(netRate({ n: 1, total: 10 }, { n: 0, total: 0 })).toBeUndefined();
    expect(residualUpper({ n: 0, total: 0 }, { viable: 1e9, cv: 0 })).toBeUndefined();
  });

  it('has a limit of blank that blanks seldom exceed', () => {
    const draw = seedPoisson(7);
    const blanks = [{ n: 9, total: 600_000 }];
    const { lobEvents, lodEvents } = limitsByBlanks(blanks, 500_000, 20);
    const above = (mean: number) => Array.from({ length: 4000 }, () => draw(mean)).filter((n) => n > lobEvents).length / 4000;
    expect(above(7.5)).toBeLessThanOrEqual(0.05 + 0.011);
    expect(above(lodEvents)).toBeGreaterThan(0.935);
  });

  it('never lies above its upper limits more often than said', () => {
    const draw = seedPoisson(11);
    const total = 400_000;
    for (const mean of [0.5, 3, 20]) {
      let missed = 0;
      for (let i = 0; i < 2000; i++) if (fractionOf({ n: draw(mean), total })!.oneSidedUpper < mean / total) missed++;
      expect(missed / 2000).toBeLessThanOrEqual(0.05 + 0.015);
    }
  });

  it('looks no cleaner for a high blank', () => {
    const sample = { n: 12, total: 500_000 };
    const uppers = [0, 5, 50].map((n) => netRate(sample, { n, total: 500_000 })!.unsubtractedUpper);
    expect(new Set(uppers).size).toBe(1);
  });

  it('of several tubes is summed, and not where they disagree', () => {
    expect(
      sumTubes([
        { n: 4, total: 400_000 },
        { n: 6, total: 600_000 },
      ]),
    ).toMatchObject({ n: 10, total: 1_000_000, isPooled: true });
    expect(
      sumTubes([
        { n: 0, total: 400_000 },
        { n: 30, total: 400_000 },
      ]),
    ).toMatchObject({ isPooled: false });
    expect(
      sumTubes([
        { n: 0, total: 400_000 },
        { n: 0, total: 100_000 },
      ]),
    ).toMatchObject({ pHomogeneous: 1, isPooled: true });
  });

  it('is bounded by volume without a cell count', () => {
    expect(upperByVolume(0, 0.5, 100)).toBeCloseTo(599.146, 3);
    expect(upperByVolume(2, 0.5, 100)).toBeGreaterThan(upperByVolume(0, 0.5, 100));
  });
});
