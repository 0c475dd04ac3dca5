import { meanOf } from '../../base/math/spread.ts';

export type Verdict = 'good' | 'accept' | 'invalid';

/** Highest values of the verdicts good and accepted; they belong to the assay definition of the laboratory. */
export type Limits = readonly [good: number, accept: number];

/** Of a value that should be small: spontaneous over maximum release, the spread of replicates. */
export const judgeLow = (value: number, [good, accept]: Limits): Verdict =>
  value <= good ? 'good' : value <= accept ? 'accept' : 'invalid';

/** How much of the maximum is released without effectors: a fraction. */
export const spontaneousOverMaximum = (spontaneous: readonly number[], maximum: readonly number[]): number =>
  meanOf(spontaneous) / meanOf(maximum);

/** A lysis that falls where the ratio rises, by more than this many standard errors, is no dose-response. */
const ALLOWED = 2;

export interface Monotone {
  readonly inversions: number;
  /** The largest inversion in standard errors of the difference; 0 where there is none. */
  readonly sizeInSe: number;
  readonly isMonotone: boolean;
}

/** Whether lysis rises with the ratio, but for one inversion that its errors explain. */
export function judgeMonotone(points: readonly { readonly ratio: number; readonly lysis: number; readonly se: number }[]): Monotone {
  const order = [...points].sort((a, b) => a.ratio - b.ratio);
  const falls = order.slice(1).flatMap((point, i) => {
    const before = order[i]!;
    const fall = before.lysis - point.lysis;
    return fall > 0 ? [fall / Math.hypot(point.se, before.se)] : [];
  });
  const sizeInSe = Math.max(0, ...falls);
  return { inversions: falls.length, sizeInSe, isMonotone: falls.length <= 1 && sizeInSe <= ALLOWED };
}

/** More significant digits than this and two measurements never agree by chance. */
const DIGITS = 8;

/** Wells whose long values are equal to the last digit, as groups of places: one was copied from the other. */
export function copiedWells(values: readonly number[]): readonly (readonly number[])[] {
  const places = new Map<number, number[]>();
  for (const [place, value] of values.entries())
    if (significantDigits(value) > DIGITS) places.set(value, [...(places.get(value) ?? []), place]);
  return [...places.values()].filter((same) => same.length > 1);
}

const significantDigits = (value: number): number =>
  Number.isFinite(value) ? value.toExponential().replace(/e.*$/, '').replace(/\D/g, '').length : 0;
