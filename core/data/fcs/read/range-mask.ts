import { unpad } from '../numbers.ts';

/**
 * Bits of an integer that count: those of the next power of two of $PnR, less one (FCS 3.1, section 3.2.20).
 * `bits` where $PnR asks for no mask, is unusable, or is at least 2^bits.
 */
export function countingBits(range: string | undefined, bits: number): number {
  const text = unpad(range ?? '');
  const whole = /^\+?\d+(\.0*)?$/.test(text) ? BigInt(text.replace(/\..*$/, '')) : ceiling(Number(text || Number.NaN));
  if (whole <= 1n) return bits;
  return Math.min(bits, (whole - 1n).toString(2).length);
}

function ceiling(value: number): bigint {
  return Number.isFinite(value) ? BigInt(Math.ceil(value)) : 0n;
}
