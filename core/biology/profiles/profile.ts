import * as z from 'zod';
import { determinant, type Matrix3 } from '../../base/math/log-ratio.ts';
import type { Sentence } from '../../base/message.ts';
import { rule } from '../../base/rule.ts';
import { compositionIds, markerIds, unitOf } from '../features/feature-kinds.ts';
import { conditionSchema } from './condition.ts';

/** Where a figure comes from: the key of a source of the set, and where in it. */
const sourceSchema = z.string().min(1).max(200);

/** What lots of a method look like in one feature: the typical one, and the range that holds nine lots in ten. */
const figureSchema = z
  .strictObject({
    typical: z.number(),
    low: z.number(),
    high: z.number(),
    source: sourceSchema,
    /** Of a fit: by how much its squared distances must be divided for left-out lots to be judged rightly. */
    calibration: z.number().positive().optional(),
  })
  .refine(
    ({ low, typical, high }) => low < high && low <= typical && typical <= high,
    rule({ en: 'low, typical and high must rise', ja: '下限・代表値・上限の順に大きくしてください' }),
  );
export type Figure = z.infer<typeof figureSchema>;

/** Percentages of one denominator: viable single lymphoid cells, blasts included. */
const compositionSchema = z.strictObject({
  nk: figureSchema,
  'nkt-like': figureSchema,
  t: figureSchema,
  'double-negative': figureSchema,
  /** Mean and covariance over log-ratio coordinates (see log-ratio.ts), where lots gave them; from the figures where absent. */
  fitted: z
    .strictObject({
      mean: z.tuple([z.number(), z.number(), z.number()]),
      /** Row by row. */
      covariance: z.tuple([z.number(), z.number(), z.number(), z.number(), z.number(), z.number(), z.number(), z.number(), z.number()]),
      calibration: z.number().positive(),
    })
    .optional(),
});
export type ExpectedComposition = z.infer<typeof compositionSchema>;

export const groupIds = ['resting-or-short-lak', 'expanded-nk', 't-cell-product', 'cik-or-nkt-like', 'gamma-delta-t'] as const;
export type GroupId = (typeof groupIds)[number];

const ruleSchema = conditionSchema.extend({
  source: sourceSchema,
  /** `method`: the rule is part of telling methods of one group apart; a call at group level goes without it. */
  decides: z.enum(['group', 'method']).default('group'),
  /** Whether a sample outside is ruled out. Else the rule is only needed for a call: outside it the method stays open. */
  excludes: z.boolean().default(true),
});
export type ProfileRule = z.infer<typeof ruleSchema>;

/** One culture method as a laboratory expects it: an editable document. */
const profileFields = z.strictObject({
  method: z.string().min(1).max(60),
  group: z.enum(groupIds),
  name: z.strictObject({ en: z.string().min(1), ja: z.string().min(1) }),
  /** Other words that laboratories declare it by. */
  aliases: z.array(z.string().min(1)).default([]),
  /** An inactive profile is shown but takes no part in any call. */
  active: z.boolean(),
  /** Who confirmed it from own lots. A profile that says `labDefined` must not be active without. */
  labDefined: z.literal(true).optional(),
  confirmed: z.strictObject({ by: z.string().min(1), at: z.string().min(1), lots: z.int().min(10) }).optional(),
  /** Culture days on which such a product is measured. */
  days: z.strictObject({ from: z.number().min(0), to: z.number().min(0), source: sourceSchema }),
  /** Lots that the figures rest on; where they come from the literature, how many they are taken to be worth. It makes the tails heavy. */
  lots: z.int().min(5),
  composition: compositionSchema.optional(),
  markers: z.partialRecord(z.enum(markerIds), figureSchema),
  /** Specification limits in words: a sample outside one is not consistent with the method. */
  rules: z.array(ruleSchema),
  /** Only a declaration tells these methods of the group apart from this one: no marker of such panels does. */
  needsDeclaration: z.boolean().default(false),
  note: z.strictObject({ en: z.string(), ja: z.string() }).optional(),
});

export const profileSchema = profileFields.superRefine(({ composition, markers, days }, context) => {
  const refuse = (sentence: Sentence, ...path: string[]) => context.addIssue({ code: 'custom', ...rule(sentence, ...path) });
  const figures = [
    ...compositionIds.map((id) => ['composition', id, composition?.[id]] as const),
    ...markerIds.map((id) => ['markers', id, markers[id]] as const),
  ];
  for (const [part, id, figure] of figures) {
    if (figure === undefined) continue;
    if (unitOf(id) === 'percent' && (figure.low < 0 || figure.high > 100))
      refuse({ en: 'a percentage lies between 0 and 100', ja: '百分率は0から100の間でなければなりません' }, part, id);
    if (unitOf(id) === 'ratio' && figure.low <= 0)
      refuse({ en: 'a ratio lies above 0', ja: '比は0より大きくなければなりません' }, part, id);
  }
  if (days.from > days.to) refuse({ en: 'the last day comes before the first', ja: '最終日が初日より前です' }, 'days', 'to');
  if (composition?.fitted !== undefined && !isCovariance(composition.fitted.covariance))
    refuse(
      { en: 'a covariance is symmetric and positive', ja: '共分散行列は対称かつ正定値でなければなりません' },
      'composition',
      'fitted',
      'covariance',
    );
});
export type Profile = z.infer<typeof profileSchema>;

/** By its leading minors (Sylvester). */
function isCovariance(matrix: Matrix3): boolean {
  const [a, b, c, d, e, f, g, h] = matrix;
  const symmetric = [b - d, c - g, f - h].every((difference) => Math.abs(difference) < 1e-9 * Math.abs(a + e));
  return symmetric && a > 0 && a * e - b * d > 0 && determinant(matrix) > 0;
}
