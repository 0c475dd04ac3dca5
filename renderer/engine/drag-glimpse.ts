import type { DragColumns, DragPlan } from '../../core/gating/drag/drag-plan.ts';
import { openDragRange } from '../../core/gating/drag/drag-range.ts';
import type { DraggableGate } from '../../core/gating/drag/draggable.ts';
import { shadeDensity } from '../../core/show/plot/density-raster.ts';
import { BINS } from '../../core/statistics/histograms/plot-data.ts';
import { isDensity, type MovedPicture } from './drag-board.ts';

/** The first events of a big sample, moved in the window's own thread while the workers make the others ready. */
export interface Glimpse {
  readonly eventCount: number;
  /** For each picture of the plan; undefined where the last look was a moment ago. */
  readonly at: (gate: DraggableGate) => readonly MovedPicture[] | undefined;
}

/** A look takes some milliseconds: one a frame is enough, ms. */
const BETWEEN_LOOKS = 16;

export function openGlimpse(plan: DragPlan, columns: DragColumns, start: DraggableGate): Glimpse | undefined {
  const eventCount = columns.x.length;
  const range = openDragRange(plan, { from: 0, to: eventCount }, columns, start);
  let last = Number.NEGATIVE_INFINITY;
  return (
    range && {
      eventCount,
      at(gate) {
        if (performance.now() - last < BETWEEN_LOOKS) return undefined;
        range.move(gate);
        const counts = range.counts();
        const pictures = plan.pictures.map(({ binCount, follower }, i) => {
          const events = range.pictures[i]!;
          return {
            events,
            shaded: isDensity(binCount) ? shadeDensity({ density: events, bins: BINS, count: counts[follower]! }) : undefined,
          };
        });
        last = performance.now();
        return pictures;
      },
    }
  );
}
