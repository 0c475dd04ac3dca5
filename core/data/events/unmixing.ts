import { invert, type Matrix, multiply } from '../../base/math/matrix.ts';
import { Problem } from '../../base/problem.ts';

/**
 * What observed values are multiplied with: observed (1 x detectors) x result (detectors x fluorochromes). The inverse of a square
 * matrix; with more detectors than fluorochromes the least-squares solution R' (R R')^-1.
 * Throws `singular-spillover` where the fluorochromes cannot be told apart.
 */
export function solveUnmixing(matrix: Matrix): Matrix {
  const transposed = (matrix[0] ?? []).map((_, j) => matrix.map((row) => row[j]!));
  const solved = matrix.length === transposed.length ? invert(matrix) : leastSquares(matrix, transposed);
  if (solved === undefined || solved.some((row) => row.some((value) => !Number.isFinite(value))))
    throw new Problem('singular-spillover', {
      en: 'The spillover matrix has no inverse, so it cannot be used to compensate; correct it or analyse without compensation.',
      ja: '漏れ込み行列に逆行列がないため補正できません。行列を修正するか、補正なしで解析してください。',
    });
  return solved;
}

function leastSquares(matrix: Matrix, transposed: Matrix): Matrix | undefined {
  const inner = invert(multiply(matrix, transposed));
  return inner === undefined ? undefined : multiply(transposed, inner);
}
