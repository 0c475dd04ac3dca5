import type { SampleIdentity } from '../../data/metadata/sample-identity.ts';
import type { UsedChannel } from '../../gating/strategy/used-channels.ts';
import type { PopulationResult } from '../../statistics/population-result.ts';
import type { Composition } from '../features/composition.ts';
import type { Withheld } from '../features/feature.ts';
import type { NamedFeature } from '../features/named-features.ts';
import type { Classification, Reason } from './classification.ts';

/** What an analysis says of the cells of one sample: what lots, references and control charts compare. */
export interface CultureAnalysis {
  readonly sample: SampleIdentity;
  /** The channels that the analysis used, by panel name. */
  readonly channels: readonly UsedChannel[];
  /** In the order of the strategy; the first is all events, with path ''. */
  readonly populations: readonly PopulationResult[];
  readonly composition: Composition | undefined;
  /** What rules and profiles speak of, each with its interval, its gates and what was counted of what. */
  readonly features: readonly NamedFeature[];
  /** Features that the strategy gates and that were not given, and why. */
  readonly withheld: readonly Withheld[];
  /** What holds any call back, whatever the features are; absent where nothing does. */
  readonly holds?: readonly Reason[];
  readonly classification: Classification;
}
