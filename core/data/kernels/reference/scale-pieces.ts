import type { ReferenceKernel } from '../kernels.ts';

const float = new Float32Array(1);
const word = new Uint32Array(float.buffer);

export const scalePieces: ReferenceKernel<'scalePieces'> =
  (view) => (values, from, rows, table, states, pieces, first, pieceBits, shift, reach, least, zero) => {
    for (let row = from; row < rows; row++) {
      const at = values + 8 * row;
      const value = view.getFloat64(at, true);
      if (value === 0) view.setFloat64(at, zero, true);
      if (value === 0) continue;
      const size = Math.abs(value);
      if (!(size < reach)) return row;
      float[0] = size + shift;
      const piece = Math.min((word[0]! >>> (23 - pieceBits)) - first, pieces - 1);
      if (view.getUint8(states + piece) !== 1) return row;
      const place = table + 96 * piece;
      const t = (size - view.getFloat64(place, true)) * view.getFloat64(place + 8, true);
      let sum = view.getFloat64(place + 88, true);
      for (let term = place + 80; term >= place + 16; term -= 8) sum = sum * t + view.getFloat64(term, true);
      const position = Math.max(sum, least);
      view.setFloat64(at, value > 0 ? position : 2 * zero - position, true);
    }
    return rows;
  };
