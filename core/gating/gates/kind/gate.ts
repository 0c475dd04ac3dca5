import type * as z from 'zod';
import type { Sentence } from '../../../base/message.ts';
import type { Bitmask } from '../../../data/events/bitmask.ts';
import type { ScaledColumn } from '../../../data/events/event-table.ts';
import type { GateKernels, GateWork } from '../../../data/events/gate-kernels.ts';
import type { GateBounds, GateEditing, GateTool, GateTurn } from './editing.ts';
import type { Line, PlotWindow, Point, Range } from './geometry.ts';
import type { GridAxes, GridInput } from './grid.ts';
import type { BoundScale, LinearWork } from './linear-work.ts';
import type { GateParts } from './parts.ts';

/** What a gate is evaluated on: the columns of its dimensions over one shard, and other populations of the same events. */
export interface GateInput {
  readonly columns: readonly ScaledColumn[];
  readonly eventCount: number;
  /** Members of another population in the same shard, by path. */
  readonly population: (path: string) => Bitmask;
  /** What that population does not hold, without the events that have no value there; all others where absent. */
  readonly complement?: (path: string) => Bitmask;
  /** Compiled kernels; without them the same is done in plain TypeScript, which is their oracle. */
  readonly gateKernels?: GateKernels;
}

/** An increasing function of one dimension's coordinates. */
export type CoordinateMap = (coordinate: number) => number;

/** Populations that a gate combines instead of looking at events. */
export interface Combination {
  readonly operation: 'and' | 'or';
  readonly operands: readonly { readonly population: string; readonly complement: boolean }[];
}

/** Where a population's label may stand: in these corners of the plot, clockwise from the upper left, or around what these places span. */
type LabelPlace = { readonly corners: readonly number[] } | { readonly around: readonly Point[] };

/** Where a gate parts the plane in four, clockwise from the upper left; its y divider left and right of x. */
export interface Cross {
  readonly x: number;
  readonly y: readonly [number, number];
}

/** A population as other programs can have it: ranges, or a polygon. */
type Piece =
  | { readonly ranges: readonly Range[]; readonly outside?: true | undefined }
  | { readonly vertices: readonly Point[]; readonly outside?: true | undefined };

/** Where a gate cuts single channels: what priors learn from, and what drifts. */
interface GateCuts<G> {
  /** Every cut of a dimension. */
  readonly along: (gate: G, dimension: number) => readonly number[];
  /** The one place that stands for them. */
  readonly at: (gate: G, dimension: number) => number | undefined;
  /** Positions by name, such as `NK CD3`, to be charted over time; those of all its populations are given with the first. */
  readonly landmarks: (gate: G, population: string, dimensions: readonly string[]) => readonly (readonly [string, number])[];
}

/**
 * A kind of gate: data apart from behaviour, all of it in one record, but for what XML and React make of it. One gate gives one or more populations (a quadrant gives four);
 * `members` holds one empty mask for each, to be filled whatever the parent holds: a population is that AND its parent's.
 * NaN is outside every gate. What is optional is absent where the kind has no such thing.
 */
export interface GateKind<G> {
  readonly schema: z.ZodType<G>;
  /** What it is called, which may depend on its dimensions. */
  readonly words: (gate: G) => Sentence;
  readonly populationCount: (gate: G) => number;
  /** In how many dimensions it is drawn. */
  readonly dimensionCount: (gate: G) => number;
  readonly evaluate: (gate: G, input: Omit<GateInput, 'gateKernels'>, members: readonly Bitmask[]) => void;
  /** The same by compiled kernels. */
  readonly work?: (gate: G) => GateWork | undefined;
  /** The same on linear values; undefined where no dimension gains by it. */
  readonly linearWork?: (gate: G, scales: readonly BoundScale[]) => LinearWork | undefined;
  /** As FlowJo counts it, its coordinates linear; false where it is counted as it stands. */
  readonly countOnGrid?: (drawn: G, axes: GridAxes, input: GridInput<G>, members: readonly Bitmask[]) => boolean;
  /** As FlowJo 11.2 is reported to count it: every event stands in the middle of its cell of a grid of so many a dimension. */
  readonly countByCentre?: (gate: G, cells: number, input: Omit<GateInput, 'gateKernels'>, members: readonly Bitmask[]) => void;
  /**
   * The gate with every coordinate of dimension i put through map i: moved, or on another scale. Undefined where the result
   * would be of another kind (an ellipse on a curved scale).
   */
  readonly mapCoordinates: (gate: G, maps: readonly CoordinateMap[]) => G | undefined;
  /** Its edges are bounds of single channels: the same events on every scale. */
  readonly isUpright: boolean;

  readonly combination?: (gate: G) => Combination;
  readonly withOperands?: (gate: G, operands: Combination['operands']) => G;

  /** Its lines on the display scales, each by itself, in its first two dimensions; open sides lie on the window. */
  readonly lines: (gate: G, window: PlotWindow) => readonly Line[];
  readonly labelPlace: (gate: G, part: number, window: PlotWindow) => LabelPlace;
  /** The corners of its closed outline, close enough to each other to be drawn on curved scales; it is drawn by its own coordinates without. */
  readonly bentOutline?: (gate: G) => readonly Point[];
  /** Undefined where it is not drawn in one or two dimensions. Without, it cannot be pressed or dragged. */
  readonly parts?: (gate: G) => GateParts | undefined;
  readonly editing?: GateEditing<G>;
  readonly turn?: GateTurn<G>;
  readonly bounds?: GateBounds<G>;
  readonly tools?: readonly GateTool<G>[];

  readonly cross?: (gate: G) => Cross;
  readonly cuts?: GateCuts<G>;
  /** One for each population, for formats that have no such kind. Without, they refuse it by name. */
  readonly pieces?: (gate: G) => readonly Piece[];
}
