/** Bits by which the first byte must vary more than the last one for the bytes to stand in the wrong order. */
const MORE_BITS = 1;
/** Last bytes that are all multiples of this are of values that were multiplied, and tell nothing. */
const STEP = 4;
const FEWEST = 30;

/**
 * Whether the greatest byte of integers varies more than the least one that varies at all, as it does where the bytes are taken in the
 * wrong order: what is measured has its noise in its last digits. Zeros are left out, for they are what was cut off.
 */
export function isTurned(values: Float64Array, bits: number): boolean {
  const measured = values.filter((value) => value > 0);
  if (measured.length < FEWEST) return false;
  const byteOf = (value: number, byte: number): number => Math.floor(value / 256 ** byte) % 256;
  const last = bits / 8 - 1;
  let least = 0;
  while (least < last && measured.every((value) => byteOf(value, least) === 0)) least++;
  if (least === last || measured.every((value) => byteOf(value, least) % STEP === 0)) return false;
  const spread = (byte: number): number => entropy(measured.map((value) => byteOf(value, byte)));
  return spread(last) - spread(least) > MORE_BITS;
}

function entropy(bytes: Float64Array): number {
  const counts = new Float64Array(256);
  for (const byte of bytes) counts[byte]!++;
  return counts.reduce((sum, count) => (count === 0 ? sum : sum - (count / bytes.length) * Math.log2(count / bytes.length)), 0);
}
