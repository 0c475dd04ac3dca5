import { conditionNumber, invert, type Matrix } from '../../base/math/matrix.ts';

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

/** Undefined where no inverse exists: the channels cannot be told apart. */
export function solveCompensation({ channels, matrix }: Spillover): Compensation | undefined {
  const inverse = invert(matrix);
  return inverse && { channels, inverse, conditionNumber: conditionNumber(matrix, inverse) };
}
