import type { Field } from './fcs-file.ts';

/** Bits of `mask`, which is always one less than a power of two. */
export const maskBits = (mask: bigint): number => (mask === 0n ? 0 : mask.toString(2).length);

/** The narrowest column that holds every value of an integer of `bits` bits exactly. */
export function integerKind(bits: number): ColumnKind {
  if (bits <= 24) return 'float32';
  return bits <= 32 ? 'uint32' : 'float64';
}

export type ColumnKind = 'float32' | 'float64' | 'uint32';

export const columnWidth = (kind: ColumnKind): number => (kind === 'float64' ? 8 : 4);

export function fieldKind(field: Field): ColumnKind {
  if (field.type === 'text') return 'float64';
  if (field.type === 'float') return field.width === 4 ? 'float32' : 'float64';
  return integerKind(field.mask === undefined ? field.width * 8 : maskBits(field.mask));
}
