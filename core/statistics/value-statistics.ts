import { quantileRanks } from '../base/math/order-interval.ts';
import { studentQuantile } from '../base/math/student.ts';

/** A number of values of one channel, with its interval where there is one. */
export interface Estimate {
  /** Undefined where the values do not define it (a CV about 0). */
  readonly value: number | undefined;
  readonly interval?: { readonly low: number; readonly high: number };
  /** Values that the definition leaves out (those not above 0, for a geometric mean). */
  readonly excluded?: number;
}

export interface StatisticInput {
  /** Rising, without NaN, at least one. */
  readonly sorted: Float64Array;
  /** 0 to 100, for `percentile`. */
  readonly percentile: number;
  readonly confidence: number;
}

/** Share of a normal distribution within one standard deviation below its mean, and above: for the percentile-based spread. */
const ONE_SIGMA = [0.158655253931457, 0.841344746068543] as const;
/** Makes a median absolute deviation the standard deviation of a normal distribution. */
const MAD_TO_SIGMA = 1.4826;

/**
 * Every statistic of values there is, each as docs/en/statistics.md defines it. To add one: a line here, a row there.
 * Spreads named `percentile` are FlowJo's robust ones, those named `mad` are BD's.
 */
export const valueStatistics = {
  minimum: ({ sorted }) => ({ value: sorted[0] }),
  maximum: ({ sorted }) => ({ value: sorted[sorted.length - 1] }),
  mean,
  median: (input) => quantileEstimate(input, 0.5),
  percentile: (input) => quantileEstimate(input, input.percentile / 100),
  'geometric-mean': geometricMean,
  mode: ({ sorted }) => ({ value: halfSampleMode(sorted) }),
  sd: ({ sorted }) => ({ value: standardDeviation(sorted) }),
  cv: ({ sorted }) => ({ value: share(standardDeviation(sorted), meanOf(sorted)) }),
  'robust-sd-percentile': ({ sorted }) => ({ value: percentileSpread(sorted) }),
  'robust-cv-percentile': ({ sorted }) => ({ value: share(percentileSpread(sorted), quantileSorted(sorted, 0.5)) }),
  mad: ({ sorted }) => ({ value: medianDeviation(sorted) }),
  'robust-sd-mad': ({ sorted }) => ({ value: MAD_TO_SIGMA * medianDeviation(sorted) }),
  'robust-cv-mad': ({ sorted }) => ({ value: share(MAD_TO_SIGMA * medianDeviation(sorted), quantileSorted(sorted, 0.5)) }),
} satisfies { readonly [name: string]: (input: StatisticInput) => Estimate };

export type ValueStatistic = keyof typeof valueStatistics;
export const valueStatisticNames = Object.keys(valueStatistics) as readonly ValueStatistic[];

/** Linear between the two nearest ranks: rank q (n - 1), counted from 0. */
export function quantileSorted(sorted: Float64Array, q: number): number {
  const rank = q * (sorted.length - 1);
  const low = Math.floor(rank);
  const high = Math.min(low + 1, sorted.length - 1);
  return sorted[low]! + (rank - low) * (sorted[high]! - sorted[low]!);
}

function quantileEstimate({ sorted, confidence }: StatisticInput, q: number): Estimate {
  const ranks = quantileRanks(sorted.length, q, confidence);
  return {
    value: quantileSorted(sorted, q),
    ...(ranks === undefined ? {} : { interval: { low: sorted[ranks[0]]!, high: sorted[ranks[1]]! } }),
  };
}

function mean({ sorted, confidence }: StatisticInput): Estimate {
  const value = meanOf(sorted);
  if (sorted.length < 2) return { value };
  const reach = (studentQuantile(1 - (1 - confidence) / 2, sorted.length - 1) * standardDeviation(sorted)!) / Math.sqrt(sorted.length);
  return { value, interval: { low: value - reach, high: value + reach } };
}

function geometricMean({ sorted }: StatisticInput): Estimate {
  const positive = sorted.filter((value) => value > 0);
  const excluded = sorted.length - positive.length;
  if (positive.length === 0) return { value: undefined, excluded };
  return { value: Math.exp(meanOf(positive.map(Math.log))), excluded };
}

/** Summed from the middle of the range, so that large offsets do not eat the digits. */
export function meanOf(values: Float64Array): number {
  const base = values[values.length >> 1]!;
  let sum = 0;
  for (let i = 0; i < values.length; i++) sum += values[i]! - base;
  return base + sum / values.length;
}

/** With n - 1; undefined for a single value. */
export function standardDeviation(values: Float64Array): number | undefined {
  if (values.length < 2) return undefined;
  const centre = meanOf(values);
  let sum = 0;
  for (let i = 0; i < values.length; i++) sum += (values[i]! - centre) ** 2;
  return Math.sqrt(sum / (values.length - 1));
}

const percentileSpread = (sorted: Float64Array): number =>
  (quantileSorted(sorted, ONE_SIGMA[1]) - quantileSorted(sorted, ONE_SIGMA[0])) / 2;

function medianDeviation(sorted: Float64Array): number {
  const middle = quantileSorted(sorted, 0.5);
  return quantileSorted(sorted.map((value) => Math.abs(value - middle)).sort(), 0.5);
}

/** In percent; undefined about 0 and below, where a CV means nothing. */
const share = (spread: number | undefined, centre: number): number | undefined =>
  spread === undefined || !(centre > 0) ? undefined : (100 * spread) / centre;

/** Bickel's half-sample mode: the densest half again and again, so it does not depend on bins or scale. */
function halfSampleMode(sorted: Float64Array): number {
  let [from, count] = [0, sorted.length];
  while (count > 3) {
    const half = Math.ceil(count / 2);
    let best = from;
    for (let start = from; start + half <= from + count; start++)
      if (sorted[start + half - 1]! - sorted[start]! < sorted[best + half - 1]! - sorted[best]!) best = start;
    [from, count] = [best, half];
  }
  if (count < 3) return (sorted[from]! + sorted[from + count - 1]!) / 2;
  const [a, b, c] = [sorted[from]!, sorted[from + 1]!, sorted[from + 2]!];
  return b - a < c - b ? (a + b) / 2 : b - a > c - b ? (b + c) / 2 : b;
}
