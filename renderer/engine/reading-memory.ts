import { compileKernels, type KernelModule } from '../../core/data/kernels/wasm/kernel-module.ts';
import { createMemoryPool, type MemoryPool } from '../../core/data/memory/memory-pool.ts';
import { slabbedPool } from '../../core/data/memory/slabbed-pool.ts';

/** Event columns of one file: more than this asks for the command line. */
const FILE_LIMIT_BYTES = 12 * 2 ** 30;
/** Derived columns of this worker, in slabs: a process may have some hundred memories. */
const DERIVED_LIMIT_BYTES = 4 * 2 ** 30;
const SLAB_BYTES = 2 ** 28;
let kernels: Promise<KernelModule> | undefined;
let reading: Promise<MemoryPool> | undefined;
let derived: Promise<MemoryPool> | undefined;

/** The memory that this worker reads files into, one after another, with the compiled kernels. */
export function readingMemory(): Promise<MemoryPool> {
  reading ??= loadKernels().then((module) => createMemoryPool(FILE_LIMIT_BYTES, module));
  return reading;
}

/** Memory for one large file, which is its own as long as somebody holds its columns. A process may have some hundred such memories. */
export const ownMemory = (): Promise<MemoryPool> => loadKernels().then((module) => createMemoryPool(FILE_LIMIT_BYTES, module));

/** The memory that this worker makes columns in. */
export function derivedMemory(): Promise<MemoryPool> {
  derived ??= loadKernels().then((module) => slabbedPool(createMemoryPool(DERIVED_LIMIT_BYTES, module), SLAB_BYTES));
  return derived;
}

/** Compiled once a worker. */
function loadKernels(): Promise<KernelModule> {
  kernels ??= fetch(kernelsUrl)
    .then((answer) => answer.arrayBuffer())
    .then((wasm) => compileKernels(new Uint8Array(wasm)));
  return kernels;
}

// bundled with the page as a file of its own
const kernelsUrl = new URL('../../dist/kernels/kernels.wasm', import.meta.url);
