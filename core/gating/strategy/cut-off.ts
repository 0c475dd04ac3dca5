import { selectInPlace } from '../../base/math/median.ts';
import type { CutOff } from '../../data/transforms/choose.ts';

/** Share of the values that a pile holds. */
const PILE = 0.05;
/** Of what lies above a pile within the noise, what lies within a quarter of it where values are linear: 40 % of a normal half, 25 % of an even one. */
const NEAR_LINEAR = 0.25;
const NEAR_LOGARITHM = 0.12;

/** The pile at the smallest value, where values below it were cut off; the values are reordered. */
export function findCutOff(values: Float64Array, reach: number): CutOff | undefined {
  let at = Number.POSITIVE_INFINITY;
  for (const value of values) if (value < at) at = value;
  let pile = 0;
  for (const value of values) if (value === at) pile++;
  const mirrored = (0.95 * pile) | 0;
  if (pile < PILE * values.length || pile + mirrored >= values.length || at < -1) return undefined;
  const spread = selectInPlace(values, values.length, pile + mirrored) - at;
  if (!(spread > 0) || spread > 0.9 * (reach - at)) return undefined;
  let near = 0;
  for (const value of values) if (value > at && value <= at + spread / 4) near++;
  const middle = selectInPlace(values, values.length, (pile + values.length) >> 1);
  if (near >= NEAR_LINEAR * mirrored) return { at, spread, middle, reach, form: 'linear' };
  return near <= NEAR_LOGARITHM * mirrored ? { at, spread, middle, reach, form: 'logarithm' } : undefined;
}
