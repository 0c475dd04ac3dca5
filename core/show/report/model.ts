import type { Language } from '../../base/message.ts';
import type { Composition } from '../../biology/features/composition.ts';
import type { Light } from '../../gating/automatic/kind/step.ts';
import type { PlotData } from '../../statistics/histograms/plot-data.ts';
import type { DrawnPanel } from '../plot/draw-method-panels.ts';

export const papers = ['a4', 'letter'] as const;
export type Paper = (typeof papers)[number];

/** What stands on every page of a report, and around what it says. */
export interface PageModel {
  readonly language: Language;
  readonly title: string;
  readonly subtitle: string;
  /** The document's kind, on the top of every page. */
  readonly header: string;
  readonly footer: Footer;
  /** A picture of the laboratory, PNG or JPEG, on the first page. */
  readonly logo?: Uint8Array;
  /** A4 where absent. */
  readonly paper?: Paper;
}

/** Everything a report of one sample says, in words of one language, before any layout. */
export interface ReportModel extends PageModel {
  /** ISO 8601, as it was handed in. */
  readonly generatedAt: string | undefined;
  /** SHA-256 of the file that was analysed, in hex. */
  readonly digest: string;
  readonly call: CallSection;
  readonly composition: CompositionSection | undefined;
  /** What stands beside the numbers, one line each. */
  readonly beside: readonly string[];
  readonly plots: PlotsSection;
  readonly sample: Facts;
  readonly methods: TableSection;
  readonly methodsFigure: MethodsFigure | undefined;
  readonly features: TableSection;
  readonly populations: TableSection;
  /** Cells per microlitre and dye dilutions. */
  readonly counts: readonly TableSection[];
  readonly medians: readonly TableSection[];
  readonly gates: EvidenceSection;
  readonly findings: FindingsSection;
  readonly provenance: Facts;
  readonly channels: TableSection;
}

export interface Footer {
  readonly researchUse: string;
  readonly software: string;
  readonly generated: string | undefined;
  readonly pageOf: (page: number, pages: number) => string;
}

export interface CallSection {
  readonly heading: string;
  readonly lead: string;
  readonly group: string;
  readonly facts: readonly string[];
  readonly reasonsHeading: string;
  readonly reasons: readonly { readonly mark: 'pass' | 'fail' | 'excludes'; readonly word: string; readonly text: string }[];
  readonly missing: { readonly heading: string; readonly items: readonly string[] } | undefined;
  readonly caveat: string;
}

export interface CompositionSection {
  readonly heading: string;
  readonly data: Composition;
  readonly columns: readonly Column[];
  readonly rows: readonly Row[];
  readonly caption: string;
  readonly note: string;
}

export interface PlotsSection {
  readonly heading: string;
  readonly note: string;
  /** The plot that shows the composition, for the first page. */
  readonly fourWay: CaptionedPlot | undefined;
  readonly plots: readonly CaptionedPlot[];
}

/** The culture methods side by side, drawn from events where a sample is at hand. */
export interface MethodsFigure {
  readonly heading: string;
  readonly note: string;
  readonly panels: readonly DrawnPanel[];
}

export interface CaptionedPlot {
  readonly plot: PlotData;
  readonly title: string;
  readonly caption: string;
}

export interface Fact {
  readonly label: string;
  readonly value: string;
}

export interface Facts {
  readonly heading: string;
  readonly facts: readonly Fact[];
}

export interface TableSection {
  readonly heading: string;
  readonly columns: readonly Column[];
  readonly rows: readonly Row[];
  readonly note: string | undefined;
}

export interface Column {
  readonly title: string;
  /** Numbers stand right, words left. */
  readonly align: 'left' | 'right';
  /** Share of the table's width. */
  readonly weight: number;
}

export interface Row {
  readonly cells: readonly Cell[];
}

export interface Cell {
  readonly text: string;
  readonly depth?: number;
  readonly light?: Light | undefined;
  readonly quiet?: boolean;
  readonly swatch?: string;
}

export interface EvidenceSection {
  readonly heading: string;
  readonly gates: readonly { readonly name: string; readonly light: Light; readonly word: string; readonly sentences: readonly string[] }[];
}

export interface FindingsSection {
  readonly heading: string;
  readonly none: string;
  readonly items: readonly { readonly kind: string; readonly text: string; readonly place: string | undefined }[];
}
