import { maskBits } from '../column-kind.ts';
import type { Field } from '../fcs-file.ts';
import type { Fill } from './fill.ts';
import { fillFloats, fillLongIntegers, fillShortIntegers, fillText } from './fill-bytes.ts';
import { fillByKernel, fillBytes, fillDoubles, type GroupKernel } from './fill-kernels.ts';

/** The fastest copy of one field: a kernel where its width and order are the usual ones, byte by byte elsewhere. */
export function fillOf(field: Field, channel: string): Fill {
  const { type, at, width } = field;
  if (type === 'text') return fillText(field, channel);
  const bigEndian = isBigEndian(field);
  if (bigEndian === undefined) return type === 'float' ? fillFloats(field) : byBytes(field, channel);
  if (type === 'float') return width === 8 ? fillDoubles(at, bigEndian) : fillByKernel('copyWords', at, bigEndian, -1);
  if (width === 1) return fillBytes(at, maskOf(field));
  // An integer of 24 bits or fewer goes into a float column, where bits cannot be moved as they are.
  if (width === 4) return fillByKernel(countingBits(field) > 24 ? 'copyWords' : 'wordsToFloats', at, bigEndian, maskOf(field));
  return width === 2 ? fillByKernel('halvesToFloats', at, bigEndian, maskOf(field)) : byBytes(field, channel);
}

/** The kernel that copies four neighbours of a field's kind at once; `undefined` where there is none. */
export function groupKernel(field: Field): GroupKernel | undefined {
  const { type, width } = field;
  if (type === 'text' || isBigEndian(field) === undefined) return undefined;
  if (type === 'float') return width === 4 ? 'transposeWords' : undefined;
  if (width === 2) return 'transposeHalvesToFloats';
  if (width !== 4) return undefined;
  const bits = countingBits(field);
  return bits === 32 ? 'transposeWords' : bits <= 24 ? 'transposeWordsToFloats' : undefined;
}

const byBytes = (field: Field, channel: string): Fill => (field.width <= 4 ? fillShortIntegers(field) : fillLongIntegers(field, channel));
const countingBits = ({ mask, width }: Field): number => (mask === undefined ? width * 8 : maskBits(mask));

/** The bits that count, as an operand of 32-bit arithmetic. */
export const maskOf = (field: Field): number => (countingBits(field) >= 32 ? -1 : 2 ** countingBits(field) - 1);

/** Whether the bytes of a value stand the highest first; `undefined` for a mixed order. */
export function isBigEndian({ order }: Field): boolean | undefined {
  if (order.every((position, byte) => position === byte)) return false;
  return order.every((position, byte) => position === order.length - 1 - byte) ? true : undefined;
}
