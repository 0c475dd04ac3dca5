import { createMemoryPool, type MemoryPool } from '../../core/events/memory-pool.ts';
import { compileKernels } from '../../core/kernels/kernel-module.ts';

/** Event columns of one file: more than this asks for the command line. */
const FILE_LIMIT_BYTES = 12 * 2 ** 30;
let pool: Promise<MemoryPool> | undefined;

/** The memory that this worker reads files into, one after another, with the compiled kernels. */
export function readingMemory(): Promise<MemoryPool> {
  pool ??= openPool();
  return pool;
}

async function openPool(): Promise<MemoryPool> {
  const wasm = await (await fetch(kernelsUrl)).arrayBuffer();
  return createMemoryPool(FILE_LIMIT_BYTES, compileKernels(new Uint8Array(wasm)));
}

// bundled with the page as a file of its own
const kernelsUrl = new URL('../../dist/kernels/kernels.wasm', import.meta.url);
