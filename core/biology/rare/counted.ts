import { countingInterval } from '../../statistics/interval.ts';

/** Events of a rare population, and those of the population that it is a part of. */
export interface Counted {
  readonly n: number;
  readonly total: number;
}

/** A fraction (not percent) and what its count can exclude. */
export interface CountedFraction {
  readonly fraction: number;
  /** Two-sided exact limits (Clopper-Pearson). */
  readonly low: number;
  readonly high: number;
  /** One-sided exact upper limit: the fraction lies below it with this confidence. */
  readonly oneSidedUpper: number;
}

/** Undefined where nothing was counted that it could be a part of. */
export function fractionOf({ n, total }: Counted, confidence = 0.95): CountedFraction | undefined {
  const exact = countingInterval(n, total, { method: 'clopper-pearson', confidence });
  const upper = countingInterval(n, total, { method: 'upper', confidence });
  if (exact === undefined || upper === undefined) return undefined;
  return { fraction: n / total, low: exact.low / 100, high: exact.high / 100, oneSidedUpper: upper.high / 100 };
}
