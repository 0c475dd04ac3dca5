/** What a rule or a profile may speak of. A feature that the panel lacks is absent, never zero. */
export const featureIds = [
  'nk',
  'nkt-like',
  't',
  'double-negative',
  'cd3',
  'b',
  'monocytes',
  'feeder',
  'cd4-cd8',
  'cd4-cd8-negative',
  'cd16-of-nk',
  'cd69-of-nk',
  'nkg2d-of-nk',
  'gd-of-cd3',
  'hla-dr-of-t',
  'cd25-of-t',
  'blast-index',
  'viability',
  'denominator-events',
] as const;
export type FeatureId = (typeof featureIds)[number];

export const compositionIds = ['nk', 'nkt-like', 't', 'double-negative'] as const satisfies readonly FeatureId[];
export type CompositionId = (typeof compositionIds)[number];

/** Features that a profile expects one by one, beside the composition. */
export const markerIds = [
  'b',
  'monocytes',
  'feeder',
  'cd4-cd8',
  'cd4-cd8-negative',
  'cd16-of-nk',
  'cd69-of-nk',
  'nkg2d-of-nk',
  'gd-of-cd3',
  'hla-dr-of-t',
  'cd25-of-t',
  'blast-index',
] as const satisfies readonly FeatureId[];
export type MarkerId = (typeof markerIds)[number];

/** A percentage is compared on the logit scale, a ratio on the logarithmic one. */
export type Unit = 'percent' | 'ratio' | 'events';

const ratios: readonly FeatureId[] = ['cd4-cd8', 'nkg2d-of-nk', 'blast-index'];
export const unitOf = (id: FeatureId): Unit => (id === 'denominator-events' ? 'events' : ratios.includes(id) ? 'ratio' : 'percent');

/** Below this percentage (and above its complement) a logit says more about counting than about cells. */
const LEAST = 0.05;

/** A value on the scale on which lots of one method scatter evenly. */
export function onLotScale(id: FeatureId, value: number): number {
  if (unitOf(id) === 'ratio') return Math.log(Math.max(0.001, value));
  const percent = Math.min(100 - LEAST, Math.max(LEAST, value));
  return Math.log(percent / (100 - percent));
}

/** The value again. */
export function fromLotScale(id: FeatureId, at: number): number {
  if (unitOf(id) === 'ratio') return Math.exp(at);
  return 100 / (1 + Math.exp(-at));
}
