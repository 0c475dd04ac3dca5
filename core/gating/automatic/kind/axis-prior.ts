import * as z from 'zod';
import { cutPriorSchema, usualPrior } from './cut-prior.ts';
import { sameRunSchema } from './same-run.ts';

/** Where the negative and the positive events of an axis are expected, as shares of the way from the scale's zero to its top. */
export const axisPriorSchema = z.strictObject({
  ...cutPriorSchema.shape,
  negative: z.strictObject({ at: z.number(), spread: z.number().positive() }).default({ at: 0.06, spread: 0.09 }),
  positive: z.strictObject({ at: z.number(), spread: z.number().positive() }).default({ at: 0.55, spread: 0.14 }),
  /** What controls and siblings of the run say; set for one analysis, not by hand. */
  sameRun: sameRunSchema.optional().meta({ readOnly: true }),
});

export type AxisPrior = z.infer<typeof axisPriorSchema>;

export const usualAxis: AxisPrior = axisPriorSchema.parse(usualPrior);
