// Everything that the module exports. Each function has a reference of the same name in core/data/kernels/reference.
export { copyDoubles, copyWords } from './copy-words';
export { countLine, countPlane } from './count-bins';
export { andCount, inEllipse, inQuadrants, keepInRange } from './gates';
export { inPolygon } from './in-polygon';
export { bytesToFloats, halvesToFloats, wordsToFloats } from './integers-to-floats';
export { keyLabelled } from './key-labelled';
export { scalePieces } from './scale-pieces';
export { transposeHalvesToFloats, transposeWordsToFloats } from './transpose-integers';
export { transposeWords } from './transpose-words';
export { addWeightedFloats, addWeightedFloats4 } from './weighted-sum';
