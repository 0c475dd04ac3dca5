import { conditionNumber, invert, type Matrix } from '../../base/math/matrix.ts';
import { Problem } from '../../base/problem.ts';

/** A spillover matrix over channels of a data set: row = fluorochrome, column = detector, so observed = true x matrix. */
export interface Spillover {
  /** Channel numbers in the data set, from 0, in the matrix's order. */
  readonly channels: readonly number[];
  readonly matrix: Matrix;
}

/** The inverse, ready to be applied: compensated = observed x inverse. */
export interface Compensation {
  readonly channels: readonly number[];
  readonly inverse: Matrix;
  readonly conditionNumber: number;
}

/** Throws `singular-spillover` where no inverse exists: the channels cannot be told apart. */
export function solveCompensation({ channels, matrix }: Spillover): Compensation {
  const inverse = invert(matrix);
  if (inverse === undefined) throw new Problem('singular-spillover', singular);
  return { channels, inverse, conditionNumber: conditionNumber(matrix, inverse) };
}

const singular = {
  en: 'The spillover matrix has no inverse, so it cannot be used to compensate; correct it or analyse without compensation.',
  ja: '漏れ込み行列に逆行列がないため補正できません。行列を修正するか、補正なしで解析してください。',
};
