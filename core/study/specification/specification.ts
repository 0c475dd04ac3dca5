import * as z from 'zod';
import { rule } from '../../base/rule.ts';
import { featureIds, unitOf } from '../../biology/features/feature-kinds.ts';

/** A name in both languages. */
export const titleSchema = z.strictObject({ en: z.string().trim().min(1).max(200), ja: z.string().trim().min(1).max(200) });

const units = ['%', 'ratio', 'events'] as const;
export type SpecifiedUnit = (typeof units)[number];

const limitShape = {
  /** What the item is called; the name of its feature or population where absent. */
  title: titleSchema.optional(),
  atLeast: z.number().min(0).optional(),
  atMost: z.number().min(0).optional(),
  /** The document or study that the limit comes from. */
  source: z.string().min(1).max(500),
};

/** A measured feature by its id, which has a denominator of its own (that of the composition for NK cells). */
const featureItemSchema = z.strictObject({ feature: z.enum(featureIds as [string, ...string[]]), unit: z.enum(units), ...limitShape });

/** A population by its path or role, counted, or as a share of one that it lies in: its parent where `of` is absent, `''` all events. */
const populationItemSchema = z.strictObject({
  population: z.string().min(1),
  of: z.string().optional(),
  unit: z.enum(['%', 'events']),
  ...limitShape,
});

const itemSchema = z
  .union([featureItemSchema, populationItemSchema])
  .refine(
    ({ atLeast, atMost }) => atLeast !== undefined || atMost !== undefined,
    rule({ en: 'an item has a lower limit, an upper limit, or both', ja: '項目には下限か上限、またはその両方が必要です' }),
  )
  .refine(
    ({ atLeast = 0, atMost = Number.POSITIVE_INFINITY }) => atLeast <= atMost,
    rule({ en: 'the lower limit lies above the upper limit', ja: '下限が上限を上回っています' }),
  )
  .refine(
    ({ unit, atLeast = 0, atMost = 0 }) => unit !== '%' || Math.max(atLeast, atMost) <= 100,
    rule({ en: 'a percentage has no limit above 100', ja: '百分率の限度は100以下でなければなりません' }),
  )
  .refine(
    (item) => !('feature' in item) || item.unit === unitOfFeature(item.feature),
    rule({ en: 'the unit is not that of the feature', ja: '単位が特徴量の単位と異なります' }),
  );
export type SpecificationItem = z.infer<typeof itemSchema>;

/** The approved limits of a product, apart from what profiles of culture methods expect. */
export const specificationSchema = z.strictObject({
  product: titleSchema,
  /** The document that holds the limits. */
  document: z.string().min(1).max(200).optional(),
  /** Who approved the limits, and on which day; limits without it are shown and nothing is judged by them. */
  approved: z.strictObject({ by: z.string().min(1).max(200), on: z.iso.date() }).optional(),
  items: z.array(itemSchema).min(1).max(30),
});
export type Specification = z.infer<typeof specificationSchema>;

const unitNames = { percent: '%', ratio: 'ratio', events: 'events' } as const;

const unitOfFeature = (id: string): SpecifiedUnit | undefined => {
  const known = featureIds.find((one) => one === id);
  return known && unitNames[unitOf(known)];
};
