import { type Bitmask, forEachEvent, wordsFor } from '../../data/events/bitmask.ts';
import type { Values } from '../../data/events/event-table.ts';

/** Events of one piece of an export, column by column. */
export interface EventBlock {
  readonly count: number;
  readonly columns: readonly Values[];
}

/** Columns of one shard, in file order, and where its events begin. */
export interface ShardColumns {
  readonly firstEvent: number;
  readonly eventCount: number;
  readonly columns: readonly Values[];
}

/** Few enough that a block of many channels stays small beside the events themselves. */
const BLOCK_EVENTS = 32_768;

/** The events of a population (all, without `members`) in order, in blocks that are copies: one block a time is in memory. */
export function* eventBlocks(shards: readonly ShardColumns[], members?: Bitmask): Generator<EventBlock> {
  for (const { firstEvent, eventCount, columns } of shards) {
    for (let done = 0; done < eventCount; done += BLOCK_EVENTS) {
      const count = Math.min(BLOCK_EVENTS, eventCount - done);
      const inside = members && membersIn(members, firstEvent + done, count);
      const block = columns.map((column) => {
        const part = column.subarray(done, done + count);
        return inside === undefined ? part.slice() : gather(part, inside);
      });
      const held = inside?.length ?? count;
      if (held > 0) yield { count: held, columns: block };
    }
  }
}

/** Places within the block of the events that belong; `first` is a multiple of 32, as shards and blocks are. */
function membersIn(members: Bitmask, first: number, count: number): Uint32Array {
  const words = members.subarray(first / 32, first / 32 + wordsFor(count)) as Bitmask;
  const places: number[] = [];
  forEachEvent(words, (event) => {
    if (event < count) places.push(event);
  });
  return Uint32Array.from(places);
}

function gather(column: Values, places: Uint32Array): Values {
  const out = column.slice(0, places.length);
  places.forEach((place, i) => {
    out[i] = column[place]!;
  });
  return out;
}
