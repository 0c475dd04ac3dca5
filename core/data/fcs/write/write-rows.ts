import { writeBits } from './write-bits.ts';
import type { FcsContent } from './write-content.ts';
import { writeField } from './write-field.ts';
import { bytePositions } from './write-order.ts';
import { writtenField } from './write-value.ts';
import { isPacked, rowBits } from './write-width.ts';

/** Rows that are filled column by column while they still lie in the processor's cache. */
const block = 4096;

/**
 * Events `first` to `first + count` of the content's columns as they stand in DATA, so that a large file can be written in pieces.
 * Bit-packed pieces must begin at a whole byte: let `first` and `count` be multiples of 8 there (the last count may be any).
 * Throws a `Problem` for a value that does not fit its channel.
 */
export function encodeRows(content: FcsContent, first: number, count: number): Uint8Array {
  const fields = content.channels.map((_, index) => writtenField(content, index));
  const short = fields.findIndex((field) => field.column.length < first + count);
  if (short >= 0) throw new RangeError(`rows ${first}..${first + count} are beyond column ${short + 1}`);
  const bits = rowBits(content);
  const out = new Uint8Array(Math.ceil((bits * count) / 8));
  const order = bytePositions(content.byteOrder);
  if (isPacked(content)) {
    if ((first * bits) % 8 !== 0) throw new RangeError('a piece of packed data must begin at a whole byte');
    writeBits(fields, order === 'little', out, first, count);
    return out;
  }
  const stride = bits / 8;
  for (let done = 0; done < count; done += block) {
    let at = done * stride;
    for (const field of fields) {
      const view = new DataView(out.buffer);
      writeField(field, order, { view, at, stride }, first + done, Math.min(block, count - done));
      at += field.stored / 8;
    }
  }
  return out;
}
