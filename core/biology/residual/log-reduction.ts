import { betaQuantile } from '../../base/math/beta.ts';
import type { Counted } from '../rare/counted.ts';

/** How many powers of ten a fraction fell by. */
export interface LogReduction {
  /** Undefined where none was left to count: then only "at least" can be said. */
  readonly log10: number | undefined;
  readonly low: number | undefined;
  readonly high: number | undefined;
  /** With the confidence the reduction is at least this; undefined where there was nothing to begin with. */
  readonly oneSidedLow: number | undefined;
}

/** Exact limits of a ratio of two Poisson rates, conditional on both counts together. */
export function logReduction(first: Counted, later: Counted, confidence = 0.95): LogReduction {
  const log10 = first.n === 0 || later.n === 0 ? undefined : Math.log10(first.n / first.total / (later.n / later.total));
  const alpha = 1 - confidence;
  const logOfOdds = (share: number) => Math.log10((share / (1 - share)) * (later.total / first.total));
  const lowest = (p: number) => (first.n === 0 ? undefined : logOfOdds(betaQuantile(p, first.n, later.n + 1)));
  return {
    log10,
    low: lowest(alpha / 2),
    high: later.n === 0 ? undefined : logOfOdds(betaQuantile(1 - alpha / 2, first.n + 1, later.n)),
    oneSidedLow: lowest(alpha),
  };
}

/** A reduction of the fraction as one of the cells themselves: what growth alone did is taken off. */
export const absoluteReduction = (ofFraction: number, cells: number, laterCells: number): number =>
  ofFraction - Math.log10(laterCells / cells);

export type Fate = 'diluted' | 'eliminated' | 'grows';

/** What became of the cells, by the reduction of their number: `diluted` as long as it may be none. */
export function fateOf(low: number, high: number): Fate {
  if (low > 0) return 'eliminated';
  return high < 0 ? 'grows' : 'diluted';
}
