import { Problem } from '../../core/base/problem.ts';
import type { TableForm } from '../../core/base/tables/write-table.ts';
import { writeWhole } from '../files/write-file.ts';
import { writeCsv } from './csv.ts';
import { writeParquet } from './parquet.ts';
import type { Table } from './table.ts';
import { writeXlsx } from './xlsx.ts';

const writers = { csv: writeCsv, xlsx: writeXlsx, parquet: writeParquet } as const;
type TableFormat = keyof typeof writers;

/** Writes a table as the name of the file says: .csv, .xlsx or .parquet; whole or not at all. */
export async function writeTable(table: Table, file: string, form?: TableForm): Promise<void> {
  const ending = /\.(csv|xlsx|parquet)$/i.exec(file)?.[1]?.toLowerCase() as TableFormat | undefined;
  if (ending === undefined) throw new Problem('table-format-unknown', unknown, { file }, { path: file });
  await writeWhole(file, (out) => writers[ending](table, out, form));
}

const unknown = {
  en: '{file}: tables are written as .csv, .xlsx or .parquet.',
  ja: '{file}: 表の形式は .csv、.xlsx、.parquetのいずれかです。',
};
