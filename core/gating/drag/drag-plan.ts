import type { Bitmask } from '../../data/events/bitmask.ts';
import type { ColumnSource } from '../../data/events/column-source.ts';
import type { ScaleBounds } from '../../data/transforms/bounded-scale.ts';
import type { Transform } from '../../data/transforms/transforms.ts';

/**
 * All that a gate's move can change, as plain data: several threads can each take a range of the events.
 * An event has one part of the gate: 0 where it is in none of its populations, else the population's place from 1.
 */
export interface DragPlan {
  readonly eventCount: number;
  /** The gate's populations and one more for none. */
  readonly partCount: number;
  /** Of the gate: one or two. */
  readonly axes: readonly DragAxis[];
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

/** Where a dimension's positions come from, as plain data. */
export interface DragAxis {
  readonly of: number | ColumnSource;
  /** Absent where linear values are the positions. */
  readonly transform?: Transform;
  /** What the scale is held between. */
  readonly bounds?: ScaleBounds | undefined;
}

/** A plot of a follower. */
export interface DragPicture {
  readonly id: string;
  /** The place of its population among the followers. */
  readonly follower: number;
  /** As for its population. */
  readonly masks: readonly number[];
  /** One or two; bins are counted along the first. */
  readonly axes: readonly PictureAxis[];
  readonly binCount: number;
}

export interface PictureAxis extends DragAxis {
  /** Shown range on its scale. */
  readonly min: number;
  readonly max: number;
}

/** What is known of each event of one range, from its first. */
export interface DragColumns {
  /** On the scales of the gate's dimensions; no `y` where it has one. */
  readonly x: Float64Array;
  readonly y?: Float64Array;
  /** For each picture of the plan. */
  readonly pictures: readonly PictureColumn[];
}

interface PictureColumn {
  readonly bins: Uint16Array;
  /** Events that have no place in the plot, if there are any. */
  readonly placeless: Bitmask | undefined;
}
