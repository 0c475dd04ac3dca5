import type { Kernels } from '../kernels/kernels.ts';
import { type Bitmask, wordsFor } from './bitmask.ts';
import { columnBytes, type MemoryPool, type WorkArena } from './memory-pool.ts';

/** Events of a call: their columns and words stay in the nearest caches. A multiple of 32. */
const CHUNK = 4096;
const MOST_COLUMNS = 2;
const MOST_PARTS = 4;
const SHAPE_BYTES = 2 ** 18;

/** What a gate asks of the kernels for some events: addresses of its columns and of the words of its populations. */
export type GateWork = (kernels: Kernels, columns: readonly number[], events: number, words: readonly number[], shape: number) => void;

/**
 * Where gates are evaluated, their members counted and values keyed by the compiled kernels, chunk by chunk. Columns that lie in other
 * memories are laid down in the bench's own while they are worked on: 64 kB that never leave the cache.
 */
export interface GateBench {
  /** Does `work` for all events; words hold what the masks hold before. `shape` is laid down at a multiple of 8. */
  readonly run: (
    columns: readonly Float64Array[],
    eventCount: number,
    members: readonly Bitmask[],
    work: GateWork,
    shape?: Uint8Array,
  ) => void;
  /** Adds what `work` counts among the members, at its last address, to `counts` (at most 65,536). */
  readonly count: (
    columns: readonly Float64Array[],
    eventCount: number,
    members: Bitmask,
    work: (kernels: Kernels, columns: readonly number[], events: number, words: number, counts: number) => void,
    counts: Uint32Array,
  ) => void;
  /** Keys of values (the kernel `keyDoubles`), their numbers added to `counts`. */
  readonly key: (values: Float64Array, keyBits: number, keys: Uint16Array, counts: Uint32Array) => void;
}

/** Whether a shape has room on a bench. */
export const fitsBench = (shape: Uint8Array): boolean => shape.length <= SHAPE_BYTES;

const benches = new WeakMap<MemoryPool, GateBench>();

/** The bench of a pool: one for all of a thread. */
export function gateBenchOf(pool: MemoryPool): GateBench {
  const known = benches.get(pool) ?? openGateBench(pool.acquire(BENCH_BYTES));
  benches.set(pool, known);
  return known;
}

const BENCH_BYTES = MOST_COLUMNS * columnBytes(CHUNK, 8) + MOST_PARTS * columnBytes(wordsFor(CHUNK), 4) + SHAPE_BYTES;

function openGateBench(arena: WorkArena): GateBench {
  const { kernels } = arena;
  const laid = Array.from({ length: MOST_COLUMNS }, () => arena.float64(CHUNK));
  const parts = Array.from({ length: MOST_PARTS }, () => arena.uint32(wordsFor(CHUNK)));
  const place = arena.bytes(SHAPE_BYTES);
  const counted = new Uint32Array(place.buffer, place.byteOffset, SHAPE_BYTES / 4);

  function layDown(columns: readonly Float64Array[], start: number, events: number): readonly number[] {
    return columns.map((column, i) => {
      laid[i]!.set(column.subarray(start, start + events));
      return laid[i]!.byteOffset;
    });
  }
  return {
    run(columns, eventCount, members, work, shape) {
      if (shape !== undefined) place.set(shape);
      for (let start = 0; start < eventCount; start += CHUNK) {
        const events = Math.min(CHUNK, eventCount - start);
        const [first, end] = [start / 32, start / 32 + wordsFor(events)];
        const addresses = layDown(columns, start, events);
        members.forEach((mask, i) => parts[i]!.set(mask.subarray(first, end)));
        const words = members.map((_, i) => parts[i]!.byteOffset);
        work(kernels, addresses, events, words, place.byteOffset);
        members.forEach((mask, i) => mask.set(parts[i]!.subarray(0, end - first), first));
      }
    },
    count(columns, eventCount, members, work, counts) {
      counted.set(counts);
      const [words] = parts as [Uint32Array];
      for (let start = 0; start < eventCount; start += CHUNK) {
        const events = Math.min(CHUNK, eventCount - start);
        words.set(members.subarray(start / 32, start / 32 + wordsFor(events)));
        work(kernels, layDown(columns, start, events), events, words.byteOffset, place.byteOffset);
      }
      counts.set(counted.subarray(0, counts.length));
    },
    key(values, keyBits, keys, counts) {
      counted.set(counts);
      const made = new Uint16Array(laid[1]!.buffer, laid[1]!.byteOffset, CHUNK);
      for (let start = 0; start < values.length; start += CHUNK) {
        const events = Math.min(CHUNK, values.length - start);
        const [address] = layDown([values], start, events) as [number];
        kernels.keyDoubles(address, events, keyBits, made.byteOffset, place.byteOffset);
        keys.set(made.subarray(0, events), start);
      }
      counts.set(counted.subarray(0, counts.length));
    },
  };
}
