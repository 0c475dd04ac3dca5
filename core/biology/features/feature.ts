import type { Caution } from '../../base/caution.ts';
import type { Light } from '../../gating/automatic/kind/step.ts';
import type { FeatureId, Unit } from './feature-kinds.ts';

/** One measured feature with everything that it rests on: plain data, fit for an archive. */
export interface Feature {
  readonly value: number;
  /** 95 % interval of counting and of where the gate stands, together. */
  readonly low: number;
  readonly high: number;
  readonly unit: Unit;
  /** Of counting alone. */
  readonly counting?: { readonly low: number; readonly high: number };
  /** By how much the value moves with its gate (one standard deviation, in its own unit); absent where nobody can say (a gate by hand). */
  readonly gate?: number;
  readonly light?: Light;
  /** What makes it unsure however well its gates stand. */
  readonly cautions?: readonly Caution[];
  readonly definition: FeatureDefinition;
}

/** What was counted of what, so that a machine can find it again. */
export interface FeatureDefinition {
  /** Paths of the populations counted, and those that they are held against. */
  readonly of: readonly string[];
  readonly within: readonly string[];
  readonly count: number;
  readonly total: number;
  /** The gates that lead to the counted populations, the first from all events. */
  readonly gates: readonly { readonly dimensions: readonly string[]; readonly kind: string }[];
  /** Of a median or a ratio of medians: the channel, and the sample it is held against. */
  readonly channel?: string;
  readonly reference?: string;
  /** The two medians whose ratio it is; `count` and `total` are the events that each is the median of. */
  readonly medians?: { readonly own: number; readonly reference: number };
}

export type Features = ReadonlyMap<FeatureId, Feature>;

/** Why a feature that the strategy gates was not given. */
export interface Withheld {
  readonly feature: FeatureId;
  readonly why: 'few-events' | 'red-gate' | 'no-reference';
  readonly events?: number;
  /** Those of a red gate that stand in the way however well it stands. */
  readonly cautions?: readonly Caution[];
}
