import { countingInterval } from './interval.ts';

/** Events of a population, and those that it is a part of. */
interface Share {
  readonly count: number;
  readonly total: number;
}

export interface Difference {
  /** In percentage points. */
  readonly delta: number;
  readonly low: number;
  readonly high: number;
}

/** The difference of two independent percentages by the limits of both (Newcombe, Stat Med 1998;17:873, method 10). Undefined where a total is 0. */
export function differenceOfProportions(first: Share, second: Share, confidence = 0.95): Difference | undefined {
  const a = countingInterval(first.count, first.total, { method: 'wilson', confidence });
  const b = countingInterval(second.count, second.total, { method: 'wilson', confidence });
  if (a === undefined || b === undefined) return undefined;
  const [p, q] = [(100 * first.count) / first.total, (100 * second.count) / second.total];
  const delta = p - q;
  return { delta, low: delta - Math.hypot(p - a.low, b.high - q), high: delta + Math.hypot(a.high - p, q - b.low) };
}
