import type { Sentence } from '../../core/base/message.ts';
import type {
  ArchiveBatch,
  ArchiveDecision,
  ArchiveFailure,
  ArchiveImport,
  ArchivePlaces,
  ArchiveProgress,
  ArchiveRun,
} from '../../core/contract/archive-calls.ts';
import type { ArchiveReview, ReviewChoice } from '../../core/contract/archive-review.ts';
import type { Thumbnail } from '../../core/statistics/histograms/thumbnail.ts';
import type { BatchComparison } from '../../core/study/comparison/batch-comparison.ts';

/** Every page of the archive, and every dialog that it opens itself. */
export const archiveTabs = ['runs', 'batches', 'changes', 'decisions', 'watch'] as const;
export const archiveDialogs = ['batch', 'server'] as const;
type ArchiveTab = (typeof archiveTabs)[number];

export interface ArchiveReviewState {
  readonly choice: ReviewChoice;
  readonly value: ArchiveReview;
  /** By result; undefined where it has none of this gate. */
  readonly pictures: ReadonlyMap<string, Thumbnail | undefined>;
  /** Results whose pictures can be made from their files alone. */
  readonly missing: readonly string[];
  /** Runs whose gate was moved, until they are gated again. */
  readonly moving: readonly string[];
  /** Batches that gated moved runs again since: their results stand here in place of those of before, at every gate. */
  readonly again: readonly string[];
}

/** What the window knows of the archive: copies of what is stored there, asked for again after every change. */
export interface ArchiveState {
  readonly tab: ArchiveTab;
  /** As it is typed; `shown` is what the list was made with. */
  readonly query: string;
  readonly shown: string;
  readonly limit: number;
  readonly runs: readonly ArchiveRun[];
  /** Ids of runs that were ticked; none of them means all that were found. */
  readonly ticked: readonly string[];
  /** Which archive is open, and which others are known. */
  readonly places: ArchivePlaces | undefined;
  readonly dialog: (typeof archiveDialogs)[number] | undefined;
  /** Of the server that the dialog is about. */
  readonly server: string;
  readonly total: number;
  readonly queries: readonly { readonly name: string; readonly query: string }[];
  readonly protocols: readonly { readonly sha256: string; readonly name: string; readonly revision: number; readonly addedAt: string }[];
  readonly batches: readonly ArchiveBatch[];
  readonly decisions: readonly ArchiveDecision[];
  /** What tells that it was changed outside this software. */
  readonly changes: readonly { readonly what: string; readonly message: Sentence }[];
  /** What is being done there, by whom it is told. */
  readonly progress: ArchiveProgress | undefined;
  readonly imported: ArchiveImport | undefined;
  /** Runs without a result, of one batch. */
  readonly failures: { readonly batch: string; readonly runs: readonly ArchiveFailure[] } | undefined;
  readonly comparison: { readonly batch: string; readonly value: BatchComparison } | undefined;
  /** One gate of many runs, as it was asked for last, and its pictures by result. */
  readonly review: ArchiveReviewState | undefined;
  /** Path of the population whose agreement is drawn. */
  readonly population: string | undefined;
  /** Something is being asked for: buttons wait. */
  readonly busy: boolean;
}

export const emptyArchive: ArchiveState = {
  tab: 'runs',
  query: '',
  shown: '',
  limit: 200,
  runs: [],
  ticked: [],
  places: undefined,
  dialog: undefined,
  server: '',
  total: 0,
  queries: [],
  protocols: [],
  batches: [],
  decisions: [],
  changes: [],
  progress: undefined,
  imported: undefined,
  failures: undefined,
  comparison: undefined,
  review: undefined,
  population: undefined,
  busy: false,
};
