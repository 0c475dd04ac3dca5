import { maskBits } from '../column-kind.ts';
import type { Field } from '../fcs-file.ts';

/** An integer field's bits: those that count, and those above the range, which the mask cuts. */
export interface RangeBits {
  readonly bits: number;
  readonly counting: number;
  /** 2^counting. */
  readonly modulus: number;
}

export function rangeBits({ mask, width }: Field): RangeBits {
  const bits = 8 * width;
  const counting = mask === undefined ? bits : maskBits(mask);
  return { bits, counting, modulus: 2 ** counting };
}

/** Groups of fewer values say nothing of what they have in common. */
const LEAST_SHARE = 0.01;
/** Share of the values that may have any bits above the range. */
const STRAYS = 0.001;
const MOST_TAGS = 16;
const PARTS = 32;
/** Values of two tags are alike where no share of them below a value differs by more. */
const ALIKE = 0.1;

/**
 * Whether the bits above the range are no part of the values: the same in all, or a few tags (a channel's number, a flag) whatever the
 * value. What overflows a range is another thing: larger values have more of it.
 */
export function areTags(values: Float64Array, { modulus }: RangeBits): boolean {
  const groups = new Map<number, Float64Array>();
  for (const value of values) {
    const tag = Math.floor(value / modulus);
    const shares = groups.get(tag) ?? new Float64Array(PARTS + 1);
    if (shares[PARTS] === 0 && groups.size === MOST_TAGS) return false;
    groups.set(tag, shares);
    shares[Math.floor(((value % modulus) / modulus) * PARTS)]!++;
    shares[PARTS]!++;
  }
  const large = [...groups.values()].filter((shares) => shares[PARTS]! >= LEAST_SHARE * values.length);
  const inLarge = large.reduce((sum, shares) => sum + shares[PARTS]!, 0);
  const [first] = large;
  return (
    first !== undefined &&
    values.length - inLarge <= STRAYS * values.length &&
    large.every((shares) => differenceOf(shares, first) <= ALIKE)
  );
}

function differenceOf(a: Float64Array, b: Float64Array): number {
  let [sumA, sumB, most] = [0, 0, 0];
  for (let part = 0; part < PARTS; part++) {
    sumA += a[part]! / a[PARTS]!;
    sumB += b[part]! / b[PARTS]!;
    most = Math.max(most, Math.abs(sumA - sumB));
  }
  return most;
}
