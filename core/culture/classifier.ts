import * as z from 'zod';

/** What a rule may ask about. Percentages with a counting interval, but for `denominator-events`. */
export const features = [
  'nk',
  'nkt-like',
  't',
  'double-negative',
  'cd3',
  'cd69-of-nk',
  'gd-of-cd3',
  'hla-dr-of-t',
  'viability',
  'denominator-events',
] as const;
export type FeatureId = (typeof features)[number];

const condition = z.strictObject({
  feature: z.enum(features),
  atLeast: z.number().optional(),
  atMost: z.number().optional(),
  /** Where the feature was not measured: `open` leaves the rule undecided, `skip` passes it (and names it as missing), `fail` fails it. */
  ifMissing: z.enum(['open', 'skip', 'fail']).default('open'),
});
export type Condition = z.infer<typeof condition>;

const calledGroups = ['resting-or-short-lak', 'expanded-nk', 't-cell-product', 'cik-or-nkt-like', 'gamma-delta-t'] as const;

/**
 * Readable rules: a sample is called only if every condition of a rule holds over the whole counting interval, and no rule
 * of another group holds or is left open. Rules of the same group are alternatives (one with a marker, one without).
 * Inside a group a method is named only where its own conditions hold, and `missing` says what would decide.
 */
export const classifierSchema = z.strictObject({
  eligibility: z.array(condition),
  groups: z.array(
    z.strictObject({
      group: z.enum(calledGroups),
      conditions: z.array(condition).min(1),
      methods: z.array(z.strictObject({ method: z.string(), conditions: z.array(condition).min(1) })).default([]),
    }),
  ),
});
export type Classifier = z.infer<typeof classifierSchema>;
