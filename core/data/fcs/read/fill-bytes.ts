import { maskBits } from '../column-kind.ts';
import type { Field } from '../fcs-file.ts';
import { refuse } from '../problems.ts';
import type { Fill } from './fill.ts';

/** Floats in any byte order, moved byte by byte so that NaNs keep their payload. */
export function fillFloats({ at, width, order }: Field): Fill {
  return ({ bytes, rowBytes }, column, first) => {
    const out = new Uint8Array(column.buffer, column.byteOffset, column.byteLength);
    return (from, to) => {
      for (let row = from; row < to; row++) {
        const source = row * rowBytes + at;
        const target = (first + row) * width;
        for (let byte = 0; byte < width; byte++) out[target + byte] = bytes[source + order[byte]!]!;
      }
    };
  };
}

/** Integers of one to four bytes in any order. */
export function fillShortIntegers(field: Field): Fill {
  const { at, order } = field;
  const bits = countingBits(field);
  const mask = bits === 32 ? -1 : 2 ** bits - 1;
  // A missing byte is read from the first one's place and shifted out of sight.
  const places = [0, 1, 2, 3].map((byte) => at + (order[byte] ?? order[0] ?? 0));
  const keep = [0, 1, 2, 3].map((byte) => (byte < order.length ? 255 : 0));
  const [a = 0, b = 0, c = 0, d = 0] = places;
  const [, kb = 0, kc = 0, kd = 0] = keep;
  return ({ bytes, rowBytes }, column, first) =>
    (from, to) => {
      for (let row = from, at = from * rowBytes; row < to; row++, at += rowBytes) {
        const value = bytes[at + a]! | ((bytes[at + b]! & kb) << 8) | ((bytes[at + c]! & kc) << 16) | ((bytes[at + d]! & kd) << 24);
        column[first + row] = (value & mask) >>> 0;
      }
    };
}

/** Integers of five to eight bytes in any order. One above 2^53 is refused: it would be rounded. */
export function fillLongIntegers(field: Field, channel: string): Fill {
  const { at, order } = field;
  const bits = countingBits(field);
  const [lowBits, highBits] = [Math.min(bits, 32), Math.max(bits - 32, 0)];
  const low = order.slice(0, 4);
  const high = order.slice(4);
  return ({ bytes, rowBytes, firstEvent }, column, first) =>
    (from, to) => {
      for (let row = from; row < to; row++) {
        const source = row * rowBytes + at;
        const lower = gather(bytes, source, low, lowBits);
        const upper = highBits > 0 ? gather(bytes, source, high, highBits) : 0;
        if (upper > 2 ** 21 || (upper === 2 ** 21 && lower > 0)) refuse('value-too-large', { event: firstEvent + row + 1, channel });
        column[first + row] = upper * 2 ** 32 + lower;
      }
    };
}

const countingBits = ({ mask, width }: Field): number => (mask === undefined ? width * 8 : maskBits(mask));

/** Up to four bytes as an unsigned number of `bits` bits. */
function gather(bytes: Uint8Array, source: number, order: readonly number[], bits: number): number {
  let value = 0;
  for (let byte = order.length - 1; byte >= 0; byte--) value = (value << 8) | bytes[source + order[byte]!]!;
  return bits >= 32 ? value >>> 0 : value & (2 ** bits - 1);
}

/** Numbers written as text of fixed width ($DATATYPE A). */
export function fillText({ at, width }: Field, channel: string): Fill {
  return ({ bytes, rowBytes, firstEvent }, column, first) =>
    (from, to) => {
      for (let row = from; row < to; row++) {
        const source = row * rowBytes + at;
        const text = String.fromCharCode(...bytes.subarray(source, source + width));
        column[first + row] = textValue(text, firstEvent + row + 1, channel);
      }
    };
}

/** The number that ASCII data hold. Refuses anything else, and an integer that would be rounded. */
export function textValue(text: string, event: number, channel: string): number {
  const trimmed = text.trim();
  if (!/^[+-]?(\d+\.?\d*|\.\d+)(e[+-]?\d+)?$/i.test(trimmed)) refuse('ascii-value', { event, channel, text: trimmed.slice(0, 40) });
  const value = Number(trimmed);
  if (/^[+-]?\d+$/.test(trimmed) && BigInt(trimmed) !== BigInt(value)) refuse('value-too-large', { event, channel });
  return value;
}
