import * as z from 'zod';
import type { Features } from '../features/feature.ts';
import { type FeatureId, featureIds } from '../features/feature-kinds.ts';

/** A readable rule: a feature and its limits. */
export const conditionSchema = z.strictObject({
  feature: z.enum(featureIds),
  atLeast: z.number().optional(),
  atMost: z.number().optional(),
  /**
   * Where the feature was not measured: `open` leaves the rule undecided, so that nothing is called by it; `skip` goes without it.
   * `fail` is read as `open`: what was not measured rules nothing out.
   */
  ifMissing: z.enum(['open', 'skip', 'fail']).default('open'),
});
export type Condition = z.infer<typeof conditionSchema>;

/** `open`: the interval straddles a limit, or the feature was not measured. */
export type Outcome = 'holds' | 'fails' | 'open';

/** Held against the whole interval of counting and gate: fails only where all of it lies outside. */
export function judgeCondition({ feature, atLeast = -Infinity, atMost = Infinity, ifMissing }: Condition, features: Features): Outcome {
  const measured = features.get(feature);
  if (measured === undefined) return ifMissing === 'skip' ? 'holds' : 'open';
  if (measured.low >= atLeast && measured.high <= atMost) return 'holds';
  return measured.high < atLeast || measured.low > atMost ? 'fails' : 'open';
}

export function judgeAll(conditions: readonly Condition[], features: Features): Outcome {
  const outcomes = conditions.map((condition) => judgeCondition(condition, features));
  return outcomes.includes('fails') ? 'fails' : outcomes.includes('open') ? 'open' : 'holds';
}

export const missingIn = (conditions: readonly Condition[], features: Features): readonly FeatureId[] => [
  ...new Set(conditions.map(({ feature }) => feature).filter((feature) => !features.has(feature))),
];
