import type { Estimate } from './value-statistics.ts';
import { meanOf, quantileSorted, standardDeviation } from './value-statistics.ts';

/** Statistics of two sets of values of one channel: a population and its negative or control. Both rising, without NaN. */
export const pairStatistics = {
  /** Median of the first over that of the second. */
  'median-ratio': (a, b) => ({ value: quotient(quantileSorted(a, 0.5), quantileSorted(b, 0.5)) }),
  /** Difference of medians (delta MFI). */
  'median-difference': (a, b) => ({ value: quantileSorted(a, 0.5) - quantileSorted(b, 0.5) }),
  /** (median of positives - median of negatives) / (2 robust SD of negatives), the robust SD percentile-based. */
  'stain-index': (a, b) => ({
    value: quotient(
      quantileSorted(a, 0.5) - quantileSorted(b, 0.5),
      quantileSorted(b, 0.841344746068543) - quantileSorted(b, 0.158655253931457),
    ),
  }),
} satisfies { readonly [name: string]: (a: Float64Array, b: Float64Array) => Estimate };

const quotient = (above: number, below: number): number | undefined => (below > 0 ? above / below : undefined);

/** Pearson's r of two channels over the same events, with the interval of Fisher's z; undefined where one does not vary. */
export function correlation(xs: Float64Array, ys: Float64Array, z: number): Estimate {
  const [sx, sy] = [standardDeviation(xs), standardDeviation(ys)];
  if (sx === undefined || sy === undefined || sx === 0 || sy === 0) return { value: undefined };
  const [mx, my] = [meanOf(xs), meanOf(ys)];
  let sum = 0;
  for (let i = 0; i < xs.length; i++) sum += (xs[i]! - mx) * (ys[i]! - my);
  const value = Math.max(-1, Math.min(1, sum / ((xs.length - 1) * sx * sy)));
  if (xs.length < 4 || Math.abs(value) === 1) return { value };
  const [centre, reach] = [Math.atanh(value), z / Math.sqrt(xs.length - 3)];
  return { value, interval: { low: Math.tanh(centre - reach), high: Math.tanh(centre + reach) } };
}
