import { meanToReach } from '../../base/math/poisson-limits.ts';

/** Events that a population needs to be called detected (LOD) and to be given as a number (LOQ): 20 and 50, or 30 and 100. */
export interface EventRule {
  readonly lodEvents: number;
  readonly loqEvents: number;
}

/** Limits of detection and of quantification of one tube, as fractions of the `total` events counted in it. */
export const limitsOfTube = ({ lodEvents, loqEvents }: EventRule, total: number): { readonly lod: number; readonly loq: number } => ({
  lod: lodEvents / total,
  loq: loqEvents / total,
});

/** Events to acquire so that a population of this fraction gives at least `events` with `probability`. */
export const eventsNeeded = (events: number, probability: number, fraction: number): number => meanToReach(events, probability) / fraction;

/**
 * What a count says. `none-seen` and `below-lod` are both printed as not detected, with their count and upper limit; `below-loq` is
 * detected, not a number to reckon with.
 */
export type RareState = 'none-seen' | 'below-lod' | 'below-loq' | 'quantified';

export function stateOf(n: number, { lodEvents, loqEvents }: EventRule): RareState {
  if (n === 0) return 'none-seen';
  if (n < lodEvents) return 'below-lod';
  return n < loqEvents ? 'below-loq' : 'quantified';
}
