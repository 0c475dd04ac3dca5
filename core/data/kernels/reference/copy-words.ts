import type { ReferenceKernel } from '../kernels.ts';

export const copyWords: ReferenceKernel<'copyWords'> = (view) => (source, rowBytes, rows, target, bigEndian, mask) => {
  for (let row = 0, from = source, to = target; row < rows; row++, from += rowBytes, to += 4)
    view.setUint32(to, view.getUint32(from, !bigEndian) & mask, true);
};

/** Two words each: a NaN moved as a double may lose its payload. */
export const copyDoubles: ReferenceKernel<'copyDoubles'> = (view) => (source, rowBytes, rows, target, bigEndian) => {
  const low = bigEndian ? 4 : 0;
  for (let row = 0, from = source, to = target; row < rows; row++, from += rowBytes, to += 8) {
    view.setUint32(to, view.getUint32(from + low, !bigEndian), true);
    view.setUint32(to + 4, view.getUint32(from + 4 - low, !bigEndian), true);
  }
};
