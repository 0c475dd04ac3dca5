import type { Light } from '../automatic/kind/step.ts';
import type { Density } from './density-1d.ts';

/** Events between two places of a density, in points (per cent of all of them). */
export function pointsBetween({ counts, low, high, total }: Density, a: number, b: number): number {
  if (total === 0) return 0;
  const bin = (at: number) => Math.max(0, Math.min(counts.length, ((at - low) / (high - low)) * counts.length));
  const [from, to] = a < b ? [bin(a), bin(b)] : [bin(b), bin(a)];
  let sum = 0;
  for (let i = Math.floor(from); i < to; i++) sum += counts[i]! * (Math.min(i + 1, to) - Math.max(i, from));
  return (100 * sum) / total;
}

/** A move of the cut that nobody could see by eye, on the display scale. */
export const SMALL_MOVE = 0.015;

/** How far a percentage moves, in points, if the cut stood at one of the other places or a little beside its own. */
export function sensitivityOf(density: Density, position: number, others: readonly number[]): number {
  const nudged = Math.max(pointsBetween(density, position, position - SMALL_MOVE), pointsBetween(density, position, position + SMALL_MOVE));
  return Math.max(nudged, ...others.map((other) => pointsBetween(density, position, other)));
}

/** Points of doubt below which a gate may be left alone, and above which it must not. */
const GREEN = 1;
const RED = 5;

export const lightOfSensitivity = (points: number): Light => (points < GREEN ? 'green' : points < RED ? 'amber' : 'red');

const order: readonly Light[] = ['green', 'amber', 'red'];

export const worstLight = (lights: readonly Light[]): Light =>
  lights.reduce((worst, light) => (order.indexOf(light) > order.indexOf(worst) ? light : worst), 'green');

export const rounded = (value: number, digits = 2): number => Math.round(value * 10 ** digits) / 10 ** digits;
