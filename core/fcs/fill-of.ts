import { maskBits } from './column-kind.ts';
import type { Field } from './fcs-file.ts';
import type { Fill } from './fill.ts';
import { fillFloats, fillLongIntegers, fillShortIntegers, fillText } from './fill-bytes.ts';
import { fillByKernel, fillDoubles } from './fill-kernels.ts';

/** The fastest copy of one field: a kernel where its width and order are the usual ones, byte by byte elsewhere. */
export function fillOf(field: Field, channel: string): Fill {
  const { type, at, width } = field;
  if (type === 'text') return fillText(field, channel);
  const bigEndian = isBigEndian(field);
  const bits = field.mask === undefined ? width * 8 : maskBits(field.mask);
  const mask = bits >= 32 ? -1 : 2 ** bits - 1;
  if (bigEndian === undefined) return type === 'float' ? fillFloats(field) : byBytes(field, channel);
  if (type === 'float') return width === 8 ? fillDoubles(at, bigEndian) : fillByKernel('copyWords', at, bigEndian, -1);
  // An integer of 24 bits or fewer goes into a float column, where bits cannot be moved as they are.
  if (width === 4) return fillByKernel(bits > 24 ? 'copyWords' : 'wordsToFloats', at, bigEndian, mask);
  return width === 2 ? fillByKernel('halvesToFloats', at, bigEndian, mask) : byBytes(field, channel);
}

const byBytes = (field: Field, channel: string): Fill => (field.width <= 4 ? fillShortIntegers(field) : fillLongIntegers(field, channel));

/** Whether the bytes of a value stand the highest first; `undefined` for a mixed order. */
export function isBigEndian({ order }: Field): boolean | undefined {
  if (order.every((position, byte) => position === byte)) return false;
  return order.every((position, byte) => position === order.length - 1 - byte) ? true : undefined;
}

/** Whether a field is four bytes that go into its column as they are. */
export const isPlainWord = ({ type, width, mask }: Field): boolean =>
  width === 4 && (type === 'float' || (type === 'uint' && (mask === undefined || maskBits(mask) === 32)));
