import type { DragPlan } from '../../core/gating/drag/drag-plan.ts';
import { type DragRange, openDragRange } from '../../core/gating/drag/drag-range.ts';
import type { DraggableGate } from '../../core/gating/drag/part-test.ts';

/** The events of this worker in the drag under way: a hand holds one gate at a time. */
let held: { readonly drag: string; readonly range: DragRange } | undefined;

/** What the events of one range come to where the gate is now. */
export interface RangeResult {
  /** For each follower of the plan. */
  readonly counts: Float64Array;
  readonly pictures: readonly Uint32Array[];
}

/** A drag in one of its ranges of events. What one call keeps, the next one of the same home finds. */
export const dragJobs = {
  /** False where it cannot be done in steps. */
  async openDrag({ drag, plan, from, to }: RangeArgs): Promise<boolean> {
    held = undefined;
    const range = openDragRange(plan, from, to);
    held = range && { drag, range };
    return range !== undefined;
  },

  /** Undefined where the drag is over. */
  async moveDrag({ drag, gate }: { readonly drag: string; readonly gate: DraggableGate }): Promise<RangeResult | undefined> {
    if (held?.drag !== drag) return undefined;
    held.range.move(gate);
    return { counts: held.range.counts(), pictures: held.range.pictures };
  },

  async closeDrag({ drag }: { readonly drag: string }): Promise<void> {
    if (held?.drag === drag) held = undefined;
  },
};

export interface RangeArgs {
  readonly drag: string;
  readonly plan: DragPlan;
  readonly from: number;
  readonly to: number;
}
