import type { EventRange } from '../../core/data/events/event-range.ts';
import { openSampleColumns } from '../../core/data/events/sample-columns.ts';
import type { DragColumns, DragPlan } from '../../core/gating/drag/drag-plan.ts';
import type { Protocol } from '../../core/study/protocol/protocol.ts';
import { readDragColumns, tableOfRange } from '../../core/study/sample/drag-columns.ts';
import { compensationOf } from '../../core/study/sample/prepared-sample.ts';
import { derivedMemory } from './reading-memory.ts';
import { type SharedSample, tableOf } from './shared-sample.ts';

/** In a worker: what a plan asks for of one range of events, and nothing more. To prepare the sample would take longer than all the rest. */
export async function readRange(
  { sample, protocol }: { readonly sample: SharedSample; readonly protocol: Protocol },
  plan: DragPlan,
  range: EventRange,
  throwIfCancelled: () => void,
): Promise<DragColumns> {
  const { table, dataset } = tableOf(sample);
  const { compensation } = compensationOf(protocol, { table, dataset });
  const columns = openSampleColumns(tableOfRange(table, range), dataset.channels, compensation, await derivedMemory());
  return readDragColumns(columns, plan, range, throwIfCancelled);
}
