import type { ReferenceKernel } from '../kernels.ts';

export const wordsToFloats: ReferenceKernel<'wordsToFloats'> = (view) => (source, rowBytes, rows, target, bigEndian, mask) => {
  for (let row = 0, from = source, to = target; row < rows; row++, from += rowBytes, to += 4)
    view.setFloat32(to, (view.getUint32(from, !bigEndian) & mask) >>> 0, true);
};

export const halvesToFloats: ReferenceKernel<'halvesToFloats'> = (view) => (source, rowBytes, rows, target, bigEndian, mask) => {
  for (let row = 0, from = source, to = target; row < rows; row++, from += rowBytes, to += 4)
    view.setFloat32(to, view.getUint16(from, !bigEndian) & mask, true);
};

export const bytesToFloats: ReferenceKernel<'bytesToFloats'> = (view) => (source, rowBytes, rows, target, mask) => {
  for (let row = 0, from = source, to = target; row < rows; row++, from += rowBytes, to += 4)
    view.setFloat32(to, view.getUint8(from) & mask, true);
};
