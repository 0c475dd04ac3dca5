import type { RefusedTube } from '../../core/study/residual/check-tubes.ts';
import type { ResidualDay } from '../../core/study/residual/follow-residual.ts';
import type { ResidualPlan } from '../../core/study/residual/residual-plan.ts';
import type { Tube } from '../../core/study/residual/tube.ts';
import type { SampleAnalysis } from '../../core/study/sample/sample-analysis.ts';
import type { Makers } from './makers.ts';

/** A tube or blank of residual cells, and what it is counted with. */
export interface CountedFrom {
  /** The sample's key in the window. */
  readonly key: string;
  readonly name: string;
  /** Bytes. */
  readonly size: number;
  readonly makers: Makers;
}

/** One day of a culture as the window counted it; no day where none is known of any tube. */
export interface CountedDay extends Omit<ResidualDay, 'day'> {
  readonly day: number | undefined;
  readonly tubes: readonly Tube[];
  readonly blanks: readonly Tube[];
  /** The largest first: its gates count. */
  readonly keys: readonly string[];
  readonly protocol: SampleAnalysis['protocol'];
}

/** Residual cells of a lot or a single sample, and what they were counted with. */
export interface SubjectCount {
  readonly plan: ResidualPlan;
  readonly planSha256: string;
  readonly of: readonly CountedFrom[];
  readonly days: readonly CountedDay[];
  readonly failed: readonly Pick<RefusedTube, 'file' | 'problem'>[];
  /** Tubes whose own gates below the denominator do not count: those of the largest one do. */
  readonly setAside: readonly { readonly file: string; readonly largest: string }[];
}

/** What the page of residual cells shows: of the session or the archive, which lot or sample, which day. */
export interface ResidualLook {
  readonly source: 'session' | 'archive';
  readonly subject: string | undefined;
  readonly day: number | undefined;
}
