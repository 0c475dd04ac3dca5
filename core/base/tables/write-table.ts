import { guarded } from './guard.ts';

/** How a table is spelled: what stands between its cells, and in its numbers. */
export interface TableForm {
  readonly separator: ',' | ';';
  readonly decimal: '.' | ',';
}

export const tableForms = {
  comma: { separator: ',', decimal: '.' },
  semicolon: { separator: ';', decimal: ',' },
} as const satisfies { readonly [form: string]: TableForm };
export type TableFormName = keyof typeof tableForms;

/** The form that spreadsheets of a locale open by themselves: semicolons where the decimal sign is a comma. */
export function tableFormOf(locale: string | undefined): TableForm {
  const decimal = new Intl.NumberFormat(locale).formatToParts(1.5).find(({ type }) => type === 'decimal')?.value;
  return decimal === ',' ? tableForms.semicolon : tableForms.comma;
}

/** One line of a table (RFC 4180), with its end. */
export const tableLine = (cells: readonly (string | number | undefined)[], form?: TableForm): string => `${tableCells(cells, form)}\r\n`;

/**
 * The cells of one line: the only place where cells of CSV are written. Texts that a spreadsheet would run as a formula are guarded;
 * numbers have the shortest digits that give them back.
 */
export const tableCells = (cells: readonly (string | number | undefined)[], form: TableForm = tableForms.comma): string =>
  cells.map((cell) => cellText(cell, form)).join(form.separator);

/** With a byte order mark, without which spreadsheets take Japanese for another encoding. */
export const markedTable = (lines: Iterable<string>): string => `\ufeff${[...lines].join('')}`;

/** One number as a cell. */
export const numberText = (value: number, { decimal }: TableForm): string =>
  decimal === '.' ? String(value) : String(value).replace('.', decimal);

function cellText(value: string | number | undefined, form: TableForm): string {
  if (value === undefined) return '';
  if (typeof value === 'number') return numberText(value, form);
  const text = guarded(value);
  // both separators: who opens the table with the other one gets no new cell in the midst of a name
  return /[",;\t\r\n]/.test(text) || text !== text.trim() ? `"${text.replaceAll('"', '""')}"` : text;
}
