import type { Language, Sentence } from '../../base/message.ts';
import type { DeclaredVerdict } from '../../biology/classification/classification.ts';
import type { Light } from '../../gating/automatic/kind/step.ts';
import type { Verdict as QualityVerdict } from '../../gating/quality/quality.ts';
import type { ProtocolChange } from '../../study/comparison/compare-protocols.ts';
import type { RunsSummary } from '../../study/comparison/comparison-summary.ts';
import type { JudgedSpecification } from '../../study/specification/judge-specification.ts';
import type { Facts, PageModel, TableSection } from './model.ts';

/** What a batch report is about: plain data, as the archive gives it. */
export interface BatchFacts {
  readonly batch: {
    readonly seq: number;
    readonly id: string;
    readonly query: string;
    /** How controls and siblings helped; undefined where each run was gated alone. */
    readonly sameRun?: 'day' | 'folder';
    readonly by: string;
    readonly createdAt: string;
    readonly finishedAt: string | undefined;
  };
  readonly protocol: { readonly name: string; readonly title?: Sentence | undefined; readonly revision: number; readonly sha256: string };
  readonly engine: string;
  /** In the order of acquisition. */
  readonly runs: readonly BatchRunFacts[];
  readonly failures: readonly {
    readonly name: string;
    readonly dataset: number;
    readonly sha256?: string;
    readonly code: string;
    readonly message: { readonly [L in Language]: string };
  }[];
  readonly changes: BatchChanges | undefined;
}

export interface BatchRunFacts {
  readonly name: string;
  readonly dataset: number;
  readonly sha256: string;
  readonly acquired: string | undefined;
  readonly lot: string | undefined;
  readonly day: number | undefined;
  readonly declared: string | undefined;
  readonly events: number;
  readonly group: string;
  readonly method: string;
  /** Counts of the composition by role; undefined where there is none. */
  readonly parts: { readonly [role: string]: { readonly count: number; readonly percent: number } } | undefined;
  readonly denominator: number;
  /** Worst light of the automatic gates; undefined where all are fixed. */
  readonly worst: Light | undefined;
  /** What stands in the row of its lot on the first page. */
  readonly verdict?: LotVerdict;
}

/** The row of a lot on the first page of a batch. */
export interface LotVerdict {
  readonly overall: JudgedSpecification['overall'];
  readonly declaration?: { readonly verdict: DeclaredVerdict['verdict']; readonly name: Sentence | undefined };
  readonly quality: QualityVerdict | undefined;
  /** The worst of the gates that the items and the call use. */
  readonly gates: Light | undefined;
  /** Against the result that stands: another call, and the population that moved most. */
  readonly change?: {
    readonly call?: { readonly before: string; readonly after: string };
    readonly population?: { readonly path: string; readonly before: number | undefined; readonly after: number | undefined };
  };
}

export interface BatchChanges {
  readonly against: string | undefined;
  readonly protocol: readonly ProtocolChange[];
  readonly summary: RunsSummary;
  /** Samples whose residual cells are in another state, one sentence each. */
  readonly residual?: readonly Sentence[];
  /** Plates whose lysis, lytic units or verdict are others, a line each. */
  readonly plates?: { readonly en: readonly string[]; readonly ja: readonly string[] };
}

/** Everything a batch report says, in one language, before any layout. */
export interface BatchModel extends PageModel {
  readonly generatedAt: string | undefined;
  readonly digest: string;
  /** One row a lot, those without a result first. */
  readonly lots: TableSection;
  readonly summary: Facts;
  readonly calls: TableSection;
  readonly lights: TableSection;
  readonly charts: {
    readonly heading: string;
    readonly composition: {
      readonly title: string;
      readonly legend: readonly { readonly name: string; readonly swatch: string }[];
      readonly runs: readonly { readonly percents: readonly number[] }[];
    };
    /** One for each declared method. */
    readonly individuals: readonly IndividualsModel[];
  };
  readonly changes: {
    readonly heading: string;
    readonly none: string | undefined;
    readonly facts: Facts;
    readonly tables: readonly TableSection[];
  };
  readonly runs: TableSection;
  readonly failures: TableSection & { readonly none: string };
  readonly provenance: Facts;
}

export interface IndividualsModel {
  readonly title: string;
  readonly note: string;
  readonly chart:
    | {
        readonly centre: number;
        readonly lower: number;
        readonly upper: number;
        readonly points: readonly { readonly percent: number; readonly breach: boolean }[];
      }
    | undefined;
}
