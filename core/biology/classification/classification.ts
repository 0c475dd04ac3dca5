import type { FeatureId } from '../features/feature-kinds.ts';
import type { GroupId } from '../profiles/profile.ts';

export type DisplayGroup = GroupId | 'indeterminate';

/** What a sample is consistent with, and everything that led there, stage by stage: plain data with the profiles' name and revision. */
export interface Classification {
  readonly group: DisplayGroup;
  /** A method inside the group, where the markers that decide are there; `indeterminate` else. */
  readonly method: string;
  /** One line a rule, in words, with what was measured. */
  readonly reasons: readonly Reason[];
  /** Measurements that would decide, where the call is open. */
  readonly missing: readonly string[];
  /** The two methods nearest to the sample, the nearer first; whatever the call is. */
  readonly nearest: readonly string[];
  /** Stage 1: whether the sample may be called at all. */
  readonly eligible: boolean;
  /** Stages 2 and 3: every profile held against the sample, in the order of the set. */
  readonly methods: readonly MethodJudgement[];
  readonly declared?: DeclaredVerdict;
  readonly profiles: { readonly name: string; readonly title?: { readonly en: string; readonly ja: string }; readonly revision: number };
}

export interface Reason {
  readonly code: string;
  readonly values?: { readonly [name: string]: string | number };
  readonly passed: boolean;
}

export interface MethodJudgement {
  readonly method: string;
  readonly group: GroupId;
  readonly name: { readonly en: string; readonly ja: string };
  /**
   * `in`: its rules hold and its p-value is high enough. `out`: a rule fails over the whole interval, or the sample lies too far away
   * however the measurement is taken. `open`: neither. `inactive`: no laboratory confirmed it.
   */
  readonly status: 'in' | 'out' | 'open' | 'inactive';
  readonly rules: readonly Reason[];
  /** Absent where the profile expects nothing that was measured. */
  readonly distance?: Distance;
  /** Probability among active methods, from the measurement alone; and with the declaration, where there is one. */
  readonly posterior: number;
  readonly posteriorDeclared?: number;
}

export interface Distance {
  /** Family-wise: the smallest p-value of a block over that block's share. */
  readonly p: number;
  /** The same at the place of the measurement's interval that is nearest to the profile. */
  readonly pNearest: number;
  readonly logDensity: number;
  readonly blocks: readonly BlockDistance[];
}

/** The composition, or one marker. */
export interface BlockDistance {
  readonly block: 'composition' | FeatureId;
  /** Distance in standard deviations between lots and of the measurement. */
  readonly d: number;
  readonly p: number;
  readonly pNearest: number;
  /** Share of the error that the block may spend; all shares of a profile add up to 1. */
  readonly share: number;
  /** How far the sample lies from the typical lot in each feature, with its sign, in standard deviations. */
  readonly z: { readonly [feature: string]: number };
}

export interface DeclaredVerdict {
  readonly method: string;
  readonly known: boolean;
  readonly verdict: 'consistent' | 'not-consistent' | 'cannot-tell';
  readonly reasons: readonly Reason[];
}
