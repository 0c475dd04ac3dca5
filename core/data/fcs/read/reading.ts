import type { ByteSource } from '../../../base/byte-source.ts';
import type { FcsDataset } from '../fcs-file.ts';
import type { ReservedTable } from './table-shards.ts';

/** What the readers of the three encodings are given. */
export interface Reading {
  readonly dataset: FcsDataset;
  readonly source: ByteSource;
  readonly table: ReservedTable;
  /** Called after each chunk with the events that are done; throws when the caller has given up. */
  progress(events: number): void;
}
