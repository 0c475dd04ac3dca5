import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { quantileRanks } from '../../../../core/base/math/order-interval.ts';
import { studentQuantile } from '../../../../core/base/math/student.ts';
import { absoluteCount } from '../../../../core/statistics/absolute-count.ts';
import { correlation, pairStatistics } from '../../../../core/statistics/pair-statistics.ts';
import { proliferationOf } from '../../../../core/statistics/proliferation.ts';
import { type Estimate, type ValueStatistic, valueStatisticNames, valueStatistics } from '../../../../core/statistics/value-statistics.ts';

const sortedOf = (values: readonly number[]) => Float64Array.from(values).sort();
const compute = (statistic: ValueStatistic, values: readonly number[], percentile = 50): Estimate =>
  valueStatistics[statistic]({ sorted: sortedOf(values), percentile, confidence: 0.95 });

/** Worked out by hand, and once more in another language. */
const example = [2, 4, 4, 4, 5, 5, 7, 9];

describe('statistics of values', () => {
  it.each([
    ['minimum', 2],
    ['maximum', 9],
    ['mean', 5],
    ['median', 4.5],
    ['sd', 2.138089935299395],
    ['cv', 42.7617987059879],
    ['geometric-mean', 4.603215596046736],
    ['mode', 4],
    ['mad', 0.5],
    ['robust-sd-mad', 0.7413],
    ['robust-cv-mad', 16.473333333333333],
  ] as const)('%s', (statistic, value) => expect(compute(statistic, example).value).toBeCloseTo(value, 12));

  it('percentiles lie on the line between ranks', () => {
    expect([0, 25, 90, 100].map((percentile) => compute('percentile', example, percentile).value)).toEqual([2, 4, 7.6, 9]);
    const spread = (compute('percentile', example, 84.1344746068543).value! - compute('percentile', example, 15.8655253931457).value!) / 2;
    expect(compute('robust-sd-percentile', example).value).toBeCloseTo(spread, 12);
    expect(compute('robust-cv-percentile', example).value).toBeCloseTo((100 * spread) / 4.5, 12);
  });

  it('both robust spreads are the standard deviation of a normal distribution', () => {
    // quantiles of a normal distribution of mean 100 and standard deviation 10
    const values = Array.from({ length: 20_001 }, (_, i) => 100 + 10 * probit((i + 0.5) / 20_001));
    expect(compute('robust-sd-percentile', values).value).toBeCloseTo(10, 2);
    expect(compute('robust-sd-mad', values).value).toBeCloseTo(10, 2);
  });

  it('a CV about 0 and a geometric mean without positives are not given', () => {
    expect(compute('cv', [-1, 1]).value).toBeUndefined();
    expect(compute('robust-cv-percentile', [-3, -1, 0]).value).toBeUndefined();
    expect(compute('geometric-mean', [-1, 0])).toEqual({ value: undefined, excluded: 2 });
    expect(compute('geometric-mean', [-1, 10, 1000])).toEqual({ value: expect.closeTo(100, 10), excluded: 1 });
  });

  it('the mean keeps its digits on a large offset', () => {
    expect(compute('mean', [1e15 + 1, 1e15 + 2, 1e15 + 3]).value).toBe(1e15 + 2);
    expect(compute('sd', [1e9 + 1, 1e9 + 2, 1e9 + 3]).value).toBe(1);
  });

  it.each(valueStatisticNames)('%s does not depend on the order of events and follows a change of unit', (statistic) => {
    fc.assert(
      fc.property(fc.array(fc.double({ min: 0.1, max: 1e4, noNaN: true }), { minLength: 3, maxLength: 50 }), (values) => {
        const here = compute(statistic, values).value;
        const there = compute(
          statistic,
          [...values].reverse().map((value) => value * 4),
        ).value;
        expect(there).toBeCloseTo(statistic.includes('cv') ? here! : 4 * here!, 6);
      }),
    );
  });
});

