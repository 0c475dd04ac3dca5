import type { Generated, Insertable, Selectable } from 'kysely';
import type { CellKind } from '../../core/data/metadata/sample-metadata.ts';
import type { BatchTermsTables } from './batch-terms-table.ts';
import type { CourseTables } from './course-table.ts';
import type { LedgerTables } from './ledger-table.ts';
import type { ContentDigestTable, LogTable } from './log-table.ts';
import type { PlateTables } from './plate-table.ts';
import type { ResidualTables } from './residual-table.ts';
import type { WatchClaimTable, WatchRuleTable, WatchVerdictTable } from './watch-table.ts';

/*
 * The tables of the archive, the same in SQLite and PostgreSQL. Times are ISO 8601 in UTC, documents JSON text, truth values 0 and 1.
 * Nothing is ordered by a clock: where an order counts there is a running number (`seq`, `version`, `ordinal`).
 */

export interface ArchiveTables extends BatchTermsTables, CourseTables, LedgerTables, PlateTables, ResidualTables {
  readonly archive_info: InfoTable;
  readonly donors: DonorTable;
  readonly lots: LotTable;
  readonly materials: MaterialTable;
  readonly material_parents: MaterialParentTable;
  readonly material_splits: MaterialSplitTable;
  readonly runs: RunTable;
  readonly run_files: RunFileTable;
  readonly import_failures: ImportFailureTable;
  readonly protocols: ProtocolTable;
  readonly profiles: ProfileTable;
  readonly results: ResultTable;
  /** Of the gates of a result: JSON of `Thumbnail`s, their counts in base64. Made again from the file, so no part of the log. */
  readonly thumbnails: { result_id: string; pictures: string };
  readonly current_results: CurrentResultTable;
  readonly overrides: OverrideTable;
  readonly decisions: DecisionTable;
  readonly decision_runs: DecisionRunTable;
  readonly batches: BatchTable;
  readonly batch_runs: BatchRunTable;
  readonly batch_claims: BatchClaimTable;
  readonly saved_queries: SavedQueryTable;
  readonly watch_rules: WatchRuleTable;
  readonly watch_verdicts: WatchVerdictTable;
  readonly watch_claims: WatchClaimTable;
  readonly log: LogTable;
  readonly content_digests: ContentDigestTable;
}

interface InfoTable {
  name: string;
  value: string;
}

/** `id` is the pseudonym: no name of a person belongs here. */
interface DonorTable {
  id: string;
  note: string;
}

interface LotTable {
  id: string;
  donor_id: string | null;
  method: string | null;
  note: string;
}

const materialKinds = ['collection', 'culture', 'frozen-bag', 'thaw', 're-culture', 'dose'] as const;
export type MaterialKind = (typeof materialKinds)[number];

/**
 * What cells were, one after the other, from collection to dose. A label means one thing in one lot; without a lot, one thing of one donor, or
 * one of which no donor is known.
 */
interface MaterialTable {
  id: string;
  kind: MaterialKind;
  label: string;
  lot_id: string | null;
  donor_id: string | null;
  method: string | null;
  /** ISO date. */
  started_on: string | null;
  /** How many, and which: total nucleated cells or viable ones. Both null where nobody counted. */
  cells: number | null;
  cells_kind: CellKind | null;
  volume_ml: number | null;
  note: string;
}

/** A thawed bag comes from a frozen one; a pool has several parents, split doses one. */
interface MaterialParentTable {
  child_id: string;
  parent_id: string;
}

/** A material that several lots had shared, and what became of each lot's part of it. What was said of `from_id` beyond label and lot stays with it. */
interface MaterialSplitTable {
  material_id: string;
  from_id: string;
  kind: MaterialKind;
  label: string;
  from_lot: string | null;
  from_donor: string | null;
  lot_id: string | null;
  donor_id: string | null;
  /** How many runs went from the one to the other. */
  runs: number;
}
export type MaterialSplit = Selectable<MaterialSplitTable>;

/** One data set of one file, named by content: `id` is the digest of the file and the number of the data set. */
interface RunTable {
  id: string;
  sha256: string;
  /** 0 for the first data set. */
  dataset: number;
  /** Of the DATA bytes: the same events under another name have the same. */
  data_sha256: string;
  name: string;
  /** Bytes of the file. */
  size: number;
  fcs_version: string;
  events: number;
  cytometer: string | null;
  serial: string | null;
  /** ISO date. */
  acquired_on: string | null;
  /** Markers, or names of channels without one, joined by ', '. */
  panel: string;
  /** JSON object: keywords of instrument, acquisition and channels, and a digest of the rest (core/data/metadata/kept-keywords.ts). */
  keywords: string;
  role: string;
  donor_id: string | null;
  lot_id: string | null;
  material_id: string | null;
  day: number | null;
  declared_method: string | null;
  /** JSON of the metadata that has no column. */
  more_metadata: Generated<string>;
  imported_at: string;
}
export type Run = Selectable<RunTable>;
export type NewRun = Insertable<RunTable>;

