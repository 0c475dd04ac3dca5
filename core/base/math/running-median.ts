import { medianInPlace } from './median.ts';

export const medianOf = (values: ArrayLike<number>): number => medianInPlace(Float64Array.from(values));

/** Median over a window about each value; towards the ends the window narrows on both sides, so that a slope leaves no bias. */
export function runningMedian(values: Float64Array, window: number): Float64Array {
  const half = window >> 1;
  const reach = (i: number) => Math.min(half, i, values.length - 1 - i);
  return values.map((_, i) => medianOf(values.subarray(i - reach(i), i + reach(i) + 1)));
}

/** Middle of the shortest interval that holds half of the values: the level that most of them share, whatever the rest does. */
export function shorthMiddle(values: ArrayLike<number>): number {
  const sorted = Float64Array.from(values).sort();
  const half = Math.floor(sorted.length / 2) + 1;
  let best = 0;
  for (let i = 0; i + half <= sorted.length; i++)
    if (sorted[i + half - 1]! - sorted[i]! < sorted[best + half - 1]! - sorted[best]!) best = i;
  return medianOf(sorted.subarray(best, best + half));
}
