import { once } from 'node:events';
import type { Writable } from 'node:stream';
import type { Table } from './table.ts';

/**
 * Comma-separated values (RFC 4180) in UTF-8 with a mark at the start, without which spreadsheets take Japanese for another encoding.
 * A text that a spreadsheet would run as a formula gets an apostrophe before it.
 */
export async function writeCsv({ columns, rows }: Table, out: Writable): Promise<void> {
  const line = (cells: readonly (string | number | undefined)[]) => `${cells.map(cellText).join(',')}\r\n`;
  const write = async (text: string) => {
    if (!out.write(text)) await once(out, 'drain');
  };
  await write(`\ufeff${line(columns.map(({ name }) => name))}`);
  for await (const some of rows) if (some.length > 0) await write(some.map(line).join(''));
  out.end();
}

function cellText(value: string | number | undefined): string {
  if (value === undefined) return '';
  if (typeof value === 'number') return String(value);
  const text = inert(value);
  return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}

/** Names and keywords come from files: none of them may run in a spreadsheet. */
export const inert = (text: string): string => (/^[=+\-@\t\r]/.test(text) ? `'${text}` : text);
