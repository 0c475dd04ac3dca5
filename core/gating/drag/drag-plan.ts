import type { Bitmask } from '../../events/bitmask.ts';

/**
 * All that a gate's move can change, event by event, as plain data: several threads can each take a range of the events.
 * An event has one part of the gate: 0 where it is in none of its populations, else the population's place from 1.
 */
export interface DragPlan {
  readonly eventCount: number;
  /** The gate's populations and one more for none. */
  readonly partCount: number;
  /** On the scales of the gate's dimensions; no `y` where it has one. */
  readonly x: Float64Array;
  readonly y?: Float64Array;
  /** Events by what would follow from a part. */
  readonly masks: readonly Bitmask[];
  /** Populations that follow from the gate: its own, those below, and combinations of any of them. */
  readonly followers: readonly Follower[];
  /** All other populations, whose members stay. */
  readonly still: readonly { readonly path: string; readonly count: number }[];
  readonly pictures: readonly DragPicture[];
}

export interface Follower {
  readonly path: string;
  /** For each part, which of the masks holds the members if all events were in that part; -1 for no member. */
  readonly masks: readonly number[];
}

/** A plot of a follower. */
export interface DragPicture {
  readonly id: string;
  /** The place of its population among the followers. */
  readonly follower: number;
  /** As for its population, without events that have no place in the plot. */
  readonly masks: readonly number[];
  /** The bin of each event. */
  readonly bins: Uint16Array;
  readonly binCount: number;
}
