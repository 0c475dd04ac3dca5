import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { sharedFolder } from '../shared-data.ts';

/** A data set as independent readers see it. */
export interface ExpectedDataset {
  readonly refuse?: true;
  readonly events: number;
  readonly names: readonly string[];
  readonly eventsSha256: string;
}
export interface ExpectedFile {
  readonly file: string;
  readonly sha256: string;
  readonly datasets: readonly ExpectedDataset[];
  /** The whole events of a truncated file. */
  readonly salvage?: readonly ExpectedDataset[];
}

const table = path.join(sharedFolder, 'corpus', 'expected.json');

/** The files of the corpus with the right answers; none where it is not there. */
export const corpusFiles: readonly ExpectedFile[] = existsSync(table) ? JSON.parse(readFileSync(table, 'utf8')).files : [];

/**
 * The table's own note says that doubled delimiters of this file are empty values; read so, TEXT has "$P6N", "FL1-A" in so
 * many bytes. The table's empty name comes from reading them as escapes.
 */
const corrected: { readonly [file: string]: readonly string[] } = {
  'RGLab-flowCore/0877408774.B08': ['FSC-H', 'SSC-H', 'FL1-H', 'FL2-H', 'FL3-H', 'FL1-A', 'FL4-H', 'Time'],
};

export const outlineOf = (file: string, { events, names, eventsSha256 }: ExpectedDataset) => ({
  events,
  names: corrected[file] ?? names,
  eventsSha256,
});
