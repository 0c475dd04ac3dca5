import type { ReferenceKernel } from '../kernels.ts';
import { halvesToFloats, wordsToFloats } from './integers-to-floats.ts';

/* Four single columns, one after another: plain, and what "transposed" means. */

export const transposeWordsToFloats: ReferenceKernel<'transposeWordsToFloats'> = (view) => {
  const column = wordsToFloats(view);
  return (source, rowBytes, rows, first, second, third, fourth, bigEndian, firstMask, secondMask, thirdMask, fourthMask) => {
    column(source, rowBytes, rows, first, bigEndian, firstMask);
    column(source + 4, rowBytes, rows, second, bigEndian, secondMask);
    column(source + 8, rowBytes, rows, third, bigEndian, thirdMask);
    column(source + 12, rowBytes, rows, fourth, bigEndian, fourthMask);
  };
};

export const transposeHalvesToFloats: ReferenceKernel<'transposeHalvesToFloats'> = (view) => {
  const column = halvesToFloats(view);
  return (source, rowBytes, rows, first, second, third, fourth, bigEndian, firstMask, secondMask, thirdMask, fourthMask) => {
    column(source, rowBytes, rows, first, bigEndian, firstMask);
    column(source + 2, rowBytes, rows, second, bigEndian, secondMask);
    column(source + 4, rowBytes, rows, third, bigEndian, thirdMask);
    column(source + 6, rowBytes, rows, fourth, bigEndian, fourthMask);
  };
};
