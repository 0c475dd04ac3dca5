/** A percentage is compared on the logit scale, a ratio on the logarithmic one. */
export type Unit = 'percent' | 'ratio' | 'events';

/**
 * What a rule or a profile may speak of, in the order in which it is shown. A feature that the panel lacks is absent, never zero. A `part` belongs
 * to the composition; a `marker` is expected by profiles one by one; a `fact` only rules speak of.
 */
const kinds = {
  nk: ['part', 'percent'],
  'nkt-like': ['part', 'percent'],
  t: ['part', 'percent'],
  'double-negative': ['part', 'percent'],
  cd3: ['fact', 'percent'],
  b: ['marker', 'percent'],
  monocytes: ['marker', 'percent'],
  feeder: ['marker', 'percent'],
  'cd4-cd8': ['marker', 'ratio'],
  'cd4-cd8-negative': ['marker', 'percent'],
  'cd16-of-nk': ['marker', 'percent'],
  'cd69-of-nk': ['marker', 'percent'],
  'nkg2d-of-nk': ['marker', 'ratio'],
  'gd-of-cd3': ['marker', 'percent'],
  'hla-dr-of-t': ['marker', 'percent'],
  'cd25-of-t': ['marker', 'percent'],
  'blast-index': ['marker', 'ratio'],
  viability: ['fact', 'percent'],
  'denominator-events': ['fact', 'events'],
} as const satisfies { readonly [feature: string]: readonly ['part' | 'marker' | 'fact', Unit] };

type Kinds = typeof kinds;
export type FeatureId = keyof Kinds;
type IdOf<Kind> = { [Id in FeatureId]: Kinds[Id][0] extends Kind ? Id : never }[FeatureId];
export type CompositionId = IdOf<'part'>;
/** Features that a profile expects one by one, beside the composition. */
export type MarkerId = IdOf<'marker'>;

export const featureIds = Object.keys(kinds) as readonly FeatureId[];
export const compositionIds = featureIds.filter((id): id is CompositionId => kinds[id][0] === 'part');
export const markerIds = featureIds.filter((id): id is MarkerId => kinds[id][0] === 'marker');

export const unitOf = (id: FeatureId): Unit => kinds[id][1];

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
