import type { Selectable } from 'kysely';

/** What was done, in the order in which it was: only ever grows, each entry with the digest of the one before (core/base/chain). */
export interface LogTable {
  /** From 1, without a gap. */
  seq: number;
  kind: string;
  by: string;
  at: string;
  /** JSON: of each row that changed its table, the JSON of its key, and the SHA-256 of its content or null where it is gone. */
  contents: string;
  before: string;
}
export type LogEntry = Selectable<LogTable>;

/** The digest of each row as the log knows it last. */
export interface ContentDigestTable {
  table_name: string;
  row_key: string;
  sha256: string;
}
