import type { Finding } from '../../../base/finding.ts';
import type { Keywords } from '../../../base/keywords.ts';
import { found } from '../findings.ts';
import { shown, unpad } from '../numbers.ts';

/** $BYTEORD: the significance of each byte in file order, 1 for the least significant. */
export interface ByteOrder {
  readonly text: string;
  readonly significance: readonly number[];
  readonly direction: 'little' | 'big' | 'mixed' | 'unknown';
}

/** Reads $BYTEORD; an unusable one is 'unknown', which only single bytes and text can do without. */
export function readByteOrder(keywords: Keywords): { readonly order: ByteOrder; readonly findings: readonly Finding[] } {
  const text = unpad(keywords.get('$BYTEORD') ?? '');
  const usual = /^\d(,\d){0,7}$/.test(text.replaceAll(' ', ''));
  const plain = /^[\d\s,;]+$/.test(text) ? (text.match(/\d/g) ?? []).map(Number) : [];
  const complete = plain.length > 0 && plain.toSorted((a, b) => a - b).every((value, index) => value === index + 1);
  if (!complete) return { order: { text: shown(text), significance: [], direction: 'unknown' }, findings: [] };
  const little = plain.every((value, index) => value === index + 1);
  const big = plain.every((value, index) => value === plain.length - index);
  // A lone "1" says nothing of wider values.
  const direction = plain.length === 1 ? 'unknown' : little ? 'little' : big ? 'big' : 'mixed';
  const findings = [
    ...(usual ? [] : [found('byte-order-spelling', { order: shown(text) })]),
    ...(direction === 'mixed' ? [found('byte-order-mixed', { order: shown(text) })] : []),
  ];
  return { order: { text: shown(text), significance: plain, direction }, findings };
}

/** File position of each byte of a value of `width` bytes, least significant first; `undefined` where the order does not say. */
export function bytePositions(order: ByteOrder, width: number): readonly number[] | undefined {
  if (width === 1) return [0];
  const positions = Array.from({ length: width }, (_, i) => i);
  if (order.direction === 'little') return positions;
  if (order.direction === 'big') return positions.reverse();
  if (order.direction === 'unknown' || order.significance.length !== width) return undefined;
  return positions.map((least) => order.significance.indexOf(least + 1));
}
