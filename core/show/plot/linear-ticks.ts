import { formatCount } from './number-format.ts';
import { textWidth } from './text-width.ts';
import type { Mark, TickSpace } from './tick.ts';

/** Round numbers over a range, as many as there is room for, with one or more minor marks between: 0, 50K, 100K. */
export function linearTicks([low, high]: readonly [number, number], space: TickSpace): readonly Mark[] {
  const step = stepFor(low, high, space);
  const parts = String(step).startsWith('2') ? 4 : 5;
  const first = Math.ceil(low / (step / parts) - 1e-9);
  const last = Math.floor(high / (step / parts) + 1e-9);
  return Array.from({ length: Math.max(0, last - first + 1) }, (_, i) => markOf(first + i, step, parts, high));
}

function markOf(index: number, step: number, parts: number, high: number): Mark {
  const value = Number(((index * step) / parts).toPrecision(12));
  return index % parts === 0 ? { value, label: [{ text: labelOf(value, high) }], rank: 1 } : { value, rank: 0 };
}

/** The smallest step whose labels stand well apart, and that gives no more than seven intervals. */
function stepFor(low: number, high: number, { length, labelSize, direction }: TickSpace): number {
  const steps = [7, 6, 5, 4, 3, 2, 1].map((room) => roundStep((high - low) / room));
  const isRoomy = (step: number): boolean => {
    const widest = direction === 'vertical' ? labelSize : textWidth(labelOf(Math.floor(high / step) * step, high), labelSize);
    return (step / (high - low)) * length >= widest * 1.4;
  };
  return steps.find(isRoomy) ?? roundStep(high - low);
}

/** The next of 1, 2, 2.5 and 5 times a power of ten. */
function roundStep(atLeast: number): number {
  const power = 10 ** Math.floor(Math.log10(atLeast));
  const factor = [1, 2, 2.5, 5, 10].find((candidate) => candidate * power >= atLeast * (1 - 1e-9)) ?? 10;
  return factor * power;
}

function labelOf(value: number, high: number): string {
  if (value === 0) return '0';
  if (Math.abs(high) >= 2_000_000) return `${short(value / 1_000_000)}M`;
  return Math.abs(high) >= 10_000 ? `${short(value / 1000)}K` : short(value);
}

function short(value: number): string {
  const rounded = Number(value.toPrecision(4));
  return Number.isInteger(rounded) ? formatCount(rounded) : String(rounded).replace('-', '\u2212');
}
