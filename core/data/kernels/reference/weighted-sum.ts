import type { ReferenceKernel } from '../kernels.ts';

export const addWeightedFloats: ReferenceKernel<'addWeightedFloats'> = (view) => (sources, members, offset, weights, rows, target) => {
  for (let row = 0; row < rows; row++) {
    let sum = 0;
    for (let member = 0; member < members; member++)
      sum +=
        view.getFloat64(weights + 8 * member, true) * view.getFloat32(view.getUint32(sources + 4 * member, true) + offset + 4 * row, true);
    view.setFloat64(target + 8 * row, sum, true);
  }
};

export const addWeightedFloats4: ReferenceKernel<'addWeightedFloats4'> = (view) => (sources, members, offset, weights, rows, targets) => {
  for (let row = 0; row < rows; row++)
    for (let out = 0; out < 4; out++) {
      let sum = 0;
      for (let member = 0; member < members; member++)
        sum +=
          view.getFloat64(weights + 32 * member + 8 * out, true) *
          view.getFloat32(view.getUint32(sources + 4 * member, true) + offset + 4 * row, true);
      view.setFloat64(view.getUint32(targets + 4 * out, true) + 8 * row, sum, true);
    }
};
