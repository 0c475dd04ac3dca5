import type { PieceTable } from './pieces.ts';

/** A pair of inverse functions between a linear value and the display scale (0 to 1 over the transform's range). */
export interface Scale {
  /** NaN in, NaN out; values outside the range go below 0 or above 1. A log scale gives -Infinity at and below 0. */
  readonly scale: (value: number) => number;
  readonly unscale: (position: number) => number;
  /** The same by polynomials, where it has them, for whole columns. */
  readonly pieces?: PieceTable;
}

export interface TransformKind<P> {
  /** Precomputes what depends on the parameters alone. The parameters have passed the schema. */
  readonly compile: (params: P) => Scale;
}

/** Linear values as they are. One object, so that a column need not be copied to be scaled by it. */
export const identityScale: Scale = { scale: (value) => value, unscale: (position) => position };
