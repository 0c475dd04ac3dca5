import type { Field } from '../fcs-file.ts';
import { areTags, type RangeBits, rangeBits } from './range-bits.ts';

/** What is wrong with the integers of one field: per cent of its values. */
export interface IntegerFault {
  readonly code: 'bits-above-range' | 'values-above-range' | 'negatives-wrapped';
  readonly percent: number;
}

/** Per cent of the values from which on a fault is said. */
const LEAST_PERCENT = 0.5;
/** Narrower integers have no room between what is small and what is nearly the largest. */
const LEAST_BITS = 16;

/** Bits above the range, and negative numbers in two's complement, of values before the mask. */
export function integerFault(values: Float64Array, field: Field): IntegerFault | undefined {
  const range = rangeBits(field);
  const { bits, counting, modulus } = range;
  const allOnes = 2 ** (bits - counting) - 1;
  let [above, ones] = [0, 0];
  for (const value of values) {
    const excess = Math.floor(value / modulus);
    if (excess > 0) above++;
    if (excess > 0 && excess === allOnes) ones++;
  }
  const percent = (100 * above) / values.length;
  if (percent >= LEAST_PERCENT) {
    if (ones > 0.95 * above && ones < values.length && isSigned(values, bits)) return { code: 'negatives-wrapped', percent };
    return { code: areTags(values, range) ? 'bits-above-range' : 'values-above-range', percent };
  }
  const wrapped = wrappedPercent(values, range);
  return wrapped >= LEAST_PERCENT ? { code: 'negatives-wrapped', percent: wrapped } : undefined;
}

/** Whether the largest values, taken as negative numbers, are small ones. */
const isSigned = (values: Float64Array, bits: number): boolean =>
  values.every((value) => value < 2 ** (bits - 1) || 2 ** bits - value < 2 ** (bits - 4));

/**
 * Values just below the largest number that the bits hold, where negative ones go: spread over many numbers, as many small positive ones
 * beside them, and next to nothing in the upper half otherwise. What a detector cannot tell apart stands at one number.
 */
function wrappedPercent(values: Float64Array, { counting, modulus }: RangeBits): number {
  if (counting < LEAST_BITS) return 0;
  const below: number[] = [];
  let between = 0;
  for (const value of values) {
    const masked = value % modulus;
    if (masked >= (15 / 16) * modulus && masked < modulus - 1) below.push(modulus - masked);
    else if (masked >= modulus / 2 && masked < modulus - 1) between++;
  }
  const different = new Set(below);
  if (between > 0.1 * below.length || different.size < Math.min(20, below.length / 2)) return 0;
  const middle = below.toSorted((a, b) => a - b)[below.length >> 1] ?? 0;
  const beside = values.filter((value) => value % modulus < middle).length;
  return beside >= BESIDE * below.length ? (100 * below.length) / values.length : 0;
}

/** Positive values as small as the smaller half of the negative ones, for each of them: noise goes on through 0. */
const BESIDE = 0.1;
