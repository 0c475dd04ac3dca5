import type { PlainScale } from './plain-scales.ts';

/** A document before it is written: what its gates mean, in the words of the standard. */
export interface DocumentModel {
  readonly scales: readonly { readonly id: string; readonly scale: PlainScale; readonly bounds: Bounds }[];
  readonly ratios: readonly {
    readonly id: string;
    readonly numerator: string;
    readonly denominator: string;
    readonly A: number;
    readonly B: number;
    readonly C: number;
    readonly bounds: Bounds;
  }[];
  readonly matrices: readonly MatrixModel[];
  readonly gates: readonly GateModel[];
}

export interface Bounds {
  readonly min?: number;
  readonly max?: number;
}

export interface MatrixModel {
  readonly id: string;
  readonly fluorochromes: readonly string[];
  readonly detectors: readonly string[];
  /** As written: its inverse where `inverted`. */
  readonly matrix: readonly (readonly number[])[];
  readonly inverted: boolean;
  /** What observed values are multiplied with. */
  readonly solved: readonly (readonly number[])[];
}

export interface DimensionModel {
  readonly compensation: string;
  /** Of a channel or fluorochrome, or of a ratio. */
  readonly name?: string;
  readonly ratio?: string;
  readonly scale?: string;
}

interface Named {
  readonly id: string;
  readonly parent?: string;
}

export type GateModel = Named &
  (
    | { readonly kind: 'rectangle'; readonly dimensions: readonly DimensionModel[]; readonly ranges: readonly Bounds[] }
    | {
        readonly kind: 'polygon';
        readonly dimensions: readonly DimensionModel[];
        readonly vertices: readonly (readonly [number, number])[];
      }
    | {
        readonly kind: 'ellipsoid';
        readonly dimensions: readonly DimensionModel[];
        readonly mean: readonly number[];
        readonly covariance: readonly (readonly number[])[];
        readonly distanceSquare: number;
      }
    | {
        readonly kind: 'quadrants';
        readonly dimensions: readonly DimensionModel[];
        readonly values: readonly (readonly number[])[];
        readonly quadrants: readonly { readonly id: string; readonly cells: readonly (number | null)[] }[];
      }
    | {
        readonly kind: 'boolean';
        readonly operation: 'and' | 'or' | 'not';
        readonly operands: readonly { readonly ref: string; readonly complement: boolean }[];
      }
  );

/** Events by channel, as they are stored. */
export interface FileModel {
  readonly channels: readonly { readonly name: string; readonly gain: number; readonly decades: number }[];
  readonly timeStep: number;
  readonly spill: { readonly channels: readonly string[]; readonly solved: readonly (readonly number[])[] };
  readonly columns: readonly (readonly number[])[];
  readonly eventCount: number;
  /** All values are small whole numbers: many events lie on edges. */
  readonly isLattice: boolean;
}

/** Stored values of a channel with log amplification end here. */
export const LOG_RANGE = 1024;
