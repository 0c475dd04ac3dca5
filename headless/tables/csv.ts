import { once } from 'node:events';
import type { Writable } from 'node:stream';
import { type TableForm, tableLine } from '../../core/base/tables/write-table.ts';
import type { Table } from './table.ts';

/** A table in UTF-8 with a mark at the start, without which spreadsheets take Japanese for another encoding. */
export async function writeCsv({ columns, rows }: Table, out: Writable, form?: TableForm): Promise<void> {
  const line = (cells: readonly (string | number | undefined)[]) => tableLine(cells, form);
  const write = async (text: string) => {
    if (!out.write(text)) await once(out, 'drain');
  };
  await write(`\ufeff${line(columns.map(({ name }) => name))}`);
  for await (const some of rows) if (some.length > 0) await write(some.map(line).join(''));
  out.end();
}
