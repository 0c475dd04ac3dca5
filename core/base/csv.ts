import { Problem } from './problem.ts';

/** Rows of RFC 4180 text: quoted fields may hold commas, doubled quotes and line ends. A byte order mark is dropped. */
export function parseCsv(text: string): readonly (readonly string[])[] {
  const rows: string[][] = [[]];
  const field = /("(?:[^"]|"")*"|[^",\r\n]*)(,|\r\n|\n|\r|$)/y;
  const source = text.startsWith('\ufeff') ? text.slice(1) : text;
  while (field.lastIndex < source.length) {
    const found = field.exec(source);
    if (found === null) throw unreadable(rows.length);
    const [, value = '', end] = found;
    rows[rows.length - 1]?.push(value.startsWith('"') ? value.slice(1, -1).replaceAll('""', '"') : value);
    if (end === ',' && field.lastIndex === source.length) rows[rows.length - 1]?.push('');
    if (end !== ',' && field.lastIndex < source.length) rows.push([]);
  }
  return rows.filter((row) => row.some((value) => value !== ''));
}

const unreadable = (line: number): Problem =>
  new Problem(
    'csv-invalid',
    {
      en: 'Row {line} of the table has a quote that does not close or stands in the wrong place.',
      ja: '表の{line}行目の引用符が正しくありません。',
    },
    { line },
    { line },
  );

/** One line of RFC 4180; texts that a spreadsheet would run as a formula are quoted with a leading apostrophe. */
export const csvRow = (values: readonly (string | number | undefined)[]): string => `${values.map(csvField).join(',')}\r\n`;

function csvField(value: string | number | undefined): string {
  if (value === undefined) return '';
  const text = typeof value === 'number' ? String(value) : /^[=+\-@\t\r]/.test(value) ? `'${value}` : value;
  return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}
