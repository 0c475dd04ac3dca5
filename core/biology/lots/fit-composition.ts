import {
  addMatrices,
  type Coordinates,
  type Four,
  invert,
  logRatios,
  type Matrix3,
  minus,
  partsOf,
  quadratic,
  scaleMatrix,
} from '../../base/math/log-ratio.ts';
import { normalQuantile } from '../../base/math/normal.ts';
import { posteriorMean } from '../classification/distance.ts';
import type { Features } from '../features/feature.ts';
import { compositionIds } from '../features/feature-kinds.ts';
import { expectedComposition, logOfPart } from '../profiles/expectation.ts';
import type { ExpectedComposition, Figure } from '../profiles/profile.ts';
import { calibrationOf, median, robustMoments, spreadOf } from './robust.ts';

/** The profile that lots are shrunk towards counts as so many of them. */
const PRIOR_LOTS = 5;

export interface FittedComposition {
  readonly composition: ExpectedComposition;
  /** F statistic of each lot by the profile of the others, after calibration. */
  readonly leftOut: readonly number[];
}

/** Mean and covariance of at least ten lots over log-ratios: robust, the covariance shrunk towards the starting profile's, calibrated. */
export function fitComposition(
  lots: readonly Features[],
  start: ExpectedComposition | undefined,
  source: string,
): FittedComposition | undefined {
  const percents = lots.flatMap((features) => {
    const parts = compositionIds.flatMap((id) => features.get(id) ?? []);
    return parts.length === compositionIds.length ? [parts.map(posteriorMean) as unknown as Four] : [];
  });
  if (percents.length < lots.length) return undefined;
  const points = percents.map(logRatios);
  const { mean, covariance } = shrunk(points, start);
  const n = points.length;
  const degrees = n - 3;
  const statistics = points.map((point, i) => {
    const others = shrunk(
      points.filter((_, k) => k !== i),
      start,
    );
    const inverse = invert(scaleMatrix(others.covariance, 1 + 1 / (n - 1)));
    const d2 = quadratic(minus(point, others.mean), inverse);
    return (d2 * (n - 4)) / (3 * (n - 2));
  });
  const calibration = calibrationOf(statistics, 3, n - 4);
  const centre = partsOf(mean);
  const figures = compositionIds.map((_, i) =>
    figureOf(
      percents.map((parts) => logOfPart(parts[i]!)),
      centre[i]!,
      source,
    ),
  );
  const [nk, nkt, t, dn] = figures as unknown as readonly [Figure, Figure, Figure, Figure];
  return {
    composition: { nk, 'nkt-like': nkt, t, 'double-negative': dn, fitted: { mean: [...mean], covariance: [...covariance], calibration } },
    leftOut: degrees > 0 ? statistics.map((f) => f / calibration) : [],
  };
}

function shrunk(
  points: readonly Coordinates[],
  start: ExpectedComposition | undefined,
): { readonly mean: Coordinates; readonly covariance: Matrix3 } {
  const own = robustMoments(points);
  if (start === undefined) return own;
  const weight = PRIOR_LOTS / (PRIOR_LOTS + points.length);
  const prior = expectedComposition(start).covariance;
  return { mean: own.mean, covariance: addMatrices(scaleMatrix(own.covariance, 1 - weight), scaleMatrix(prior, weight)) };
}

/** For people to read; the calculation goes by mean and covariance. */
function figureOf(logs: readonly number[], typical: number, source: string): Figure {
  const reach = Math.max(0.05, spreadOf(logs, median(logs))) * normalQuantile(0.95);
  const round = (value: number) => Number(Math.min(100, value).toPrecision(3));
  const [low, high] = [typical * Math.exp(-reach), typical * Math.exp(reach)].map(round) as [number, number];
  return { typical: Math.min(high, Math.max(low, round(typical))), low, high, source };
}
