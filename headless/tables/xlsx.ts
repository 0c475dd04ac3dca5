import type { Writable } from 'node:stream';
import writeExcelFile from 'write-excel-file/node';
import { guarded } from '../../core/base/tables/guard.ts';
import type { Table, TableRow } from './table.ts';

/** One sheet, the head fixed in sight; numbers are numbers, in full precision. */
export async function writeXlsx({ name, columns, rows }: Table, out: Writable): Promise<void> {
  const cells: TableRow[] = [];
  for await (const some of rows) cells.push(...some);
  const head = columns.map((column) => ({ value: guarded(column.name), fontWeight: 'bold' as const }));
  const body = cells.map((row) =>
    row.map((value) =>
      value === undefined ? null : typeof value === 'number' ? { type: Number, value } : { type: String, value: guarded(value) },
    ),
  );
  const bytes = await writeExcelFile([head, ...body], {
    sheet: name,
    stickyRowsCount: 1,
    columns: columns.map((column) => ({ width: Math.min(40, Math.max(12, column.name.length + 2)) })),
  }).toBuffer();
  out.end(bytes);
}
