/** A table before it has a format: every column holds one kind of value, a cell may be empty. */
export interface Table {
  readonly name: string;
  readonly columns: readonly TableColumn[];
  /** In order, some at a time: a table may be larger than memory. */
  readonly rows: AsyncIterable<readonly TableRow[]>;
}

export interface TableColumn {
  readonly name: string;
  readonly kind: 'text' | 'number' | 'integer';
}

export type TableRow = readonly (string | number | undefined)[];
