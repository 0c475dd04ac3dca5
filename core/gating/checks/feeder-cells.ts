import { medianInPlace } from '../../base/math/median.ts';
import { has } from '../../data/events/bitmask.ts';
import { crossOf } from '../gates/gates.ts';
import { byRole, type GatingCheck, note, rounded, valuesOf } from './gating-check.ts';

/** Feeder cells (K562) scatter so many times as much as lymphocytes. */
const LARGE = 1.7;
const LARGE_SIDE = 1.5;
/** Share of the scale by which CD45 of a feeder cell is below that of lymphocytes. */
const DIM = 0.15;
const MOST = 1;

/** GatingCheckName: feeder cells are large, carry neither CD3 nor CD56 and little CD45; they are counted, not hidden. Without CD45 nothing is said: monocytes look alike. */
export const feederCells: GatingCheck = (input) => {
  const [live, lymphocytes, nk] = [byRole(input, 'live'), byRole(input, 'lymphocytes'), byRole(input, 'nk')];
  const cross = crossOf(nk?.placed?.gate);
  if (!live || !lymphocytes || !cross || lymphocytes.count < 50) return [];
  const [size, side, cd3, cd56, cd45] = ['FSC', 'SSC', 'CD3', 'CD56', 'CD45'].map((id) => input.scaled(id));
  if (!size || !side || !cd3 || !cd56 || !cd45) return [];
  const usual = (values: Float64Array) => medianInPlace(valuesOf(values, lymphocytes));
  const [x, y, leukocyte] = [usual(size), usual(side), usual(cd45)];
  let feeders = 0;
  for (let event = 0; event < size.length; event++) {
    if (!has(live.members, event) || size[event]! < LARGE * x || side[event]! < LARGE_SIDE * y) continue;
    if (cd3[event]! < cross.x && cd56[event]! < cross.y[0] && cd45[event]! < leukocyte - DIM) feeders++;
  }
  const percent = (100 * feeders) / Math.max(1, live.count);
  return percent > MOST ? [note('feeder-cells', { percent: rounded(percent, 1) })] : [];
};
