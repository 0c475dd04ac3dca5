import type { Values } from '../../events/event-table.ts';
import type { Kernels } from '../../kernels/kernels.ts';

/** Rows of DATA in the memory that holds the columns, too. */
export interface Chunk {
  readonly bytes: Uint8Array;
  readonly rowBytes: number;
  /** Event of the data set that is the first row. */
  readonly firstEvent: number;
  /** Over the memory of rows and columns. */
  readonly kernels: Kernels;
}

/** Copies values of rows `from` to `to` of the chunk into their columns. */
export type CopyRows = (from: number, to: number) => void;

/** Prepares one channel's copying for a chunk, whose first row goes to event `first` of the column. */
export type Fill = (chunk: Chunk, column: Values, first: number) => CopyRows;
