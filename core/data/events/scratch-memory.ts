import { type Arena, columnBytes, type MemoryPool, type WorkArena } from '../memory/memory-pool.ts';
import { CHUNK } from './chunk.ts';
import { type ColumnKernels, columnKernelBytes, openColumnKernels, plainColumnKernels } from './column-kernels.ts';
import { type GateKernels, gateKernelBytes, openGateKernels } from './gate-kernels.ts';

/** Columns of a chunk that can be made side by side. */
export const MOST_MADE = 32;

/**
 * A place of work: room for the columns of one chunk, which are made there and looked at there and never leave the cache. All of it is one
 * memory, so that kernels that make columns and those that look at them need not hand anything over.
 */
export interface ScratchMemory {
  readonly columnKernels: ColumnKernels;
  /** Where gates are evaluated, members counted and values keyed; undefined without compiled kernels, whose references would be slower than plain loops. */
  readonly gateKernels: GateKernels | undefined;
  /** Room for columns of at most `CHUNK` values. */
  readonly room: readonly Float64Array[];
}

const scratchMemories = new WeakMap<MemoryPool, ScratchMemory>();
/** Those that lie beside the events of a shard, where this thread read it. */
const inArenas = new WeakMap<Arena, ScratchMemory>();

export const scratchMemoryIn = (arena: Arena): ScratchMemory | undefined => inArenas.get(arena);

/** The scratch memory of a pool, into which stored values of any memory are copied: one for all of a thread. */
export function scratchMemoryOf(pool: MemoryPool): ScratchMemory {
  const known =
    scratchMemories.get(pool) ?? (pool.isCompiled ? openScratchMemory(pool.acquire(scratchMemoryBytes(true)), true) : plainScratchMemory());
  scratchMemories.set(pool, known);
  return known;
}

/** What scratch memory takes of an arena; `copies` where stored values of other memories are to be copied into it. */
export const scratchMemoryBytes = (copies: boolean): number =>
  MOST_MADE * columnBytes(CHUNK, 8) + columnKernelBytes(copies) + gateKernelBytes;

/** A scratch in an arena: beside stored values it takes them where they lie. */
export function openScratchMemory(arena: WorkArena, copies: boolean): ScratchMemory {
  const room = Array.from({ length: MOST_MADE }, () => arena.float64(CHUNK));
  const scratch = { room, columnKernels: openColumnKernels(arena, copies), gateKernels: openGateKernels(arena) };
  inArenas.set(arena, scratch);
  return scratch;
}

const plainScratchMemory = (): ScratchMemory => ({
  room: Array.from({ length: MOST_MADE }, () => new Float64Array(CHUNK)),
  columnKernels: plainColumnKernels,
  gateKernels: undefined,
});
