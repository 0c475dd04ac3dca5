/**
 * How values came to be compensated, or why they are not.
 * - `applied`: by the matrix that `source` names.
 * - `declined`, `at-instrument`: the protocol says so.
 * - `not-needed`: mass cytometry, one fluorochrome, unmixed values.
 * - `compensated`: no matrix, and by its names or its events the file holds compensated values.
 * - `compensated-before`: the events lack what the matrix would take out; it was not applied.
 * - `log-amplified`: no matrix; the instrument compensated before it amplified.
 * - `unusable`: a matrix is there or was asked for, and cannot be used.
 * - `unfit`: the matrix that was applied is not that of these events.
 * - `missing`: no matrix, and light of one dye is left in the channel of another.
 */
export type CompensationStatus =
  | 'applied'
  | 'declined'
  | 'at-instrument'
  | 'not-needed'
  | 'compensated'
  | 'compensated-before'
  | 'log-amplified'
  | 'unusable'
  | 'unfit'
  | 'missing';

export interface CompensationUsed {
  readonly source: 'none' | 'file' | 'protocol';
  /** Absent in results of before it was told. */
  readonly status?: CompensationStatus;
  readonly keyword?: string;
  /** $PnN that the matrix is over. */
  readonly channels: readonly string[];
  readonly conditionNumber?: number;
}

/** What a matrix of the protocol is called where findings name the keyword of a file's. */
export const OF_PROTOCOL = 'compensation.matrix';
