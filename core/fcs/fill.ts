import type { Values } from '../events/event-table.ts';

/** Rows of DATA in memory. The buffer begins at the first row, so that aligned rows stay aligned. */
export interface Chunk {
  readonly bytes: Uint8Array<ArrayBuffer>;
  readonly rows: number;
  readonly rowBytes: number;
  /** Event of the data set that is the first row. */
  readonly firstEvent: number;
}

/** Copies one channel's values of rows `from` to `to` of the chunk into its column. */
export type CopyRows = (from: number, to: number) => void;

/** Prepares one channel's copying for a chunk, whose first row goes to event `first` of the column. Views are made once, here. */
export type Fill = (chunk: Chunk, column: Values, first: number) => CopyRows;
