import { columnBytes, type WorkArena } from './memory-pool.ts';
import { benchBytes, openWorkbench, type Workbench } from './workbench.ts';

/** Room beside the columns of a shard for some columns that are made of them. */
export interface ShardRoom {
  readonly bench: Workbench;
  /** A column of doubles, one an event; undefined where all are in use. */
  readonly take: () => Float64Array | undefined;
  /** Columns that can be taken. */
  readonly free: () => number;
  readonly giveBack: (column: Float64Array) => void;
}

/** What the room takes of a shard's arena. */
export const roomBytes = (events: number, columns: number): number =>
  columns === 0 ? 0 : columns * columnBytes(events, 8) + benchBytes(false);

export function openRoom(arena: WorkArena, events: number, columns: number): ShardRoom {
  const bench = openWorkbench(arena, false);
  const free: Float64Array[] = Array.from({ length: columns }, () => arena.float64(events));
  return {
    bench,
    take: () => free.pop(),
    free: () => free.length,
    giveBack: (column) => void free.push(column),
  };
}
