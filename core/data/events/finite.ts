import { add, type Bitmask, emptyMask } from './bitmask.ts';
import type { Values } from './event-table.ts';
import type { ColumnParts } from './whole-columns.ts';

const known = new WeakMap<Values, boolean>();

/** Whether all stored values of a column are numbers; looked at once. */
export function isAllFinite(values: Values): boolean {
  if (values instanceof Uint32Array) return true;
  const before = known.get(values);
  if (before !== undefined) return before;
  const finite = Number.isFinite(sumOf(values)) || values.every(Number.isFinite);
  known.set(values, finite);
  return finite;
}

/** Sums side by side; one that is no number was made of one, or of numbers too large to be added. */
function sumOf(values: Exclude<Values, Uint32Array>): number {
  const whole = values.length - (values.length % 8);
  let a = 0;
  let b = 0;
  let c = 0;
  let d = 0;
  for (let i = 0; i < whole; i += 8) {
    a += values[i]! + values[i + 1]!;
    b += values[i + 2]! + values[i + 3]!;
    c += values[i + 4]! + values[i + 5]!;
    d += values[i + 6]! + values[i + 7]!;
  }
  for (let i = whole; i < values.length; i++) a += values[i]!;
  return a + b + c + d;
}

/** How many stored values of a column are no numbers. */
export function countNotFinite(values: Values): number {
  if (isAllFinite(values)) return 0;
  let found = 0;
  for (let i = 0; i < values.length; i++) if (!Number.isFinite(values[i])) found++;
  return found;
}

/** An infinity is no place on a scale: such an event is in no gate, as with NaN. */
export function blankInfinities(values: Float64Array): void {
  for (let i = 0; i < values.length; i++) if (!Number.isFinite(values[i])) values[i] = Number.NaN;
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
