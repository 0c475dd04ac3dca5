import { type Coordinates, covarianceOfLogs, type Four, logRatios, type Matrix3, scaleMatrix } from '../../base/math/log-ratio.ts';
import { normalQuantile } from '../../base/math/normal.ts';
import { compositionIds, type FeatureId, onLotScale } from '../features/feature-kinds.ts';
import type { ExpectedComposition, Figure } from './profile.ts';

/** Nine lots in ten lie between a figure's low and high: so many standard deviations apart. */
const APART = 2 * normalQuantile(0.95);

/** The least that lots of one method scatter, on the lot scale: nobody pipettes and stains better than that. */
const LEAST_SPREAD = 0.05;

/** Mean and standard deviation between lots, on the lot scale. */
export function expectedMarker(
  id: FeatureId,
  { typical, low, high, calibration = 1 }: Figure,
): { readonly mean: number; readonly sd: number } {
  const sd = Math.max(LEAST_SPREAD, (onLotScale(id, high) - onLotScale(id, low)) / APART);
  return { mean: onLotScale(id, typical), sd: sd * Math.sqrt(calibration) };
}

/** Below this percentage a logarithm says more about counting than about cells. */
const LEAST_PART = 0.05;
export const logOfPart = (percent: number): number => Math.log(Math.max(LEAST_PART, percent));

/** Mean and covariance between lots over log-ratio coordinates: as fitted, or from the figures as if parts varied each by itself. */
export function expectedComposition(expected: ExpectedComposition): { readonly mean: Coordinates; readonly covariance: Matrix3 } {
  const { fitted } = expected;
  if (fitted !== undefined) return { mean: fitted.mean, covariance: scaleMatrix(fitted.covariance, fitted.calibration) };
  const figures = compositionIds.map((id) => expected[id]);
  const spreads = figures.map(({ low, high }) => Math.max(LEAST_SPREAD, (logOfPart(high) - logOfPart(low)) / APART));
  return {
    mean: logRatios(figures.map(({ typical }) => Math.max(LEAST_PART, typical)) as unknown as Four),
    covariance: covarianceOfLogs(spreads.map((sd) => sd * sd) as unknown as Four),
  };
}
