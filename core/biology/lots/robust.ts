import { fUpperTail } from '../../base/math/fisher-f.ts';
import { addMatrices, type Coordinates, invert, type Matrix3, matrixOf, minus, quadratic, scaleMatrix } from '../../base/math/log-ratio.ts';
import { mapTuple } from '../../base/math/tuple.ts';

/** Degrees of freedom of the t distribution that outlying lots are weighed down by. */
const NU = 4;

/**
 * Mean and covariance of lots in three coordinates as a multivariate t has them (EM; Liu and Rubin, Statistica Sinica 1995;5:19), the
 * covariance brought to that of normal data. One odd lot moves them little.
 */
export function robustMoments(points: readonly Coordinates[]): { readonly mean: Coordinates; readonly covariance: Matrix3 } {
  let mean = weightedMean(
    points,
    points.map(() => 1),
  );
  let covariance = scatter(
    points,
    mean,
    points.map(() => 1),
  );
  for (let turn = 0; turn < 100; turn++) {
    const inverse = invert(ridged(covariance));
    const weights = points.map((point) => (NU + 3) / (NU + quadratic(minus(point, mean), inverse)));
    mean = weightedMean(points, weights);
    covariance = scatter(points, mean, weights);
  }
  return { mean, covariance: scaleMatrix(ridged(covariance), consistency) };
}

/** On normal data the t scatter is 0.77 of the covariance in three coordinates (by simulation; a test repeats it). */
const consistency = 1.3;

function weightedMean(points: readonly Coordinates[], weights: readonly number[]): Coordinates {
  const sum = weights.reduce((total, weight) => total + weight, 0);
  return mapTuple([0, 1, 2], (axis) => points.reduce((total, point, i) => total + weights[i]! * point[axis]!, 0) / sum);
}

/** Divided by n - 1, as a covariance of lots is. */
function scatter(points: readonly Coordinates[], mean: Coordinates, weights: readonly number[]): Matrix3 {
  return matrixOf(
    (a, b) =>
      points.reduce((total, point, i) => total + weights[i]! * (point[a] - mean[a]) * (point[b] - mean[b]), 0) / (points.length - 1),
  );
}

/** Lots that agree in a coordinate to the last digit must not make a matrix without an inverse. */
const ridged = (matrix: Matrix3): Matrix3 => addMatrices(matrix, [0.0025, 0, 0, 0, 0.0025, 0, 0, 0, 0.0025]);

export function median(values: readonly number[]): number {
  const sorted = values.toSorted((a, b) => a - b);
  const half = sorted.length / 2;
  return sorted.length % 2 === 0 ? (sorted[half - 1]! + sorted[half]!) / 2 : sorted[Math.floor(half)]!;
}

/** Median absolute deviation, brought to the standard deviation of normal data. */
export const spreadOf = (values: readonly number[], centre = median(values)): number =>
  1.4826 * median(values.map((value) => Math.abs(value - centre)));

/**
 * By how much squared distances must be divided for half of the lots that were left out to lie within the median of F: what shrinking
 * and weighing did to the scale, found out by leave-one-out. Only ever widens a profile, by ten times at most.
 */
export function calibrationOf(fStatistics: readonly number[], p: number, degrees: number): number {
  let [low, high] = [0, 100];
  for (let step = 0; step < 60; step++) {
    const middle = (low + high) / 2;
    if (fUpperTail(middle, p, degrees) > 0.5) low = middle;
    else high = middle;
  }
  return Math.min(10, Math.max(1, median(fStatistics) / high));
}
