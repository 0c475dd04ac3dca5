/** One plate with its result (core/study/killing/kept-plate.ts): `body` is all of it as JSON, the other columns are for queries. */
interface PlateResultTable {
  /** Digest of everything that decided it. */
  id: string;
  seq: number;
  name: string;
  measured_on: string | null;
  target: string;
  readout: string;
  assay_sha256: string;
  engine: string;
  verdict: string;
  body: string;
  by: string;
  at: string;
}

/** Lysis of one E:T of such a plate, for queries. */
interface PlateLysisTable {
  plate_id: string;
  place: number;
  effector: string;
  lot: string | null;
  donor: string | null;
  method: string | null;
  day: number | null;
  /** By total cells; null where the viability is not known. */
  et: number | null;
  lysis: number;
}

/** A plate that a batch measures again: the result that stood when it was begun, and the one that it gave. */
interface BatchPlateTable {
  batch_id: string;
  place: number;
  before_id: string;
  /** Null until it was measured. */
  after_id: string | null;
  /** Why it has no result, as of a run. */
  error: string | null;
}

export interface PlateTables {
  readonly plate_results: PlateResultTable;
  readonly plate_lysis: PlateLysisTable;
  readonly batch_plates: BatchPlateTable;
}
