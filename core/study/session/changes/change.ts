import type { Step } from '../../../gating/automatic/steps.ts';
import type { Gate } from '../../../gating/gates/gates.ts';
import type { WellRow } from '../../killing/plate.ts';
import type { SampleGroup } from '../document/group.ts';
import type { Review } from '../document/session-document.ts';

/** A gate, or the automatic step in its place, and the names of its dimensions. */
export interface ShownGate {
  readonly gate: Gate | Step;
  readonly dimensions: readonly string[];
}

export interface FromTo<T> {
  /** Undefined: there was none. */
  readonly before: T | undefined;
  /** Undefined: there is none any more. */
  readonly after: T | undefined;
}

/** One thing that two states of a session have differently. Samples go by the names of their files, gates by the paths of their populations. */
export type Change =
  | ({ readonly of: 'protocol' | 'profiles' } & FromTo<{ readonly name: string; readonly revision: number }>)
  | ({ readonly of: 'gate'; readonly gate: string; readonly sample?: string; readonly group?: string } & FromTo<ShownGate>)
  /** Another name, or another place in the tree. */
  | ({ readonly of: 'population' } & FromTo<string>)
  | ({ readonly of: 'sample' } & FromTo<string>)
  | ({ readonly of: 'metadata'; readonly sample: string; readonly field: string } & FromTo<string | number>)
  | ({ readonly of: 'group' } & FromTo<SampleGroup>)
  | ({ readonly of: 'review'; readonly gate: string; readonly sample: string } & FromTo<Pick<Review, 'verdict' | 'count' | 'parentCount'>>)
  | ({ readonly of: 'plate' } & FromTo<string>)
  | ({ readonly of: 'well'; readonly plate: string } & FromTo<WellRow>)
  | ({ readonly of: 'plate-fact'; readonly plate: string; readonly field: string } & FromTo<unknown>)
  /** `name`: the panel's entry; what has too many parts to be told is named by the group alone. */
  | ({ readonly of: 'scale' | 'channel' | 'compensation'; readonly name?: string; readonly group?: string } & FromTo<unknown>)
  | { readonly of: 'statistics' | 'report' | 'plots' | 'groups-order' | 'other'; readonly group?: string };
