/** One result of residual cells (core/study/residual/kept-residual.ts): `body` is all of it as JSON, the other columns are for queries. */
interface ResidualTable {
  /** Digest of everything that decided it. */
  id: string;
  seq: number;
  lot: string | null;
  donor: string | null;
  day: number | null;
  plan: string;
  plan_revision: number;
  plan_sha256: string;
  protocol_sha256: string;
  engine: string;
  state: string;
  residual: number;
  among: number;
  /** Fraction; null where nothing was counted. */
  upper: number | null;
  /** JSON of the digests of the blanks' files. */
  blanks: string;
  body: string;
  by: string;
  at: string;
}

export interface ResidualTables {
  readonly residual_results: ResidualTable;
}
