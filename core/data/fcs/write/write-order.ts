import type { FcsDescription } from './write-content.ts';

/** The text of $BYTEORD. */
export function byteOrderText(order: FcsDescription['byteOrder']): string {
  if (order === 'little') return '1,2,3,4';
  return order === 'big' ? '4,3,2,1' : order.join(',');
}

/** 'little', 'big' or, for an order such as 3,4,1,2, the file position of each byte of a value, least significant first. */
export function bytePositions(order: FcsDescription['byteOrder']): 'little' | 'big' | readonly number[] {
  if (typeof order === 'string') return order;
  if (order.every((value, index) => value === index + 1)) return 'little';
  if (order.every((value, index) => value === order.length - index)) return 'big';
  return order.map((_, significance) => order.indexOf(significance + 1));
}
