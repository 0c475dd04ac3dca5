import * as z from 'zod';

/** Where a cut is expected, as shares of the way from the scale's zero to its top: the same for every instrument. */
export const cutPriorSchema = z
  .strictObject({ low: z.number(), expected: z.number(), high: z.number() })
  .refine(({ low, expected, high }) => low <= expected && expected <= high, 'prior: low <= expected <= high');

export const onScale = ({ low, expected, high }: CutPrior, zero: number): CutPrior => {
  const at = (share: number) => zero + (1 - zero) * share;
  return { low: at(low), expected: at(expected), high: at(high) };
};

/** Range of a density in which cuts are sought, and its smoothing: wider where there are few events. */
export const DENSITY_LOW = -0.3;
export const DENSITY_HIGH = 1.1;
export const bandwidthFor = (events: number): number => 0.012 * Math.max(1, (5000 / Math.max(events, 1)) ** 0.2);

/** Where a positive/negative cut is expected on the display scale: the prior that holds where the data do not decide. */
export interface CutPrior {
  readonly low: number;
  readonly expected: number;
  readonly high: number;
}
