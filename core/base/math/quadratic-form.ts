import { invert } from './matrix.ts';

type Matrix = readonly (readonly number[])[];

/** The inverse of a covariance matrix, whatever the units of its dimensions; undefined where there is none. */
export function inverseOf(covariance: Matrix): Matrix | undefined {
  const units = covariance.map((row, i) => Math.sqrt(Math.abs(row[i]!)) || 1);
  const plain = covariance.map((row, i) => row.map((value, j) => value / (units[i]! * units[j]!)));
  if (plain.some((row) => row.some((value) => !Number.isFinite(value)))) return undefined;
  return invert(plain)?.map((row, i) => row.map((value, j) => value / (units[i]! * units[j]!)));
}

/** x' A x. */
export function quadraticForm(matrix: Matrix, x: readonly number[]): number {
  let sum = 0;
  for (let i = 0; i < x.length; i++) {
    const row = matrix[i]!;
    let inner = 0;
    for (let j = 0; j < x.length; j++) inner += row[j]! * x[j]!;
    sum += x[i]! * inner;
  }
  return sum;
}
