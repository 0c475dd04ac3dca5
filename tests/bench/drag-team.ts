import { Worker } from 'node:worker_threads';
import type { EventRange } from '../../core/data/events/event-range.ts';
import type { DragColumns, DragPlan } from '../../core/gating/drag/drag-plan.ts';
import type { PolygonGate } from '../../core/gating/gates/polygon/schema.ts';
import type { DragShare } from './drag-thread.ts';

export interface DragFrame {
  readonly counts: Float64Array;
  readonly pictures: readonly Uint32Array[];
}

/** Threads that share the events of a drag among them, in equal ranges. */
export interface DragTeam {
  /** How long it took until every range was open. */
  readonly openMs: number;
  /** Waits for the whole of what follows from a gate. */
  frame(gate: PolygonGate): DragFrame;
  close(): Promise<unknown>;
}

export function openDragTeam(plan: DragPlan, columnsOf: (range: EventRange) => DragColumns, start: PolygonGate, threads: number): DragTeam {
  const begun = performance.now();
  const shares = Array.from({ length: threads }, (_, i): DragShare => {
    const edge = (part: number): number =>
      part === threads ? plan.eventCount : 32 * Math.floor((part * plan.eventCount) / (32 * threads));
    const range = { from: edge(i), to: edge(i + 1) };
    return {
      plan,
      ...range,
      columns: columnsOf(range),
      start,
      control: new Int32Array(new SharedArrayBuffer(8)),
      vertices: new Float64Array(new SharedArrayBuffer(16 * start.vertices.length)),
      counts: new Float64Array(new SharedArrayBuffer(8 * plan.followers.length)),
      pictures: plan.pictures.map(({ binCount }) => new Uint32Array(new SharedArrayBuffer(4 * binCount))),
    };
  });
  const workers = shares.map(
    (workerData) => new Worker(new URL('./drag-thread.js', import.meta.url), { workerData, transferList: buffersOf(workerData.columns) }),
  );
  let frames = 0;
  const settle = () => {
    for (const { control } of shares) Atomics.wait(control, 1, frames);
  };
  settle();
  return {
    openMs: performance.now() - begun,
    frame(gate) {
      frames++;
      for (const { vertices: shared, control } of shares) {
        shared.set(gate.vertices.flat());
        Atomics.store(control, 0, frames);
        Atomics.notify(control, 0);
      }
      settle();
      return {
        counts: Float64Array.from(plan.followers, (_, i) => shares.reduce((sum, { counts }) => sum + counts[i]!, 0)),
        pictures: plan.pictures.map((_, i) => summed(shares.map(({ pictures }) => pictures[i]!))),
      };
    },
    close: () => Promise.all(workers.map((worker) => worker.terminate())),
  };
}

const buffersOf = ({ x, y, pictures }: DragColumns): ArrayBuffer[] =>
  [x, ...(y === undefined ? [] : [y]), ...pictures.map(({ bins }) => bins)].map(({ buffer }) => buffer as ArrayBuffer);

function summed(pictures: readonly Uint32Array[]): Uint32Array {
  const sum = new Uint32Array(pictures[0]!.length);
  for (const picture of pictures) for (let bin = 0; bin < sum.length; bin++) sum[bin]! += picture[bin]!;
  return sum;
}
