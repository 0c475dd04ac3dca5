/** A rule (core/study/watch/watch-rule.ts); `document` is JSON. */
export interface WatchRuleTable {
  name: string;
  document: string;
  by: string;
  at: string;
}

/** What became of a file of a watched folder. */
export interface WatchVerdictTable {
  /** From 1, in the order in which they were given. */
  seq: number;
  rule: string;
  path: string;
  size: number;
  /** Modification time in milliseconds: a file that changes afterwards gets another verdict. */
  modified: number;
  verdict: string;
  /** JSON of a `VerdictBody`. */
  body: string;
  at: string;
}

/** Which program is at which file just now, and until when that holds. */
export interface WatchClaimTable {
  rule: string;
  path: string;
  worker: string;
  /** Milliseconds since 1970. */
  until: number;
}
