/** One entry of the book of cells (core/biology/ledger/event.ts); `body` is JSON. */
export interface LedgerEventTable {
  seq: number;
  id: string;
  kind: string;
  lot: string;
  /** ISO date. */
  on: string;
  at: string;
  by: string;
  body: string;
}

/** One observation of a donor (core/study/course/observation.ts), or the voiding of one; `body` is JSON. */
export interface ObservationTable {
  seq: number;
  id: string;
  donor: string;
  /** ISO date. */
  on: string;
  body: string;
  by: string;
  at: string;
}
