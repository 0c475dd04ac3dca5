import { maskBits } from './column-kind.ts';
import type { Field } from './fcs-file.ts';
import type { Fill } from './fill.ts';
import { fillFloats, fillLongIntegers, fillShortIntegers, fillText } from './fill-bytes.ts';
import { fillDoubleWords, fillHalfWords, fillWords } from './fill-words.ts';

/** The fastest copy of one field: whole words where widths and places allow, byte by byte elsewhere. */
export function fillOf(field: Field, rowBytes: number, channel: string): Fill {
  const { type, at, width } = field;
  if (type === 'text') return fillText(field, channel);
  const direction = directionOf(field.order);
  const bits = field.mask === undefined ? width * 8 : maskBits(field.mask);
  const unit = Math.min(width, 4);
  const aligned = direction !== undefined && at % unit === 0 && rowBytes % unit === 0;
  if (type === 'float' && !aligned) return fillFloats(field);
  if (type === 'float') return width === 8 ? fillDoubleWords(at, direction === 'little') : fillWords(at, direction === 'little', -1);
  // A masked integer of 24 bits or fewer goes into a float column, where bits cannot be moved as they are.
  if (aligned && width === 4 && bits > 24) return fillWords(at, direction === 'little', bits === 32 ? -1 : 2 ** bits - 1);
  if (aligned && width === 2) return fillHalfWords(at, direction === 'little', 2 ** bits - 1);
  return width <= 4 ? fillShortIntegers(field) : fillLongIntegers(field, channel);
}

function directionOf(order: readonly number[]): 'little' | 'big' | undefined {
  if (order.every((position, byte) => position === byte)) return 'little';
  return order.every((position, byte) => position === order.length - 1 - byte) ? 'big' : undefined;
}
