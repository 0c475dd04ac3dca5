import { mapTuple } from './tuple.ts';

/** A composition of four parts as three log-ratio coordinates. */
export type Coordinates = readonly [number, number, number];
/** Three by three, row by row. */
export type Matrix3 = readonly [number, number, number, number, number, number, number, number, number];

/**
 * An orthonormal basis of log-ratios (Egozcue et al., Math Geol 2003;35:279): NK against NKT-like; both against T; all three against
 * double negative. Distances do not depend on which basis it is.
 */
const basis: readonly [Four, Four, Four] = [
  [Math.SQRT1_2, -Math.SQRT1_2, 0, 0],
  [1 / Math.sqrt(6), 1 / Math.sqrt(6), -2 / Math.sqrt(6), 0],
  [1 / Math.sqrt(12), 1 / Math.sqrt(12), 1 / Math.sqrt(12), -3 / Math.sqrt(12)],
];

export type Four = readonly [number, number, number, number];

/** Of parts above 0, in any unit. */
export function logRatios(parts: Four): Coordinates {
  const logs = parts.map(Math.log);
  return mapTuple(basis, (row) => row.reduce((sum, weight, i) => sum + weight * logs[i]!, 0));
}

type Axis = 0 | 1 | 2;

/** A matrix from its entries, by row and column. */
export const matrixOf = (at: (row: Axis, column: Axis) => number): Matrix3 => [
  at(0, 0),
  at(0, 1),
  at(0, 2),
  at(1, 0),
  at(1, 1),
  at(1, 2),
  at(2, 0),
  at(2, 1),
  at(2, 2),
];

export const minus = (a: Coordinates, b: Coordinates): Coordinates => mapTuple(a, (value, i) => value - b[i]!);

/** Covariance of the coordinates where the logarithms of the parts vary each by itself. */
export function covarianceOfLogs(variances: Four): Matrix3 {
  return matrixOf((a, b) => basis[a].reduce((sum, weight, i) => sum + weight * basis[b][i]! * variances[i]!, 0));
}

/** Percentages of the parts from coordinates. */
export function partsOf(coordinates: Coordinates): Four {
  const values = mapTuple([0, 1, 2, 3], (part) => Math.exp(coordinates.reduce((sum, value, row) => sum + value * basis[row]![part]!, 0)));
  const total = values.reduce((sum, value) => sum + value, 0);
  return mapTuple(values, (value) => (100 * value) / total);
}

export const addMatrices = (a: Matrix3, b: Matrix3): Matrix3 => mapTuple(a, (value, i) => value + b[i]!);
export const scaleMatrix = (a: Matrix3, factor: number): Matrix3 => mapTuple(a, (value) => value * factor);

export function determinant([a, b, c, d, e, f, g, h, i]: Matrix3): number {
  return a * (e * i - f * h) - b * (d * i - f * g) + c * (d * h - e * g);
}

export function invert(matrix: Matrix3): Matrix3 {
  const [a, b, c, d, e, f, g, h, i] = matrix;
  const scale = 1 / determinant(matrix);
  const cofactors: Matrix3 = [
    e * i - f * h,
    c * h - b * i,
    b * f - c * e,
    f * g - d * i,
    a * i - c * g,
    c * d - a * f,
    d * h - e * g,
    b * g - a * h,
    a * e - b * d,
  ];
  return scaleMatrix(cofactors, scale);
}

/** Squared length of a difference by an inverse covariance (Mahalanobis). */
export function quadratic(difference: Coordinates, inverse: Matrix3): number {
  let sum = 0;
  for (let a = 0; a < 3; a++) for (let b = 0; b < 3; b++) sum += difference[a]! * inverse[3 * a + b]! * difference[b]!;
  return sum;
}

/** Trace of a product. */
export function traceOfProduct(a: Matrix3, b: Matrix3): number {
  let sum = 0;
  for (let i = 0; i < 3; i++) for (let k = 0; k < 3; k++) sum += a[3 * i + k]! * b[3 * k + i]!;
  return sum;
}
