import type { ReferenceKernel } from '../kernels.ts';

export const transposeWords: ReferenceKernel<'transposeWords'> =
  (view) => (source, rowBytes, rows, first, second, third, fourth, bigEndian) => {
    const little = !bigEndian;
    for (let row = 0, from = source, to = 0; row < rows; row++, from += rowBytes, to += 4) {
      view.setUint32(first + to, view.getUint32(from, little), true);
      view.setUint32(second + to, view.getUint32(from + 4, little), true);
      view.setUint32(third + to, view.getUint32(from + 8, little), true);
      view.setUint32(fourth + to, view.getUint32(from + 12, little), true);
    }
  };
