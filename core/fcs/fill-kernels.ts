import type { Values } from '../events/event-table.ts';
import type { Chunk, CopyRows, Fill } from './fill.ts';

/** One channel by a kernel for values that take four bytes in their column. */
export function fillByKernel(name: 'copyWords' | 'wordsToFloats' | 'halvesToFloats', at: number, bigEndian: boolean, mask: number): Fill {
  return ({ bytes, rowBytes, kernels }, column, first) => {
    const copy = kernels[name];
    const source = bytes.byteOffset + at;
    const target = column.byteOffset + first * 4;
    return (from, to) => copy(source + from * rowBytes, rowBytes, to - from, target + from * 4, bigEndian, mask);
  };
}

export function fillDoubles(at: number, bigEndian: boolean): Fill {
  return ({ bytes, rowBytes, kernels: { copyDoubles } }, column, first) => {
    const source = bytes.byteOffset + at;
    const target = column.byteOffset + first * 8;
    return (from, to) => copyDoubles(source + from * rowBytes, rowBytes, to - from, target + from * 8, bigEndian);
  };
}

/** Four neighbouring channels at once, which is faster than one after another. */
export function fillFour(
  { bytes, rowBytes, kernels: { transposeWords } }: Chunk,
  columns: readonly [Values, Values, Values, Values],
  first: number,
  at: number,
  bigEndian: boolean,
): CopyRows {
  const source = bytes.byteOffset + at;
  const [a, b, c, d] = columns.map((column) => column.byteOffset + first * 4) as [number, number, number, number];
  return (from, to) => {
    const moved = from * 4;
    transposeWords(source + from * rowBytes, rowBytes, to - from, a + moved, b + moved, c + moved, d + moved, bigEndian);
  };
}
