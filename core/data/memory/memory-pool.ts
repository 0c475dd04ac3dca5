import { Problem } from '../../base/problem.ts';
import type { Kernels } from '../kernels/kernels.ts';
import type { KernelModule } from '../kernels/wasm/kernel-module.ts';
import { openKernels } from '../kernels/wasm/open-kernels.ts';

const PAGE = 65_536;
/** Every column starts on a cache line, as SIMD kernels want it. */
const ALIGNMENT = 64;
/** One WebAssembly memory ends at 4 GiB; a shard stays well below, so that all its columns are reachable by 32-bit addresses. */
export const SHARD_LIMIT_BYTES = 2 ** 30;

/** A reusable piece of shared memory, handed out column by column. Freed as a whole. */
export interface Arena {
  readonly memory: WebAssembly.Memory;
  readonly freeBytes: number;
  float32(length: number): Float32Array<SharedArrayBuffer>;
  float64(length: number): Float64Array<SharedArrayBuffer>;
  uint32(length: number): Uint32Array<SharedArrayBuffer>;
  release(): void;
}

/** An arena where it was acquired, to be worked in. */
export interface WorkArena extends Arena {
  /** The kernels over this memory: an address is a column's `byteOffset`. */
  readonly kernels: Kernels;
  bytes(length: number): Uint8Array<SharedArrayBuffer>;
}

export interface MemoryPool {
  /** An arena with room for `bytes`; its contents are whatever was there before. Throws `memory-limit` when the pool's bound is reached. */
  acquire(bytes: number): WorkArena;
  /** Bytes of all memories, in use or idle. */
  readonly reservedBytes: number;
  readonly limitBytes: number;
  /** Whether kernels are compiled ones, not their references. */
  readonly isCompiled: boolean;
}

/** What a column of `length` values of `width` bytes takes in an arena, padding included. */
export const columnBytes = (length: number, width: number): number => Math.ceil((length * width) / ALIGNMENT) * ALIGNMENT;

/**
 * Keeps shared memories for reuse: touching fresh memory costs more than reading a file into used memory.
 * The bound counts all memories, so a batch of any length runs in bounded space.
 * `kernelModule` is the compiled module of core/data/kernels; without it their plain references do the same work.
 */
export function createMemoryPool(limitBytes: number, kernelModule?: KernelModule): MemoryPool {
  const kernels = new WeakMap<WebAssembly.Memory, Kernels>();
  const idle: WebAssembly.Memory[] = [];
  let reserved = 0;

  function memoryFor(bytes: number): WebAssembly.Memory {
    idle.sort((a, b) => a.buffer.byteLength - b.buffer.byteLength);
    const fitting = idle.findIndex((memory) => memory.buffer.byteLength >= bytes);
    if (fitting >= 0) return idle.splice(fitting, 1)[0]!;
    const pages = Math.max(1, Math.ceil(bytes / PAGE));
    while (reserved + pages * PAGE > limitBytes && idle.length > 0) reserved -= idle.pop()!.buffer.byteLength;
    if (bytes > SHARD_LIMIT_BYTES || reserved + pages * PAGE > limitBytes) throw memoryLimit(bytes, limitBytes);
    const memory = new WebAssembly.Memory({ initial: pages, maximum: pages, shared: true });
    reserved += memory.buffer.byteLength;
    return memory;
  }

  function kernelsOver(memory: WebAssembly.Memory): Kernels {
    const known = kernels.get(memory) ?? openKernels(memory, kernelModule);
    kernels.set(memory, known);
    return known;
  }

  return {
    limitBytes,
    isCompiled: kernelModule !== undefined,
    get reservedBytes() {
      return reserved;
    },
    acquire(bytes) {
      const memory = memoryFor(bytes);
      return openArena({ memory, start: 0, end: memory.buffer.byteLength }, kernelsOver(memory), () => idle.push(memory));
    },
  };
}

/** A piece of a memory, in bytes. */
export interface Region {
  readonly memory: WebAssembly.Memory;
  readonly start: number;
  readonly end: number;
}

/** Hands out columns from a region. */
export function openArena({ memory, start, end }: Region, kernels: Kernels, onRelease: () => void): WorkArena {
  const buffer = memory.buffer as SharedArrayBuffer;
  let next = start;
  let open = true;
  function take(bytes: number): number {
    if (!open) throw new Error('column asked from a released arena');
    const at = next;
    next += columnBytes(bytes, 1);
    if (next > end) throw new Error(`arena of ${end - start} bytes is full`);
    return at;
  }
  return {
    memory,
    kernels,
    get freeBytes() {
      return end - next;
    },
    bytes: (length) => new Uint8Array(buffer, take(length), length),
    float32: (length) => new Float32Array(buffer, take(length * 4), length),
    float64: (length) => new Float64Array(buffer, take(length * 8), length),
    uint32: (length) => new Uint32Array(buffer, take(length * 4), length),
    release() {
      if (open) onRelease();
      open = false;
    },
  };
}

function memoryLimit(bytes: number, limit: number): Problem {
  return new Problem(
    'memory-limit',
    {
      en: '{needed} MB more memory are needed than the limit of {limit} MB allows; close other samples or raise the limit.',
      ja: 'メモリ上限 {limit} MBに対し、さらに{needed} MBが必要です。ほかの検体を閉じるか、上限を上げてください。',
    },
    { needed: Math.ceil(bytes / 1e6), limit: Math.floor(limit / 1e6) },
  );
}
