import type { Composition } from '../../biology/features/composition.ts';
import type { Light } from '../../gating/automatic/kind/step.ts';
import type { PlotData } from '../../statistics/histograms/plot-data.ts';
import type { CaptionedPlot, Column, Fact, Facts, MethodsFigure, PageModel, Row, TableSection } from '../report/model.ts';

/** How a word is coloured; the word itself says the same. */
export type Tone = 'good' | 'review' | 'bad' | 'quiet';

/** A word with a mark of its colour and shape before it. */
export interface Marked {
  readonly text: string;
  readonly light?: Light | undefined;
  readonly tone?: Tone;
}

/** Everything that a certificate of one sample says, in words of one language, before any layout. */
export interface CertificateModel extends PageModel {
  /** ISO 8601, as it was handed in. */
  readonly generatedAt: string | undefined;
  /** SHA-256 of the file that was analysed, in hex. */
  readonly digest: string;
  readonly head: CertificateHead;
  readonly band: VerdictBand;
  /** Left and right column, row by row; an empty value is a line to fill in by hand. */
  readonly identity: readonly (readonly [Fact, Fact])[];
  readonly results: {
    readonly heading: string;
    readonly note: string;
    readonly columns: readonly Column[];
    readonly rows: readonly ResultRow[];
  };
  readonly plot: { readonly heading: string; readonly plot: CaptionedPlot | undefined; readonly none: string };
  readonly composition: {
    readonly heading: string;
    readonly data: Composition | undefined;
    readonly names: { readonly [role: string]: string };
    /** Why there is none; or that it is for reference only. */
    readonly note: string | undefined;
  };
  readonly gatePath: { readonly heading: string; readonly note: string; readonly lines: readonly string[] };
  readonly acts: ActsSection;
  readonly signatures: {
    readonly heading: string;
    readonly boxes: readonly { readonly title: string; readonly hint: string; readonly choices?: string }[];
  };
  /** Of the page after page one, which holds what has no room there; `below` says so beside the signatures. */
  readonly continued: { readonly heading: string; readonly below: string; readonly items: (n: number) => string };
  readonly annexes: Annexes;
  /** Fields that are left to fill in by hand, for whoever exports. */
  readonly missing: readonly string[];
}

interface CertificateHead {
  readonly facility: string;
  readonly subtitle: string;
  readonly lines: readonly string[];
  readonly pagesOf: (page: number, pages: number, annexes: number) => string;
}

export interface VerdictBand {
  readonly heading: string;
  readonly word: string;
  readonly tone: Tone;
  readonly details: readonly string[];
  readonly look: {
    readonly heading: string;
    readonly gates: readonly Marked[];
    readonly gatesLabel: string;
    readonly lines: readonly Marked[];
  };
  readonly quality: { readonly heading: string; readonly lines: readonly (readonly Marked[])[] };
}

export interface ResultRow {
  readonly cells: readonly Marked[];
  /** Stands for information, without a verdict. */
  readonly informative: boolean;
}

export interface ActsSection {
  readonly heading: string;
  readonly columns: readonly Column[];
  readonly rows: readonly { readonly when: string; readonly who: string; readonly what: string; readonly why: string }[];
  readonly none: string;
  readonly more: (n: number) => string;
  readonly remarks: Fact;
}

export interface Annexes {
  readonly gates: { readonly heading: string; readonly note: string; readonly plots: readonly GatePlot[] };
  readonly populations: TableSection;
  /** Cells per microlitre and dye dilutions. */
  readonly counts: readonly TableSection[];
  /** Undefined where the protocol has no profiles. */
  readonly call: CallAnnex | undefined;
  readonly findings: FindingsAnnex;
}

export interface GatePlot {
  readonly plot: PlotData;
  readonly title: string;
  /** Drawn as a histogram: its gate looks at one marker. */
  readonly histogram: boolean;
  /** What the picture shows, for who cannot see it. */
  readonly alternative: string;
}

export interface CallAnnex {
  readonly heading: string;
  readonly facts: readonly Fact[];
  readonly declared: { readonly heading: string; readonly table: TableSection } | undefined;
  readonly reasons: {
    readonly heading: string;
    readonly items: readonly { readonly mark: 'pass' | 'fail' | 'excludes'; readonly text: string }[];
  };
  readonly others: TableSection;
  readonly figure: MethodsFigure | undefined;
  readonly note: string;
}

export interface FindingsAnnex {
  readonly heading: string;
  readonly groups: readonly { readonly heading: string; readonly items: readonly { readonly kind: string; readonly text: string }[] }[];
  readonly none: string;
  readonly provenance: Facts;
}

/** The first page of several certificates. */
export interface OverviewModel extends PageModel {
  readonly generatedAt: string | undefined;
  readonly digest: string;
  readonly table: { readonly columns: readonly Column[]; readonly rows: readonly Row[] };
}
