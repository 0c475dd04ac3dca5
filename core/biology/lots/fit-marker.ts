import { normalQuantile } from '../../base/math/normal.ts';
import { fromLotScale, type MarkerId, onLotScale } from '../features/feature-kinds.ts';
import { expectedMarker } from '../profiles/expectation.ts';
import type { Figure } from '../profiles/profile.ts';
import { calibrationOf, median, spreadOf } from './robust.ts';

/** The figure that lots are shrunk towards counts as so many of them. */
const PRIOR_LOTS = 5;
const LEAST_SPREAD = 0.05;

/** What lots show in one marker: median, spread by the median deviation and shrunk towards the starting figure's, calibrated. */
export function fitMarker(id: MarkerId, percents: readonly number[], start: Figure | undefined, source: string): Figure {
  const values = percents.map((percent) => onLotScale(id, percent));
  const { mean, sd } = momentsOf(id, values, start);
  const n = values.length;
  const statistics = values.map((value, i) => {
    const others = momentsOf(
      id,
      values.filter((_, k) => k !== i),
      start,
    );
    return ((value - others.mean) / others.sd) ** 2 / (1 + 1 / (n - 1));
  });
  const calibration = calibrationOf(statistics, 1, n - 2);
  const reach = normalQuantile(0.95) * sd;
  const round = (value: number) => Number(value.toPrecision(3));
  const [low, high] = [fromLotScale(id, mean - reach), fromLotScale(id, mean + reach)].map(round) as [number, number];
  return { typical: Math.min(high, Math.max(low, round(fromLotScale(id, mean)))), low, high, source, calibration };
}

function momentsOf(id: MarkerId, values: readonly number[], start: Figure | undefined): { readonly mean: number; readonly sd: number } {
  const mean = median(values);
  const own = Math.max(LEAST_SPREAD, spreadOf(values, mean));
  if (start === undefined) return { mean, sd: own };
  const prior = expectedMarker(id, start).sd;
  return { mean, sd: Math.sqrt((values.length * own * own + PRIOR_LOTS * prior * prior) / (values.length + PRIOR_LOTS)) };
}
