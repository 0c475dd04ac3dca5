import type { TableForm } from '../../base/tables/write-table.ts';
import type { Bitmask } from '../../data/events/bitmask.ts';

/** `fcs`: FCS 3.1; 3.0 where channels have names that 3.1 cannot hold (commas, repeats). */
export type ExportFormat = 'fcs' | 'fcs3.0' | 'fcs3.1' | 'fcs3.2' | 'csv';

/**
 * `stored`: as in the file, so that reading back gives the same channel values, gains and amplification.
 * `linear`: log amplification ($PnE) undone and gain ($PnG) divided out. `compensated`: linear, after the inverse of the spillover.
 */
export type ExportValues = 'stored' | 'linear' | 'compensated';

export interface ExportRequest {
  readonly format: ExportFormat;
  readonly values: ExportValues;
  /** Linear and compensated values as 32-bit floats: half the size, rounded to 7 digits. */
  readonly single: boolean;
  /** How CSV is spelled; with commas where absent. */
  readonly table?: TableForm;
  /** $PnN of the channels whose values are compensated; CSV says so in their names. */
  readonly compensated?: readonly string[];
  /** Absent for all events. */
  readonly population?: { readonly path: string; readonly members: Bitmask; readonly count: number };
  /** Keywords of the file to carry over, beside those that describe its channels; all where absent. */
  readonly keywords?: readonly string[];
  /** Values that may hold a person's name are replaced. */
  readonly maskNames: boolean;
  readonly provenance: ExportProvenance;
}

/** Where an exported file comes from: it stands in the file's own keywords. */
interface ExportProvenance {
  readonly software: string;
  readonly protocol: string;
  readonly protocolSha256: string;
  readonly sourceFile: string;
  readonly sourceSha256: string;
  readonly dataset: number;
  readonly at: Date;
  /** Codes of what was repaired in reading: a salvaged file stays marked. */
  readonly repairs: readonly string[];
  /** The matrix in the form of $SPILLOVER, where values are compensated with it. */
  readonly compensation?: string;
}
