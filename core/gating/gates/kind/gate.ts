import type { Bitmask } from '../../../data/events/bitmask.ts';
import type { ScaledColumn } from '../../../data/events/event-table.ts';
import type { GateKernels, GateWork } from '../../../data/events/gate-kernels.ts';

/** What a gate is evaluated on: the columns of its dimensions over one shard, and other populations of the same events. */
export interface GateInput {
  readonly columns: readonly ScaledColumn[];
  readonly eventCount: number;
  /** Members of another population in the same shard, by path. */
  readonly population: (path: string) => Bitmask;
  /** Compiled kernels; without them the same is done in plain TypeScript, which is their oracle. */
  readonly gateKernels?: GateKernels;
}

/** An increasing function of one dimension's coordinates. */
export type CoordinateMap = (coordinate: number) => number;

/**
 * A kind of gate: data apart from behaviour. One gate gives one or more populations (a quadrant gives four);
 * `members` holds one empty mask for each, to be filled whatever the parent holds: a population is that AND its parent's.
 * NaN is outside every gate.
 */
export interface GateKind<G> {
  readonly populationCount: (gate: G) => number;
  /** In how many dimensions it is drawn. */
  readonly dimensionCount: (gate: G) => number;
  readonly evaluate: (gate: G, input: Omit<GateInput, 'gateKernels'>, members: readonly Bitmask[]) => void;
  /** The same by compiled kernels; undefined where there are none for this gate. */
  readonly work: (gate: G) => GateWork | undefined;
  /**
   * The gate with every coordinate of dimension i put through map i: moved, or on another scale. Undefined where the result
   * would be of another kind (an ellipse on a curved scale).
   */
  readonly mapCoordinates: (gate: G, maps: readonly CoordinateMap[]) => G | undefined;
}
