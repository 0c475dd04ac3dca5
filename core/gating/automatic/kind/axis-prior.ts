import * as z from 'zod';
import type { Sentence } from '../../../base/message.ts';
import { cutPriorSchema, usualPrior } from './cut-prior.ts';
import { sameRunSchema } from './same-run.ts';

/** Where events of one sign are expected, and how far they spread. */
const levelSchema = (usual: { readonly at: number; readonly spread: number }, words: Sentence) =>
  z
    .strictObject({
      at: z.number().meta({ en: 'at', ja: '位置' }),
      spread: z.number().positive().meta({ en: 'spread', ja: '広がり' }),
    })
    .default(usual)
    .meta({ ...words });

/** Where the negative and the positive events of an axis are expected, as shares of the way from the scale's zero to its top. */
export const axisPriorSchema = z.strictObject({
  ...cutPriorSchema.shape,
  negative: levelSchema({ at: 0.06, spread: 0.09 }, { en: 'negative events', ja: '陰性集団' }),
  positive: levelSchema({ at: 0.55, spread: 0.14 }, { en: 'positive events', ja: '陽性集団' }),
  /** What controls and siblings of the run say; set for one analysis, not by hand. */
  sameRun: sameRunSchema.optional().meta({ readOnly: true }),
});

export type AxisPrior = z.infer<typeof axisPriorSchema>;

export const usualAxis: AxisPrior = axisPriorSchema.parse(usualPrior);
