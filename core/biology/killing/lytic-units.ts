import { meanOf } from '../../base/math/spread.ts';
import { type Curve, type DosePoint, ratioAt } from './dose-response.ts';

/** Effector cells that one lytic unit is told for. */
const PER_CELLS = 1e7;

/** Lytic units in 1e7 effectors: one unit lyses a percentage of `targets` cells; `ratio` is the E:T at which that is reached. */
export const lyticUnits = (ratio: number, targets: number): number => PER_CELLS / (targets * ratio);

/** `too-few-ratios`: fewer than three E:T. Nothing is extrapolated beyond the ratios that were measured. */
export type LyticUnits =
  | { readonly state: 'value'; readonly value: number }
  | { readonly state: 'not-reached'; readonly below: number }
  | { readonly state: 'above-range'; readonly above: number }
  | { readonly state: 'too-few-ratios' };

const FEWEST_RATIOS = 3;

/** Lytic units at a percentage, where mean lysis of the measured ratios brackets it. */
export function lyticUnitsOf(points: readonly DosePoint[], curve: Curve | undefined, percent: number, targets: number): LyticUnits {
  const ratios = [...new Set(points.map(({ ratio }) => ratio))].sort((a, b) => a - b);
  if (ratios.length < FEWEST_RATIOS) return { state: 'too-few-ratios' };
  const means = ratios.map((ratio) => meanOf(points.filter((point) => point.ratio === ratio).map(({ lysis }) => lysis)));
  const [lowest, highest] = [ratios[0]!, ratios.at(-1)!];
  const reached = curve && ratioAt(curve, percent);
  if (Math.max(...means) < percent || reached === undefined || reached > highest)
    return { state: 'not-reached', below: lyticUnits(highest, targets) };
  if (means[0]! >= percent || reached < lowest) return { state: 'above-range', above: lyticUnits(lowest, targets) };
  return { state: 'value', value: lyticUnits(reached, targets) };
}

/** Lytic units in a number of cells; both by the same definition of an effector. */
export const potencyDose = (unitsPer1e7: number, cells: number): number => (unitsPer1e7 * cells) / PER_CELLS;
