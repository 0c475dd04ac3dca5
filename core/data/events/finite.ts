import { add, type Bitmask, emptyMask } from './bitmask.ts';
import type { Values } from './event-table.ts';
import type { ColumnParts } from './whole-columns.ts';

const known = new WeakMap<Values, boolean>();

/** No detector and no clock counts so far: a larger value is what is left of bytes that held something else. */
const ABSURD = 1e20;
const isNumber = (value: number): boolean => Math.abs(value) <= ABSURD;

/** Whether all stored values of a column are numbers that were measured; looked at once. */
export function isAllFinite(values: Values): boolean {
  if (values instanceof Uint32Array) return true;
  const before = known.get(values);
  if (before !== undefined) return before;
  const finite = sumOf(values) <= ABSURD || values.every(isNumber);
  known.set(values, finite);
  return finite;
}

/** Sums sizes side by side; a sum that is no number, or an absurd one, may be of one such value. */
function sumOf(values: Exclude<Values, Uint32Array>): number {
  const whole = values.length - (values.length % 8);
  let a = 0;
  let b = 0;
  let c = 0;
  let d = 0;
  for (let i = 0; i < whole; i += 8) {
    a += Math.abs(values[i]!) + Math.abs(values[i + 1]!);
    b += Math.abs(values[i + 2]!) + Math.abs(values[i + 3]!);
    c += Math.abs(values[i + 4]!) + Math.abs(values[i + 5]!);
    d += Math.abs(values[i + 6]!) + Math.abs(values[i + 7]!);
  }
  for (let i = whole; i < values.length; i++) a += Math.abs(values[i]!);
  return a + b + c + d;
}

/** How many stored values of a column are no numbers, or absurd ones. */
export function countNotFinite(values: Values): number {
  if (isAllFinite(values)) return 0;
  let found = 0;
  for (let i = 0; i < values.length; i++) if (!isNumber(values[i]!)) found++;
  return found;
}

/** An infinity or an absurd value is no place on a scale: such an event is in no gate, as with NaN. */
export function blankInfinities(values: Float64Array): void {
  for (let i = 0; i < values.length; i++) if (!isNumber(values[i]!)) values[i] = Number.NaN;
}

/** Events that have no number in one of these columns; undefined where all have. */
export function withoutNumber(parts: ColumnParts<Float64Array>, eventCount: number): Bitmask | undefined {
  let mask: Bitmask | undefined;
  let event = 0;
  for (const part of parts)
    for (let i = 0; i < part.length; i++, event++) {
      if (!Number.isNaN(part[i])) continue;
      mask ??= emptyMask(eventCount);
      add(mask, event);
    }
  return mask;
}
