import type { DragColumns, DragPlan } from '../../core/gating/drag/drag-plan.ts';
import { openDragRange } from '../../core/gating/drag/drag-range.ts';
import type { DraggableGate } from '../../core/gating/drag/draggable.ts';
import { type ShadeKind, shadeDensity } from '../../core/show/plot/density-raster.ts';
import { BINS } from '../../core/statistics/histograms/plot-data.ts';
import { isDensity, type MovedPicture } from './drag-board.ts';

/** The first events of a sample, moved in the window's own thread: what they say stands in the next frame, however many others there are. */
export interface Glimpse {
  readonly eventCount: number;
  /** Undefined where the last look was a moment ago, unless it `isUrgent`. */
  readonly at: (gate: DraggableGate, isUrgent?: boolean) => Glimpsed | undefined;
}

interface Glimpsed {
  /** For each follower of the plan, how many of the first events it holds now more than where the gate was taken hold of. */
  readonly changes: Float64Array;
  /** For each follower, how many it holds. */
  readonly counts: Float64Array;
  /** For each picture of the plan. */
  readonly pictures: readonly MovedPicture[];
}

/** A look takes some milliseconds: one a frame is enough, ms. */
const BETWEEN_LOOKS = 12;

export function openGlimpse(
  plan: DragPlan,
  columns: DragColumns,
  start: DraggableGate,
  kindOf: (plot: string) => ShadeKind,
): Glimpse | undefined {
  const eventCount = columns.x.length;
  const range = openDragRange(plan, { from: 0, to: eventCount }, columns, start);
  const before = range?.counts();
  let last = Number.NEGATIVE_INFINITY;
  return (
    range &&
    before && {
      eventCount,
      at(gate, isUrgent = false) {
        if (!isUrgent && performance.now() - last < BETWEEN_LOOKS) return undefined;
        range.move(gate);
        const counts = range.counts();
        const pictures = plan.pictures.map(({ id, binCount, follower }, i) => {
          const events = range.pictures[i]!;
          return {
            events,
            shaded: isDensity(binCount) ? shadeDensity({ density: events, bins: BINS, count: counts[follower]! }, kindOf(id)) : undefined,
          };
        });
        last = performance.now();
        return { changes: counts.map((count, i) => count - before[i]!), counts, pictures };
      },
    }
  );
}

/**
 * About how many events of the whole each follower holds: what it held where the gate was taken hold of and, of the first events, the change since,
 * times how many others each of them stands for. Without the former what the first events hold, times as much. Exact where the first are all.
 */
export function estimated(
  { followers, eventCount }: Pick<DragPlan, 'followers' | 'eventCount'>,
  { changes, counts }: Pick<Glimpsed, 'changes' | 'counts'>,
  all: number,
  before: ReadonlyMap<string, number> | undefined,
): ReadonlyMap<string, number> {
  const each = all / Math.max(1, eventCount);
  return new Map(
    followers.map(({ path }, i) => {
      const known = before?.get(path);
      const about = known === undefined ? counts[i]! * each : known + changes[i]! * each;
      return [path, Math.max(0, Math.min(all, Math.round(about)))] as const;
    }),
  );
}
