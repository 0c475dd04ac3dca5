import type { JobContext } from '../../core/base/workers/job-table.ts';
import type { EventRange } from '../../core/data/events/event-range.ts';
import type { DragPlan } from '../../core/gating/drag/drag-plan.ts';
import { type DragRange, openDragRange } from '../../core/gating/drag/drag-range.ts';
import type { DraggableGate } from '../../core/gating/drag/part-test.ts';
import type { Protocol } from '../../core/study/protocol/protocol.ts';
import { type DragBoard, shareDrawing } from './drag-board.ts';
import { readRange } from './range-columns.ts';
import type { SharedSample } from './shared-sample.ts';

/** The events of this worker in the drag under way: a hand holds one gate at a time. */
let held: (Pick<RangeArgs, 'drag' | 'plan' | 'board' | 'place'> & { readonly range: DragRange }) | undefined;

/** A drag in one of its ranges of events. What one call keeps, the next one of the same affinity finds. */
export const dragJobs = {
  /** False where it cannot be done in steps. */
  async openDrag(
    { drag, plan, board, place, range: events, gate, sample, protocol }: RangeArgs,
    { throwIfCancelled }: JobContext,
  ): Promise<boolean> {
    held = undefined;
    const columns = await readRange({ sample, protocol }, plan, events, throwIfCancelled);
    const range = openDragRange(plan, events, columns, gate, throwIfCancelled, board.ranges[place]!.events);
    held = range && { drag, plan, board, place, range };
    return range !== undefined;
  },

  /** The answer is on the board. False where the drag is over. */
  async moveDrag({ drag, gate, move }: MoveArgs): Promise<boolean> {
    if (held?.drag !== drag) return false;
    const { range, plan, board, place } = held;
    range.move(gate);
    board.ranges[place]!.counts.set(range.counts());
    shareDrawing(board, plan, move);
    return true;
  },

  async closeDrag({ drag }: { readonly drag: string }): Promise<void> {
    if (held?.drag === drag) held = undefined;
  },
};

export interface RangeArgs {
  readonly sample: SharedSample;
  readonly protocol: Protocol;
  readonly drag: string;
  readonly plan: DragPlan;
  readonly board: DragBoard;
  /** Of this range among all. */
  readonly place: number;
  readonly range: EventRange;
  /** Where it is at first. */
  readonly gate: DraggableGate;
}

export interface MoveArgs {
  readonly drag: string;
  readonly gate: DraggableGate;
  /** From 1 on. */
  readonly move: number;
}
