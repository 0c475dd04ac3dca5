import type { PlacedGate } from '../gating/strategy/population.ts';
import type { Interval } from './interval.ts';

export interface PopulationResult {
  /** Names joined by '/'. */
  readonly path: string;
  readonly name: string;
  readonly role?: string;
  readonly depth: number;
  readonly count: number;
  /** Undefined where the parent holds no event. */
  readonly percentOfParent: number | undefined;
  readonly percentOfTotal: number | undefined;
  /** Counting interval of percentOfParent, in percent. It covers counting only, not where the gate stands. */
  readonly interval: Interval | undefined;
  /** Median of linear (compensated) values by panel name; undefined below the minimum number of events. */
  readonly medians: { readonly [channel: string]: number | undefined };
  readonly gate?: PlacedGate;
}
