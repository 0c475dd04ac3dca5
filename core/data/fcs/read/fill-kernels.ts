import type { Values } from '../../events/event-table.ts';
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

export function fillBytes(at: number, mask: number): Fill {
  return ({ bytes, rowBytes, kernels: { bytesToFloats } }, column, first) => {
    const source = bytes.byteOffset + at;
    const target = column.byteOffset + first * 4;
    return (from, to) => bytesToFloats(source + from * rowBytes, rowBytes, to - from, target + from * 4, mask);
  };
}

export type GroupKernel = 'transposeWords' | 'transposeWordsToFloats' | 'transposeHalvesToFloats';
type Four<T> = readonly [T, T, T, T];

/** Four neighbouring channels at once, which is faster than one after another. */
export interface FourFields {
  readonly kernel: GroupKernel;
  /** Byte offset of the first in the row. */
  readonly at: number;
  readonly bigEndian: boolean;
  readonly masks: Four<number>;
}

export function fillFour({ kernel, at, bigEndian, masks }: FourFields, chunk: Chunk, columns: Four<Values>, first: number): CopyRows {
  const { bytes, rowBytes, kernels } = chunk;
  const transpose = kernels[kernel];
  const source = bytes.byteOffset + at;
  const [a, b, c, d] = columns.map((column) => column.byteOffset + first * 4) as unknown as Four<number>;
  return (from, to) => {
    const moved = from * 4;
    // The kernel of plain words takes no masks and leaves them be.
    transpose(source + from * rowBytes, rowBytes, to - from, a + moved, b + moved, c + moved, d + moved, bigEndian, ...masks);
  };
}
