import { type Bitmask, wordsFor } from '../../data/events/bitmask.ts';
import type { Wanted } from '../../data/events/column-pass.ts';
import type { ScaledColumn } from '../../data/events/event-table.ts';
import type { SampleColumns } from '../../data/events/sample-columns.ts';
import type { GatingChannel } from '../strategy/gating-channel.ts';
import type { EvaluationPart } from './evaluators.ts';

/** The columns of a gate in one shard. */
export interface ShardColumns extends Omit<EvaluationPart, 'population'> {
  readonly wordsOf: (mask: Bitmask) => Bitmask;
}

/** Whole columns for one gate after another; `order` is what gates look at, in the order in which they will be asked for. */
export function openGateColumns(columns: SampleColumns, order: readonly GatingChannel[]) {
  const wantedOf = ({ index, source, scale }: GatingChannel): Wanted => ({ of: source ?? index, scale });
  return (channels: readonly GatingChannel[]): readonly ShardColumns[] => {
    columns.trim(); // no gate holds columns here
    const at = order.findIndex(({ index }) => index === channels[0]?.index);
    const scaled = columns.ahead(channels.map(wantedOf), order.slice(Math.max(0, at)).map(wantedOf));
    return columns.shards.map((shard, i) => ({
      columns: scaled.map((parts) => parts[i] as ScaledColumn),
      linear: () => channels.map(({ index, source }) => columns.linear(source ?? index)[i] as Float64Array),
      eventCount: shard.eventCount,
      wordsOf: (mask) => mask.subarray(shard.firstEvent / 32, shard.firstEvent / 32 + wordsFor(shard.eventCount)) as Bitmask,
    }));
  };
}
