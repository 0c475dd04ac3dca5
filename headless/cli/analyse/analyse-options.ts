import type { Language } from '../../../core/base/message.ts';
import type { TableForm } from '../../../core/base/tables/write-table.ts';
import type { ReadingMode } from '../../../core/data/fcs/read/reading-mode.ts';
import type { MetadataMatcher } from '../../../core/data/metadata/match-metadata.ts';
import type { SampleMetadata } from '../../../core/data/metadata/sample-metadata.ts';
import type { OverrideBook } from '../../../core/study/overrides/override-book.ts';
import type { Protocol } from '../../../core/study/protocol/protocol.ts';
import type { SampleAnalysis } from '../../../core/study/sample/sample-analysis.ts';
import type { SessionTrust } from '../../../core/study/session/audit-check.ts';
import type { HelperPool } from '../../helper-thread/helper-pool.ts';
import type { FileError } from '../shared/output.ts';
import type { Counts } from './count-flags.ts';

export interface AnalyseFilesOptions {
  readonly recursive: boolean;
  readonly lang: Language;
  readonly mode: ReadingMode;
  /** 0 for the first data set; all of each file where absent. */
  readonly dataset?: number | undefined;
  readonly plots: boolean;
  /** The table that metadata come from, for what it says of files that are not there. */
  readonly table?: MetadataMatcher;
  /** How CSV is written. */
  readonly form?: TableForm;
  /** The quality of the acquisition too. */
  readonly quality?: boolean;
  /** What flags say of the samples does not hold for their reference. */
  readonly metadataOf: (file: string, asReference?: boolean) => Partial<SampleMetadata>;
  /** Whether controls and siblings of a run lend each other what they know. */
  readonly sameRun?: boolean;
  /** Another thread for large files, where it was started already. */
  readonly helper?: HelperPool | undefined;
  /** A CSV to write the memberships of the only data set to. */
  readonly memberships?: string | undefined;
  /** A book of overrides; none where absent. */
  readonly overrides?: OverrideBook;
  /** What is counted beyond what the protocol says. */
  readonly counts?: Counts;
  /** Files that are the same-day reference of the others: analysed first, and among the results. */
  readonly reference?: readonly string[];
}

export interface AnalysedSample {
  readonly file: string;
  /** 0 for the first data set, where the file holds several. */
  readonly dataset?: number;
  readonly analysis: SampleAnalysis;
  /** Of a sample of a session: whether that is what its audit tells. */
  readonly session?: SessionTrust;
  /** That of its session, where it is a session's sample. */
  readonly protocol?: Protocol;
}
export type Analysed = AnalysedSample | FileError;
