import type { Finding } from '../../base/finding.ts';
import { invert } from '../../base/math/matrix.ts';
import type { Channel } from '../events/channel.ts';
import type { Compensation } from '../events/compensation.ts';
import type { EventTable, RawColumn, Values } from '../events/event-table.ts';
import { toLinear } from '../events/scale-values.ts';
import { judgeCompensation } from './already-compensated.ts';

/** Enough to see spillover of a few percent in the brightest twentieth. */
const EVENTS_LOOKED_AT = 20_000;

/** A finding where the events look as if the compensation that is about to be applied had been applied before. */
export function judgeSample(table: EventTable, channels: readonly Channel[], compensation: Compensation): readonly Finding[] {
  const matrix = invert(compensation.inverse);
  if (matrix === undefined || table.eventCount === 0) return [];
  const step = Math.ceil(table.eventCount / EVENTS_LOOKED_AT);
  const columns = compensation.channels.map((channel) => sampleLinear(table, channels, channel, step));
  const { verdict, pairs, without } = judgeCompensation(columns, matrix);
  return verdict === 'compensated' ? [{ code: 'compensated-twice', kind: 'note', values: { pairs, without } }] : [];
}

function sampleLinear(table: EventTable, channels: readonly Channel[], index: number, step: number): Float64Array {
  const channel = channels[index] as Channel;
  const taken = new Float64Array(table.shards.reduce((sum, { eventCount }) => sum + Math.ceil(eventCount / step), 0));
  let count = 0;
  for (const { columns, eventCount } of table.shards) {
    const raw = columns[index];
    if (raw === undefined) continue;
    for (let event = 0; event < eventCount; event += step) taken[count++] = raw[event]!;
  }
  // Brand: a few of the stored values, as they are stored
  return toLinear(taken.subarray(0, count) as Values as RawColumn, channel, count);
}
