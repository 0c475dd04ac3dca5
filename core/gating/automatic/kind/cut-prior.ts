import * as z from 'zod';
import { rule } from '../../../base/rule.ts';

/** Where a cut is expected, as shares of the way from the scale's zero to its top: the same for every instrument. */
export const cutPriorSchema = z
  .strictObject({
    low: z.number().meta({ en: 'lowest', ja: '下限' }),
    expected: z.number().meta({ en: 'expected', ja: '想定位置' }),
    high: z.number().meta({ en: 'highest', ja: '上限' }),
  })
  .refine(
    ({ low, expected, high }) => low <= expected && expected <= high,
    rule({ en: 'low <= expected <= high', ja: 'low <= expected <= highでなければなりません' }),
  );

export const onScale = ({ low, expected, high }: CutPrior, zero: number): CutPrior => {
  const at = (share: number) => zero + (1 - zero) * share;
  return { low: at(low), expected: at(expected), high: at(high) };
};

/** Where a positive/negative cut is expected on the display scale: the prior that holds where the data do not decide. */
export interface CutPrior {
  readonly low: number;
  readonly expected: number;
  readonly high: number;
}

/** What is usual for a marker whose positive events lie well above its negative ones. */
export const usualPrior: CutPrior = { low: 0.15, expected: 0.33, high: 0.5 };

/** What a prior of its own is worth, in placed cuts. */
const PRIOR_WEIGHT = 5;

/** The prior with cuts that persons placed: its expected place moves towards theirs, and its window opens to hold them. */
export function movedPrior({ low, expected, high }: CutPrior, places: readonly number[]): CutPrior {
  if (places.length === 0) return { low, expected, high };
  const sum = places.reduce((total, place) => total + place, 0);
  const moved = (PRIOR_WEIGHT * expected + sum) / (PRIOR_WEIGHT + places.length);
  return { low: Math.min(low, moved, ...places), expected: moved, high: Math.max(high, moved, ...places) };
}
