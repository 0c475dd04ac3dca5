import { medianInPlace } from '../../base/math/median.ts';
import { has } from '../../data/events/bitmask.ts';
import { crossOf } from '../gates/gates.ts';
import { byRole, type GatingCheck, note, rounded, valuesOf } from './gating-check.ts';

/** Of the gap between negatives and positives on the display scale, which is logarithmic there. */
const MOVE = 0.1;
/** Points of NK cells beyond which the cut decides too much. */
const MOST = 2;

/** GatingCheckName: a dim CD56 makes the per cent of NK cells hang on the cut. It is given at the cut moved by a tenth of the gap to both sides. */
export const cutSensitivity: GatingCheck = (input) => {
  const [nk, negative] = [byRole(input, 'nk'), byRole(input, 'double-negative') ?? byRole(input, 't')];
  const cross = crossOf(nk?.placed?.gate);
  if (nk?.parent === undefined || negative === undefined || cross === undefined) return [];
  const [xs, cd56] = [input.scaled('CD3'), input.scaled('CD56')];
  if (xs === undefined || cd56 === undefined || nk.count < 20 || negative.count < 20) return [];
  const gap = medianInPlace(valuesOf(cd56, nk)) - medianInPlace(valuesOf(cd56, negative));
  const percentAt = (cut: number) => {
    let count = 0;
    for (let event = 0; event < cd56.length; event++)
      if (has(nk.parent!.members, event) && xs[event]! < cross.x && cd56[event]! >= cut) count++;
    return rounded((100 * count) / nk.parent!.count);
  };
  const [low, high] = [percentAt(cross.y[0] + MOVE * gap), percentAt(cross.y[0] - MOVE * gap)];
  if (high === low) return [note('cut-insensitive', { percent: low })];
  return [note(high - low > MOST ? 'cut-decides' : 'cut-sensitivity', { low, high })];
};
