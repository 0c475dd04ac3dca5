import { type Arena, columnBytes, type MemoryPool, type WorkArena } from '../memory/memory-pool.ts';
import { CHUNK } from './chunk.ts';
import { type GateBench, gateBenchBytes, openGateBench } from './gate-bench.ts';
import { openWorkbench, plainBench, type Workbench, workbenchBytes } from './workbench.ts';

/** Columns of a chunk that can be made side by side. */
export const MOST_MADE = 32;

/**
 * A place of work: room for the columns of one chunk, which are made there and looked at there and never leave the cache. All of it is one
 * memory, so that kernels that make columns and those that look at them need not hand anything over.
 */
export interface Desk {
  readonly bench: Workbench;
  /** Where gates are evaluated, members counted and values keyed; undefined without compiled kernels, whose twins would be slower than plain loops. */
  readonly gateBench: GateBench | undefined;
  /** Room for columns of at most `CHUNK` values. */
  readonly room: readonly Float64Array[];
}

const desks = new WeakMap<MemoryPool, Desk>();
/** Those that lie beside the events of a shard, where this thread read it. */
const inArenas = new WeakMap<Arena, Desk>();

export const deskIn = (arena: Arena): Desk | undefined => inArenas.get(arena);

/** The desk of a pool, on which stored values of any memory are laid down: one for all of a thread. */
export function deskOf(pool: MemoryPool): Desk {
  const known = desks.get(pool) ?? (pool.isCompiled ? openDesk(pool.acquire(deskBytes(true)), true) : plainDesk());
  desks.set(pool, known);
  return known;
}

/** What a desk takes of an arena; `lays` where stored values of other memories are to be laid down on it. */
export const deskBytes = (lays: boolean): number => MOST_MADE * columnBytes(CHUNK, 8) + workbenchBytes(lays) + gateBenchBytes;

/** A desk in an arena: beside stored values it takes them where they lie. */
export function openDesk(arena: WorkArena, lays: boolean): Desk {
  const room = Array.from({ length: MOST_MADE }, () => arena.float64(CHUNK));
  const desk = { room, bench: openWorkbench(arena, lays), gateBench: openGateBench(arena) };
  inArenas.set(arena, desk);
  return desk;
}

const plainDesk = (): Desk => ({
  room: Array.from({ length: MOST_MADE }, () => new Float64Array(CHUNK)),
  bench: plainBench,
  gateBench: undefined,
});
