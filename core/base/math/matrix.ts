/** A square matrix by rows. */
export type Matrix = readonly (readonly number[])[];

/** The inverse by Gauss-Jordan elimination with partial pivoting and one step of refinement; undefined where it is singular. */
export function invert(matrix: Matrix): Matrix | undefined {
  const first = eliminate(matrix);
  return first === undefined ? undefined : refine(matrix, first);
}

function eliminate(matrix: Matrix): number[][] | undefined {
  const n = matrix.length;
  const rows = matrix.map((row, i) => [...row, ...Array.from({ length: n }, (_, j) => (i === j ? 1 : 0))]);
  for (let column = 0; column < n; column++) {
    let pivot = column;
    for (let row = column + 1; row < n; row++) if (Math.abs(rows[row]![column]!) > Math.abs(rows[pivot]![column]!)) pivot = row;
    const head = rows[pivot]![column]!;
    if (!(Math.abs(head) > 1e-12)) return undefined;
    [rows[column], rows[pivot]] = [rows[pivot]!, rows[column]!];
    rows[column] = rows[column]!.map((value) => value / head);
    for (let row = 0; row < n; row++) {
      const factor = rows[row]![column]!;
      if (row !== column && factor !== 0) rows[row] = rows[row]!.map((value, j) => value - factor * rows[column]![j]!);
    }
  }
  return rows.map((row) => row.slice(n));
}

/** One Newton step, X (2 I - A X): rounding of the elimination falls to rounding of the products. */
function refine(matrix: Matrix, inverse: Matrix): Matrix {
  const correction = multiply(matrix, inverse).map((row, i) => row.map((value, j) => (i === j ? 2 : 0) - value));
  return multiply(inverse, correction);
}

export const multiply = (a: Matrix, b: Matrix): number[][] =>
  a.map((row) => Array.from({ length: b[0]?.length ?? 0 }, (_, j) => row.reduce((sum, value, k) => sum + value * b[k]![j]!, 0)));

/** Condition number in the 1-norm: how much an error of the matrix can grow in compensated values. */
export const conditionNumber = (matrix: Matrix, inverse: Matrix): number => oneNorm(matrix) * oneNorm(inverse);

const oneNorm = (matrix: Matrix): number => Math.max(...matrix.map((_, j) => matrix.reduce((sum, row) => sum + Math.abs(row[j]!), 0)));
