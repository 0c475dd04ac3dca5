/** The compiled module of core/data/kernels/assembly. It may be posted to workers. */
export type KernelModule = WebAssembly.Module;

/** Compiles what scripts/build-kernels.mjs has built. Takes no time to speak of: a few kilobytes. */
export const compileKernels = (wasm: Uint8Array): KernelModule => new WebAssembly.Module(wasm);