describe('intervals', () => {
  it('of the mean are Student’s', () => {
    expect(studentQuantile(0.975, 7)).toBeCloseTo(2.3646242515927849, 9);
    expect(studentQuantile(0.975, 1)).toBeCloseTo(12.706204736432095, 7);
    const { interval } = compute('mean', example);
    expect(interval?.high).toBeCloseTo(5 + (2.3646242515927849 * 2.138089935299395) / Math.sqrt(8), 9);
  });

  it('of the median go by ranks: 2 to 9 of 10, and none below 6 values', () => {
    // binomial tables: ranks 2 and 9 (from 1) of 10 hold the median with 97.9 %
    expect(quantileRanks(10, 0.5, 0.95)).toEqual([1, 8]);
    expect(quantileRanks(5, 0.5, 0.95)).toBeUndefined();
    expect(quantileRanks(6, 0.5, 0.95)).toEqual([0, 5]);
  });
});

describe('two populations', () => {
  const positives = sortedOf([90, 100, 110]);
  const negatives = sortedOf(Array.from({ length: 101 }, (_, i) => i / 10));

  it('ratio, difference and stain index', () => {
    expect(pairStatistics['median-ratio'](positives, negatives).value).toBe(20);
    expect(pairStatistics['median-difference'](positives, negatives).value).toBe(95);
    expect(pairStatistics['stain-index'](positives, negatives).value).toBeCloseTo(95 / 6.82689492137086, 9);
  });

  it('correlation', () => {
    const xs = Float64Array.from([1, 2, 3, 4, 5]);
    const found = correlation(xs, Float64Array.from([2, 1, 4, 3, 7]), 1.959963984540054);
    expect(found.value).toBeCloseTo(0.824163383692134, 12);
    expect(found.interval?.low).toBeCloseTo(-0.212934365585, 9);
    expect(correlation(xs, Float64Array.from([1, 1, 1, 1, 1]), 2).value).toBeUndefined();
  });
});

describe('absolute counts', () => {
  it('by beads, with the error of everything that was counted and pipetted', () => {
    const counted = absoluteCount(2000, {
      by: 'beads',
      beadEvents: 10_000,
      beadsAdded: 50_000,
      beadsUncertainty: 0.02,
      sampleVolume: 100,
      volumeUncertainty: 0.01,
    });
    expect(counted?.perMicrolitre).toBe(100);
    expect(counted?.relativeUncertainty).toBeCloseTo(Math.sqrt(1 / 2000 + 1 / 10_000 + 0.0004 + 0.0001), 12);
  });

  it('by volume and dilution; no cell still has an upper bound', () => {
    expect(absoluteCount(500, { by: 'volume', volume: 50, volumeUncertainty: 0.05 }, 10)?.perMicrolitre).toBe(100);
    expect(absoluteCount(0, { by: 'volume', volume: 10, volumeUncertainty: 0.05 })?.interval.high).toBeCloseTo(0.29957, 4);
    expect(absoluteCount(10, { by: 'volume', volume: 0, volumeUncertainty: 0 })).toBeUndefined();
  });
});

it('proliferation by generation', () => {
  // 100 cells undivided, 200 after one division (100 precursors), 400 after two (100 precursors)
  expect(proliferationOf([100, 200, 400])).toEqual({
    precursors: 300,
    percentDivided: expect.closeTo(200 / 3, 12),
    divisionsPerPrecursor: 1,
    divisionsPerDividing: 1.5,
    expansion: expect.closeTo(7 / 3, 12),
    expansionOfDividing: 3,
  });
});

/** Quantile of the normal distribution by bisection of its integral. */
function probit(p: number): number {
  let [low, high] = [-6, 6];
  for (let step = 0; step < 60; step++) {
    const middle = (low + high) / 2;
    if (normalShare(middle) < p) low = middle;
    else high = middle;
  }
  return low;
}

function normalShare(x: number): number {
  let term = x;
  let sum = x;
  for (let k = 1; k < 200; k++) {
    term *= (x * x) / (2 * k + 1);
    sum += term;
  }
  return 0.5 + (sum * Math.exp((-x * x) / 2)) / Math.sqrt(2 * Math.PI);
}
