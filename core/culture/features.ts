import type { Composition, PopulationResult } from '../analysis.ts';
import { countingInterval, type IntervalOptions } from '../statistics/interval.ts';
import type { FeatureId } from './classifier.ts';

/** A measured feature with the ends of its counting interval; percent, but for `denominator-events`. */
export interface Feature {
  readonly value: number;
  readonly low: number;
  readonly high: number;
}

export type Features = ReadonlyMap<FeatureId, Feature>;

/** Everything that rules may ask about. A feature that the panel lacks is absent, not zero. */
export function measureFeatures(
  composition: Composition | undefined,
  populations: readonly PopulationResult[],
  interval: IntervalOptions,
): Features {
  const features = new Map<FeatureId, Feature>();
  const share = (id: FeatureId, count: number, total: number) => {
    const counted = countingInterval(count, total, interval);
    if (counted !== undefined) features.set(id, { value: (100 * count) / total, low: counted.low, high: counted.high });
  };
  if (composition !== undefined) {
    const { denominatorCount, parts } = composition;
    for (const part of parts) share(part.role, part.count, denominatorCount);
    const positives = parts.filter(({ role }) => role === 't' || role === 'nkt-like');
    share(
      'cd3',
      positives.reduce((sum, { count }) => sum + count, 0),
      denominatorCount,
    );
    features.set('denominator-events', { value: denominatorCount, low: denominatorCount, high: denominatorCount });
  }
  for (const [role, id] of [
    ['activated-nk', 'cd69-of-nk'],
    ['gamma-delta-t', 'gd-of-cd3'],
    ['hla-dr-t', 'hla-dr-of-t'],
    ['live', 'viability'],
  ] as const) {
    const population = populations.find((candidate) => candidate.role === role);
    const parent = population && populations.find(({ path }) => path === population.path.split('/').slice(0, -1).join('/'));
    if (population && parent) share(id, population.count, parent.count);
  }
  return features;
}
