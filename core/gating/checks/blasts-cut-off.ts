import { has } from '../../data/events/bitmask.ts';
import { crossOf } from '../gates/gates.ts';
import { byRole, type GatingCheck, note, rounded } from './gating-check.ts';

/** Per cent of live CD56+ cells that may be outside the scatter gate, or at the top of forward scatter. */
const MOST = 2;
const TOP = 0.995;
const FEWEST = 50;

/** GatingCheckName: activated NK cells are large, and a scatter gate of resting lymphocytes cuts them off. */
export const blastsCutOff: GatingCheck = (input) => {
  const [lymphocytes, nk] = [byRole(input, 'lymphocytes'), byRole(input, 'nk')];
  const cross = crossOf(nk?.placed?.gate);
  const live = lymphocytes?.parent;
  if (!lymphocytes || !live || !cross) return [];
  const [cd3, cd56, size] = [input.scaled('CD3'), input.scaled('CD56'), input.scaled('FSC')];
  if (!cd3 || !cd56 || !size) return [];
  let [positive, outside, atTop] = [0, 0, 0];
  for (let event = 0; event < cd56.length; event++) {
    if (!has(live.members, event) || cd3[event]! >= cross.x || cd56[event]! < cross.y[0]) continue;
    positive++;
    if (!has(lymphocytes.members, event)) outside++;
    if (size[event]! >= TOP) atTop++;
  }
  if (positive < FEWEST) return [];
  const percent = (n: number) => rounded((100 * n) / positive, 1);
  return Math.max(percent(outside), percent(atTop)) > MOST
    ? [note('blasts-cut-off', { outside: percent(outside), top: percent(atTop) })]
    : [];
};
