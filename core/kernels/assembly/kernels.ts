// Everything that the module exports. Each function has a plain twin of the same name in core/kernels/twins.
export { copyDoubles, copyWords } from './copy-words';
export { bytesToFloats, halvesToFloats, wordsToFloats } from './integers-to-floats';
export { transposeHalvesToFloats, transposeWordsToFloats } from './transpose-integers';
export { transposeWords } from './transpose-words';
