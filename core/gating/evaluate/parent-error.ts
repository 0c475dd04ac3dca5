import { and, type Bitmask, count } from '../../data/events/bitmask.ts';
import type { PartEstimate } from '../automatic/kind/part-estimate.ts';

/** A gate above a part: what it holds whatever its own parent holds, and what it would hold where it might stand as well. */
export interface AncestorGate {
  readonly own: Bitmask;
  readonly others: readonly Bitmask[];
}

/** A part's interval with the error of the gates above it: each is put where it might stand as well, the others staying, and the part counted anew. */
export function withParentError(estimate: PartEstimate, part: Bitmask, events: Bitmask, ancestors: readonly AncestorGate[]): PartEstimate {
  const percents = ancestors.flatMap(({ others }, i) => {
    if (others.length === 0) return [];
    const rest = ancestors.reduce((members, ancestor, k) => (k === i ? members : and(members, ancestor.own)), events);
    return others.flatMap((other) => {
      const parent = and(rest, other);
      const total = count(parent);
      return total === 0 ? [] : [(100 * count(and(parent, part))) / total];
    });
  });
  const { percent, low, high } = estimate;
  const [least, most] = [Math.min(percent, ...percents), Math.max(percent, ...percents)];
  return {
    ...estimate,
    low: Math.max(0, percent - Math.hypot(percent - low, percent - least)),
    high: Math.min(100, percent + Math.hypot(high - percent, most - percent)),
  };
}
