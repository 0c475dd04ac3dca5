import type { Kernels } from '../kernels.ts';
import { kernelNames, referenceKernels } from '../reference/reference-kernels.ts';
import type { KernelModule } from './kernel-module.ts';

/** The references of all kernels over one memory. */
export function openReferenceKernels({ buffer }: WebAssembly.Memory): Kernels {
  const view = new DataView(buffer);
  return {
    transposeWords: referenceKernels.transposeWords(view),
    copyWords: referenceKernels.copyWords(view),
    copyDoubles: referenceKernels.copyDoubles(view),
    wordsToFloats: referenceKernels.wordsToFloats(view),
    halvesToFloats: referenceKernels.halvesToFloats(view),
    bytesToFloats: referenceKernels.bytesToFloats(view),
    transposeWordsToFloats: referenceKernels.transposeWordsToFloats(view),
    transposeHalvesToFloats: referenceKernels.transposeHalvesToFloats(view),
    keepInRange: referenceKernels.keepInRange(view),
    inEllipse: referenceKernels.inEllipse(view),
    inPolygon: referenceKernels.inPolygon(view),
    inQuadrants: referenceKernels.inQuadrants(view),
    andCount: referenceKernels.andCount(view),
    countPlane: referenceKernels.countPlane(view),
    countLine: referenceKernels.countLine(view),
    keyLabelled: referenceKernels.keyLabelled(view),
    addWeightedFloats: referenceKernels.addWeightedFloats(view),
    addWeightedFloats4: referenceKernels.addWeightedFloats4(view),
    scalePieces: referenceKernels.scalePieces(view),
  };
}

/** The kernels over one memory: compiled ones where the host has handed in their module, else the references. */
export function openKernels(memory: WebAssembly.Memory, module: KernelModule | undefined): Kernels {
  if (module === undefined) return openReferenceKernels(memory);
  const { exports } = new WebAssembly.Instance(module, { env: { memory } });
  const missing = kernelNames.filter((name) => typeof exports[name] !== 'function');
  if (missing.length > 0) throw new Error(`the module of kernels lacks ${missing.join(', ')}: build it again`);
  // what a module exports is known by name only; the tests compare each kernel with its reference
  return exports as unknown as Kernels;
}
