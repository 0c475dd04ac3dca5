import { medianInPlace } from '../../base/math/median.ts';
import { byRole, type GatingCheck, note, rounded, valuesOf } from './gating-check.ts';

/** Share of the display scale from the CD3-negative cells below which T cells stand too near to them. */
const LEAST_DISTANCE = 0.22;
const FEWEST = 50;

/** GatingCheckName: OKT3 takes CD3 off the surface or hides it, and ATL cells carry little: the T peak comes down towards the negatives. */
export const cd3Modulation: GatingCheck = (input) => {
  const t = byRole(input, 't');
  const negative = [byRole(input, 'nk'), byRole(input, 'double-negative')]
    .filter((one) => one !== undefined)
    .toSorted((a, b) => b.count - a.count)[0];
  if (!t || !negative || t.count < FEWEST || negative.count < FEWEST) return [];
  const cd3 = input.scaled('CD3');
  if (!cd3) return [];
  const distance = medianInPlace(valuesOf(cd3, t)) - medianInPlace(valuesOf(cd3, negative));
  return distance < LEAST_DISTANCE ? [note('cd3-low', { share: rounded(100 * distance, 0) })] : [];
};
