import type { Finding } from '../../../base/finding.ts';
import type { Channel } from '../../events/channel.ts';
import type { EventTable } from '../../events/event-table.ts';
import { countNotFinite } from '../../events/finite.ts';
import { isTime } from '../../events/scale-values.ts';
import { found } from '../findings.ts';

/** One finding for each channel that was read and holds NaN or infinities, with how many. */
export const notFinite = ({ shards, eventCount }: EventTable, channels: readonly Channel[]): readonly Finding[] =>
  channels.flatMap((channel) => {
    const { index, name } = channel;
    const count = shards.reduce(
      (sum, { columns }) => sum + (columns[index - 1] === undefined ? 0 : countNotFinite(columns[index - 1]!)),
      0,
    );
    const percent = Math.round((10_000 * count) / Math.max(1, eventCount)) / 100;
    if (count === 0) return [];
    const said = { channel: name || String(index), count, percent };
    return [found(percent >= MANY && !isTime(channel) ? 'numbers-missing' : 'values-not-finite', said)];
  });

/** Per cent of the events from which on those that are left do not stand for all. */
const MANY = 1;
