import { workerData } from 'node:worker_threads';
import type { DragColumns, DragPlan } from '../../core/gating/drag/drag-plan.ts';
import { openDragRange } from '../../core/gating/drag/drag-range.ts';
import type { DraggableGate } from '../../core/gating/drag/draggable.ts';

/** What a thread of the drag bench shares with its host. */
export interface DragShare {
  readonly plan: DragPlan;
  readonly from: number;
  readonly to: number;
  readonly columns: DragColumns;
  /** Where the gate is at first. */
  readonly start: DraggableGate;
  /** [0]: frames asked for, [1]: frames done, from 1 when the thread has opened its range. */
  readonly control: Int32Array;
  /** The polygon's place: x and y of each vertex. */
  readonly vertices: Float64Array;
  readonly counts: Float64Array;
  readonly pictures: readonly Uint32Array[];
}

const { plan, from, to, columns, start, control, vertices, counts, pictures }: DragShare = workerData;
const range = openDragRange(plan, { from, to }, columns, start);
if (range === undefined) throw new Error('no labels');
for (let frame = 0; ; frame++) {
  Atomics.store(control, 1, frame + 1);
  Atomics.notify(control, 1);
  Atomics.wait(control, 0, frame);
  range.move({
    kind: 'polygon',
    vertices: Array.from({ length: vertices.length / 2 }, (_, i): [number, number] => [vertices[2 * i]!, vertices[2 * i + 1]!]),
  });
  counts.set(range.counts());
  pictures.forEach((picture, i) => void picture.set(range.pictures[i]!));
}
