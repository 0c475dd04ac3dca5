import { add, type Bitmask, emptyMask } from './bitmask.ts';
import type { Values } from './event-table.ts';
import type { ColumnParts } from './whole-columns.ts';

const known = new WeakMap<Values, boolean>();

/** Whether all stored values of a column are numbers; looked at once. */
export function isAllFinite(values: Values): boolean {
  if (values instanceof Uint32Array) return true;
  const before = known.get(values);
  if (before !== undefined) return before;
  // four sums side by side; one that is no number was made of one, or of numbers too large to be added
  const whole = values.length - (values.length % 4);
  let [a, b, c, d] = [0, 0, 0, 0];
  for (let i = 0; i < whole; i += 4) {
    a += values[i]!;
    b += values[i + 1]!;
    c += values[i + 2]!;
    d += values[i + 3]!;
  }
  for (let i = whole; i < values.length; i++) a += values[i]!;
  const finite = Number.isFinite(a + b + c + d) || values.every(Number.isFinite);
  known.set(values, finite);
  return finite;
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
