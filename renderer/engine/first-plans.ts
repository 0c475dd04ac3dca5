import type { CancelSignal } from '../../core/base/cancel-signal.ts';
import type { MemoryPool } from '../../core/data/memory/memory-pool.ts';
import type { DragColumns, DragPlan } from '../../core/gating/drag/drag-plan.ts';
import type { Gate } from '../../core/gating/gates/gates.ts';
import { readDragColumns } from '../../core/study/sample/drag-columns.ts';
import { firstEvents } from '../../core/study/sample/first-events.ts';
import { type PlotInSight, planDrag } from '../../core/study/sample/plan-drag.ts';
import type { PreparedSample } from '../../core/study/sample/prepared-sample.ts';
import { gatedOf, type SampleArgs } from './kept-samples.ts';

export interface FirstArgs {
  readonly plots: readonly PlotInSight[];
  /** How many events, from the first. */
  readonly events: number;
}

/** A gate's moves over the first events: with it, a number stands as soon as the gate has moved. */
export interface FirstPlan {
  readonly dimensions: readonly string[];
  /** Where it stands. */
  readonly gate: Gate;
  readonly plan: DragPlan;
  readonly columns: DragColumns;
}

/** By the gate's id. */
export type FirstPlans = ReadonlyMap<string, FirstPlan>;

/** In a worker, when it has nothing else to do: plans for every gate of a sample. */
export function planFirst(
  whole: PreparedSample,
  args: SampleArgs,
  { plots, events }: FirstArgs,
  pool: MemoryPool,
  signal: CancelSignal,
  throwIfCancelled: () => void,
): FirstPlans {
  const gated = gatedOf(args, whole, signal);
  const { sample, protocol } = firstEvents(whole, args.protocol, gated, events, pool);
  const plans = new Map<string, FirstPlan>();
  try {
    for (const { placed } of gated.populations) {
      if (placed?.id === undefined || plans.has(placed.id)) continue;
      const { id, gate, dimensions } = placed;
      const plan = planDrag(sample, protocol, { id, gate, dimensions }, plots, throwIfCancelled);
      if (plan === undefined) continue;
      const columns = readDragColumns(sample.columns, plan, { from: 0, to: plan.eventCount }, throwIfCancelled);
      plans.set(id, { dimensions, gate, plan, columns });
    }
    return plans;
  } finally {
    sample.release();
  }
}
