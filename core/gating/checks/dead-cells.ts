import { liveShareOf } from '../strategy/live-share.ts';
import { byRole, type GatingCheck, note, rounded } from './gating-check.ts';

const LEAST_LIVE = 60;

/** GatingCheckName: dead cells bind every antibody. Viability is gated first, or the result says that it was not. */
export const deadCells: GatingCheck = (input) => {
  const live = byRole(input, 'live');
  if (live?.parent === undefined) return [note('viability-not-gated', {})];
  const percent = liveShareOf(live.placed)?.percent ?? (100 * live.count) / Math.max(1, live.parent.count);
  return percent < LEAST_LIVE ? [note('viability-restricted', { live: rounded(percent, 1) })] : [];
};
