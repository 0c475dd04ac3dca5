import type { Writable } from 'node:stream';
import { parquetWriteBuffer } from 'hyparquet-writer';
import type { Table, TableColumn, TableRow } from './table.ts';

const types = { text: 'STRING', number: 'DOUBLE', integer: 'INT64' } as const satisfies { readonly [K in TableColumn['kind']]: string };

/** Apache Parquet: columns with their types; an empty cell is null. */
export async function writeParquet({ columns, rows }: Table, out: Writable): Promise<void> {
  const all: TableRow[] = [];
  for await (const some of rows) all.push(...some);
  const columnData = columns.map(({ name, kind }, i) => ({
    name,
    type: types[kind],
    nullable: true,
    data: all.map((row) => storedValue(row[i], kind)),
  }));
  out.end(Buffer.from(parquetWriteBuffer({ columnData })));
}

const storedValue = (value: string | number | undefined, kind: TableColumn['kind']): string | number | bigint | null =>
  value === undefined ? null : kind === 'integer' ? BigInt(value) : value;
