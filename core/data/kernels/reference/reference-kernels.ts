import type { KernelName, ReferenceKernel } from '../kernels.ts';
import { copyDoubles, copyWords } from './copy-words.ts';
import { countLine, countPlane } from './count-bins.ts';
import { andCount, inEllipse, inQuadrants, keepInRange } from './gates.ts';
import { inPolygon } from './in-polygon.ts';
import { bytesToFloats, halvesToFloats, wordsToFloats } from './integers-to-floats.ts';
import { keyLabelled } from './key-labelled.ts';
import { scalePieces } from './scale-pieces.ts';
import { transposeHalvesToFloats, transposeWordsToFloats } from './transpose-integers.ts';
import { transposeWords } from './transpose-words.ts';
import { addWeightedFloats, addWeightedFloats4 } from './weighted-sum.ts';

export const referenceKernels: { readonly [Name in KernelName]: ReferenceKernel<Name> } = {
  transposeWords,
  copyWords,
  copyDoubles,
  wordsToFloats,
  halvesToFloats,
  bytesToFloats,
  transposeWordsToFloats,
  transposeHalvesToFloats,
  keepInRange,
  inEllipse,
  inPolygon,
  inQuadrants,
  andCount,
  countPlane,
  countLine,
  keyLabelled,
  addWeightedFloats,
  addWeightedFloats4,
  scalePieces,
};

export const kernelNames = Object.keys(referenceKernels) as readonly KernelName[];
