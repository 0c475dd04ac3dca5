/** One entry of the book of cells (core/biology/ledger/event.ts); `body` is JSON. */
interface LedgerEventTable {
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

/** A lot as it stands, by the replay of its events; `book` is the first lot of those that share materials with it. */
export interface LedgerLotTable {
  lot: string;
  book: string;
  donor: string;
  bags: number;
  given: number;
  held: number;
  deviations: number;
  discrepancies: number;
  findings: number;
}

/** A material as it stands, by the same replay; `parents` is JSON. */
export interface LedgerMaterialTable {
  id: string;
  lot: string;
  donor: string;
  kind: string;
  state: string;
  cells: number | null;
  frozen: number;
  location: string | null;
  since: string;
  parents: string;
}

export interface LedgerTables {
  readonly ledger_events: LedgerEventTable;
  /** Projections of the events: made with them, and again from them. */
  readonly ledger_lots: LedgerLotTable;
  readonly ledger_materials: LedgerMaterialTable;
}
