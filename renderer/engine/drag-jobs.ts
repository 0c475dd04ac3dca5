import type { DragPlan } from '../../core/gating/drag/drag-plan.ts';
import { type DragRange, openDragRange } from '../../core/gating/drag/drag-range.ts';
import type { DraggableGate } from '../../core/gating/drag/part-test.ts';
import type { JobContext } from '../../core/jobs/job-table.ts';
import { type DragBoard, drawPicture, meet } from './drag-board.ts';

/** The events of this worker in the drag under way: a hand holds one gate at a time. */
let held: (RangeArgs & { readonly range: DragRange }) | undefined;

/** A drag in one of its ranges of events. What one call keeps, the next one of the same home finds. */
export const dragJobs = {
  /** False where it cannot be done in steps. */
  async openDrag(args: RangeArgs): Promise<boolean> {
    held = undefined;
    const { plan, board, place, from, to } = args;
    const range = openDragRange(plan, from, to, board.ranges[place]!.events);
    held = range && { ...args, range };
    return range !== undefined;
  },

  /** The answer is on the board. False where the drag is over. */
  async moveDrag({ drag, gate, move }: MoveArgs, { signal }: JobContext): Promise<boolean> {
    if (held?.drag !== drag) return false;
    const { range, plan, board, place } = held;
    range.move(gate);
    board.ranges[place]!.counts.set(range.counts());
    if (!meet(board, move, () => signal.aborted)) return false;
    for (let i = place; i < plan.pictures.length; i += board.ranges.length) drawPicture(board, plan, i, move);
    return true;
  },

  async closeDrag({ drag }: { readonly drag: string }): Promise<void> {
    if (held?.drag === drag) held = undefined;
  },
};

export interface RangeArgs {
  readonly drag: string;
  readonly plan: DragPlan;
  readonly board: DragBoard;
  /** Of this range among all. */
  readonly place: number;
  readonly from: number;
  readonly to: number;
}

export interface MoveArgs {
  readonly drag: string;
  readonly gate: DraggableGate;
  /** From 1 on. */
  readonly move: number;
}
