import type { FeatureId } from '../../core/biology/features/feature-kinds.ts';
import type { GroupId } from '../../core/biology/profiles/profile.ts';
import type { FcsContent } from '../../core/data/fcs/write/write-content.ts';
import type { SampleAnalysis } from '../../core/study/sample/sample-analysis.ts';

/** Panels of rising richness: each holds what the one before it holds. */
export const panels = ['A', 'B', 'C', 'D'] as const;
export type Panel = (typeof panels)[number];

const base: readonly FeatureId[] = ['nk', 'nkt-like', 't', 'double-negative', 'cd3', 'viability', 'denominator-events'];
const added: { readonly [P in Panel]: readonly FeatureId[] } = {
  A: [],
  B: ['blast-index'],
  C: ['cd4-cd8', 'cd4-cd8-negative', 'cd16-of-nk', 'cd69-of-nk', 'hla-dr-of-t'],
  D: ['gd-of-cd3'],
};

/** What a panel measures. CD14 and CD19 are in none of them. */
export const featuresOfPanel = (panel: Panel): ReadonlySet<FeatureId> =>
  new Set([...base, ...panels.slice(0, panels.indexOf(panel) + 1).flatMap((one) => added[one])]);

/** One sample of the benchmark, of which is known what it is. */
export interface Case {
  readonly name: string;
  /** `lot`: of a method; `low`: of a method, with few events; `out`: of no method; `simplex`: any composition at all. */
  readonly kind: 'lot' | 'low' | 'out' | 'simplex';
  /** Of a lot. */
  readonly method?: string;
  readonly group?: GroupId;
  /** Panels that see what the sample is: an outsider only in a marker is one only where that marker is measured. */
  readonly panels: readonly Panel[];
  readonly content: FcsContent;
  /** The day's resting blood on the same instrument, as its analysis. */
  readonly reference: SampleAnalysis;
}
