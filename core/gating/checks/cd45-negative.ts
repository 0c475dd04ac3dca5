import { medianInPlace, quantileInPlace } from '../../base/math/median.ts';
import { byRole, type GatingCheck, note, rounded, valuesOf } from './gating-check.ts';

const DIM = 0.25;
const MOST = 5;

/** GatingCheckName: platelets and red cells among the lymphocytes of an apheresis carry no CD45. */
export const cd45Negative: GatingCheck = (input) => {
  const lymphocytes = byRole(input, 'lymphocytes');
  const cd45 = lymphocytes === undefined || lymphocytes.count < 100 ? undefined : input.scaled('CD45');
  if (!lymphocytes || !cd45) return [];
  const values = valuesOf(cd45, lymphocytes);
  const quarter = quantileInPlace(values.slice(), 0.25);
  const upper = medianInPlace(values.filter((value) => value >= quarter));
  const percent = (100 * values.filter((value) => value < upper - DIM).length) / values.length;
  return percent > MOST ? [note('cd45-negative', { percent: rounded(percent, 1) })] : [];
};
