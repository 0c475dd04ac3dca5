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