/** Where the bytes of a run were found. One file may lie in many places. */
interface RunFileTable {
  path: string;
  sha256: string;
  size: number;
  /** Modification time in milliseconds, to know again what was read before. */
  modified: number;
  seen_at: string;
  missing_since: string | null;
}
export type RunFile = Selectable<RunFileTable>;

interface ImportFailureTable {
  path: string;
  size: number;
  modified: number;
  code: string;
  /** JSON of the sentence in every language, filled. */
  message: string;
  at: string;
}

/** Every version of every protocol that made a result. */
interface ProtocolTable {
  sha256: string;
  name: string;
  revision: number;
  text: string;
  added_by: string;
  added_at: string;
}
export type StoredProtocol = Selectable<ProtocolTable>;

/** Plain JSON with a version, stored as it is. */
interface ProfileTable {
  sha256: string;
  name: string;
  version: number;
  document: string;
  added_at: string;
}

/** What a protocol made of a run. Write-once; `id` is the digest of everything that decides it. */
interface ResultTable {
  id: string;
  run_id: string;
  protocol_sha256: string;
  engine: string;
  /** Of what persons gave beside the protocol: overrides and metadata. */
  given_sha256: string;
  /** JSON of `SampleAnalysis` without plots. */
  analysis: string;
  /** JSON of the ids of runs that were measured together with it, itself among them; null where it was gated alone. */
  same_run: string | null;
  group_id: string;
  method: string;
  /** Percent of the composition; null where there is none. */
  nk: number | null;
  nkt_like: number | null;
  t: number | null;
  double_negative: number | null;
  finished_at: string;
}
export type StoredResult = Selectable<ResultTable>;

/** The result of each run that stands, put there by a decision. */
interface CurrentResultTable {
  run_id: string;
  result_id: string;
  decision_id: string;
}

interface OverrideTable {
  sha256: string;
  dataset: number;
  protocol_sha256: string;
  population: string;
  version: number;
  /** JSON of the gate; null goes back to the automatic one. */
  gate: string | null;
  by: string;
  at: string;
  reason: string;
}

const decisionKinds = ['first', 'accept', 'reject', 'roll-back'] as const;
export type DecisionKind = (typeof decisionKinds)[number];

interface DecisionTable {
  id: string;
  seq: number;
  kind: DecisionKind;
  batch_id: string | null;
  /** The decision that a roll-back takes back. */
  undoes: string | null;
  reason: string;
  by: string;
  at: string;
  /** JSON of what was seen when it was decided. */
  summary: string;
}
export type Decision = Selectable<DecisionTable>;

interface DecisionRunTable {
  decision_id: string;
  run_id: string;
  before_id: string | null;
  after_id: string;
}

/** Which runs were measured together: of one day, instrument and panel, or of one folder. What a run's metadata say overrules both. */
export const sameRunKinds = ['day', 'folder'] as const;
export type SameRunKind = (typeof sameRunKinds)[number];

export type BatchState = 'open' | 'paused' | 'cancelled' | 'finished';

interface BatchTable {
  id: string;
  seq: number;
  protocol_sha256: string;
  engine: string;
  query: string;
  respect_pauses: number;
  /** How runs help each other; null where each is gated alone. */
  same_run: SameRunKind | null;
  state: BatchState;
  by: string;
  created_at: string;
  finished_at: string | null;
}
export type Batch = Selectable<BatchTable>;

/** The runs of a batch, chosen when it began. Neither result nor error: still to be done. */
interface BatchRunTable {
  batch_id: string;
  run_id: string;
  ordinal: number;
  result_id: string | null;
  /** JSON: code, sentence in every language, place. */
  error: string | null;
  done: Generated<number>;
}

/** Work in hand: no part of what the log guards. */
interface BatchClaimTable {
  batch_id: string;
  run_id: string;
  worker: string;
  /** Milliseconds since 1970. */
  until: number;
}

interface SavedQueryTable {
  name: string;
  query: string;
  by: string;
  at: string;
}
