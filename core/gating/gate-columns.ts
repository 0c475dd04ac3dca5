import { type Bitmask, wordsFor } from '../events/bitmask.ts';
import type { ColumnSource } from '../events/column-source.ts';
import type { ScaledColumn } from '../events/event-table.ts';
import type { SampleColumns } from '../events/sample-columns.ts';
import type { EvaluationPart } from './evaluators.ts';
import type { GatingChannel } from './gate-sample.ts';

/** The columns of a gate in one shard. */
export interface ShardColumns extends Omit<EvaluationPart, 'population'> {
  readonly wordsOf: (mask: Bitmask) => Bitmask;
}

/** Whole columns for one gate after another; `order` is what gates look at, in the order in which they will be asked for. */
export function openGateColumns(columns: SampleColumns, order: readonly (number | ColumnSource)[]) {
  return (channels: readonly GatingChannel[]): readonly ShardColumns[] => {
    columns.trim(); // no gate holds columns here
    const now = channels.map(({ index, source }) => source ?? index);
    columns.ahead(now, order.slice(order.indexOf(now[0] ?? -1)));
    const scaled = channels.map(({ index, source, scale }) => columns.scaled(source ?? index, scale));
    return columns.shards.map((shard, i) => ({
      columns: scaled.map((parts) => parts[i] as ScaledColumn),
      linear: () => channels.map(({ index, source }) => columns.linear(source ?? index)[i] as Float64Array),
      eventCount: shard.eventCount,
      wordsOf: (mask) => mask.subarray(shard.firstEvent / 32, shard.firstEvent / 32 + wordsFor(shard.eventCount)) as Bitmask,
    }));
  };
}
