import { readFileSync } from 'node:fs';
import { compileKernels, type KernelModule } from '../../core/data/kernels/wasm/kernel-module.ts';
import { firstPlace } from './first-place.ts';

/** Where the built module of kernels lies: beside dist's folders, beside the app's bundle, or in dist seen from the sources. */
const places = ['../../kernels/kernels.wasm', '../kernels/kernels.wasm', './kernels.wasm', '../../dist/kernels/kernels.wasm'] as const;
let compiled: { readonly module: KernelModule | undefined } | undefined;

/** The compiled kernels of core, once a process; `undefined` where they are not built, and their plain references do the work. */
export function kernelModule(): KernelModule | undefined {
  compiled ??= { module: compile() };
  return compiled.module;
}

export const kernelFile = (): URL | undefined => firstPlace(import.meta.url, ...places);

function compile(): KernelModule | undefined {
  const file = kernelFile();
  return file && compileKernels(readFileSync(file));
}
