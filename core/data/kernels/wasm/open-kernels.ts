import type { Kernels } from '../kernels.ts';
import { kernelNames, twins } from '../reference/reference-kernels.ts';
import type { KernelModule } from './kernel-module.ts';

/** The twins of all kernels over one memory. */
export function openTwins({ buffer }: WebAssembly.Memory): Kernels {
  const view = new DataView(buffer);
  return {
    transposeWords: twins.transposeWords(view),
    copyWords: twins.copyWords(view),
    copyDoubles: twins.copyDoubles(view),
    wordsToFloats: twins.wordsToFloats(view),
    halvesToFloats: twins.halvesToFloats(view),
    bytesToFloats: twins.bytesToFloats(view),
    transposeWordsToFloats: twins.transposeWordsToFloats(view),
    transposeHalvesToFloats: twins.transposeHalvesToFloats(view),
    keepInRange: twins.keepInRange(view),
    inEllipse: twins.inEllipse(view),
    inPolygon: twins.inPolygon(view),
    inQuadrants: twins.inQuadrants(view),
    andCount: twins.andCount(view),
    countPlane: twins.countPlane(view),
    countLine: twins.countLine(view),
    keyLabelled: twins.keyLabelled(view),
    addWeightedFloats: twins.addWeightedFloats(view),
    addWeightedFloats4: twins.addWeightedFloats4(view),
    scalePieces: twins.scalePieces(view),
  };
}

/** The kernels over one memory: compiled ones where the host has handed in their module, else the twins. */
export function openKernels(memory: WebAssembly.Memory, module: KernelModule | undefined): Kernels {
  if (module === undefined) return openTwins(memory);
  const { exports } = new WebAssembly.Instance(module, { env: { memory } });
  const missing = kernelNames.filter((name) => typeof exports[name] !== 'function');
  if (missing.length > 0) throw new Error(`the module of kernels lacks ${missing.join(', ')}: build it again`);
  // what a module exports is known by name only; the tests compare each kernel with its twin
  return exports as unknown as Kernels;
}
