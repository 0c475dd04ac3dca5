import { sumOf } from '../../base/math/spread.ts';

export interface Expansion {
  readonly fold: number;
  readonly doublings: number;
  /** Undefined where it did not grow. */
  readonly doublingDays: number | undefined;
}

export function expansionOf(first: number, later: number, days: number): Expansion {
  const fold = later / first;
  return { fold, doublings: Math.log2(fold), doublingDays: fold > 1 ? days / Math.log2(fold) : undefined };
}

/** Doubling time of every interval between counts: a lag is not averaged away. */
export const doublingByInterval = (points: readonly { readonly day: number; readonly cells: number }[]): readonly (number | undefined)[] =>
  points.slice(1).map(({ day, cells }, i) => expansionOf(points[i]!.cells, cells, day - points[i]!.day).doublingDays);

/** A day on which only part of a culture was kept. */
export interface CultureSplit {
  readonly before: number;
  readonly kept: number;
  readonly sampled: number;
}

/** Growth of a culture that was split: cells that were discarded or sampled had grown too. */
export function splitGrowth(start: number, splits: readonly CultureSplit[], end: number) {
  const starts = [start, ...splits.map(({ kept }) => kept)];
  const ends = [...splits.map(({ before }) => before), end];
  return {
    apparentFold: end / start,
    cumulativeFold: ends.reduce((fold, cells, i) => fold * (cells / starts[i]!), 1),
    sampled: sumOf(splits.map(({ sampled }) => sampled)),
    discarded: sumOf(splits.map(({ before, kept, sampled }) => before - kept - sampled)),
  };
}
