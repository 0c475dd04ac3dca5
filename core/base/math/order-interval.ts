import { incompleteBeta } from './beta.ts';

/**
 * Interval of a quantile from the order of the values alone (no assumption about their distribution): the narrowest pair of ranks,
 * outwards from the quantile, between which the true one lies with at least the given confidence. Undefined where n is too small for it.
 */
export function quantileRanks(n: number, q: number, confidence: number): readonly [low: number, high: number] | undefined {
  const tail = (1 - confidence) / 2;
  const low = largest(n, (rank) => below(n, q, rank) <= tail);
  const high = n - 1 - largest(n, (rank) => below(n, 1 - q, rank) <= tail);
  return low < 0 || high > n - 1 ? undefined : [low, high];
}

/** The last rank from 0 up for which it holds, -1 if for none; it holds for small ones first. */
function largest(n: number, holds: (rank: number) => boolean): number {
  let [yes, no] = [-1, n];
  while (no - yes > 1) {
    const middle = (yes + no) >> 1;
    if (holds(middle)) yes = middle;
    else no = middle;
  }
  return yes;
}

/** Chance that at most `rank` of n values lie below their q quantile. */
const below = (n: number, q: number, rank: number): number => (rank >= n ? 1 : incompleteBeta(1 - q, n - rank, rank + 1));
