import type { Feature, Features } from './feature.ts';
import type { FeatureId } from './feature-kinds.ts';

/** A feature as a result keeps it. */
export interface NamedFeature extends Feature {
  readonly id: FeatureId;
}

export const listFeatures = (features: Features): readonly NamedFeature[] => [...features].map(([id, feature]) => ({ id, ...feature }));

export const featuresFrom = (list: readonly NamedFeature[]): Features => new Map(list.map(({ id, ...feature }) => [id, feature]));
