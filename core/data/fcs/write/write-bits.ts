import { bigIntegerAt, type WrittenField } from './write-value.ts';

/**
 * Integers of any width as one stream of bits, without gaps between values or events.
 * Big-endian data fill bytes from the top bit down, the top bit of a value first; little-endian data the other way round.
 */
export function writeBits(fields: readonly WrittenField[], little: boolean, out: Uint8Array, first: number, count: number): void {
  let pending = 0n;
  let pendingBits = 0;
  let at = 0;
  for (let event = first; event < first + count; event++) {
    for (const field of fields) {
      const value = bigIntegerAt(field, event);
      pending = little ? pending | (value << BigInt(pendingBits)) : (pending << BigInt(field.bits)) | value;
      pendingBits += field.bits;
      while (pendingBits >= 8) {
        pendingBits -= 8;
        out[at++] = Number(little ? pending & 255n : (pending >> BigInt(pendingBits)) & 255n);
        pending = little ? pending >> 8n : pending & ((1n << BigInt(pendingBits)) - 1n);
      }
    }
  }
  if (pendingBits > 0) out[at] = Number(little ? pending : pending << BigInt(8 - pendingBits));
}
