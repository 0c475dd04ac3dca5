export interface BatchTermsTables {
  readonly batch_terms: BatchTermsTable;
}

interface BatchTermsTable {
  batch_id: string;
  /** Those of a higher one are done first. */
  priority: number;
  /** Digest of the compiled kernels, or `reference`. */
  kernels: string;
  locale: string;
}
