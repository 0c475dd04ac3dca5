import { Problem } from '../problem.ts';
import { decodeTable } from './decode-table.ts';
import { unguarded } from './guard.ts';
import { type Decimal, decimalOf } from './table-number.ts';

/** A row that holds anything. */
export interface TableRow {
  /** Of the text, from 1. */
  readonly line: number;
  /** Trimmed, unquoted, in NFC, without the guard against formulas. */
  readonly cells: readonly string[];
}

export interface TextTable {
  readonly rows: readonly TableRow[];
  readonly separator: Separator;
  /** The decimal sign of its numbers; undefined where its cells contradict one another. */
  readonly decimal: Decimal | undefined;
}

export type Separator = '\t' | ';' | ',' | ' ';

/** Lines of which the separator is told. */
const LINES_LOOKED_AT = 200;

/**
 * The one reader of tables: CSV and TSV as spreadsheets, R and instruments' programs write them, in any encoding that `decodeTable` knows.
 * A line `sep=` names the separator; else it is the one that gives the rows most alike. Quoted cells may hold separators, doubled quotes and line
 * ends. `blanks`: runs of blanks separate, too, where nothing else does.
 * @throws Problem `csv-invalid` with the line of a quote that does not close
 */
export function readTable(input: Uint8Array | string, options: { readonly blanks?: boolean } = {}): TextTable {
  const { separator, rows: lazy } = openTable(input, options);
  const rows = [...lazy];
  return { rows, separator, decimal: decimalOf(rows, usualDecimal(separator)) };
}

/** What a number means where the table does not show it: only a comma that separates cells stands in no number. */
export const usualDecimal = (separator: Separator): Decimal | undefined => (separator === ',' ? '.' : undefined);

/** The same, row by row, for tables that are better not held as a whole. */
export function openTable(
  input: Uint8Array | string,
  { blanks = false }: { readonly blanks?: boolean } = {},
): { readonly separator: Separator; readonly rows: Iterable<TableRow> } {
  const text = typeof input === 'string' ? input.replace(/^\ufeff/, '') : decodeTable(input);
  if (text.includes('\0')) throw notText();
  const named = /^"?sep=(.|\\t)"?[^\S\r\n]*(?:\r\n|\n|\r|$)/i.exec(text);
  const behind = named === null ? text : text.slice(named[0].length);
  const separator = named === null ? separatorOf(behind, blanks) : separatorNamed(named[1]!);
  const whole = behind.endsWith('\u001a') ? behind.slice(0, -1) : behind; // the end of a text file under DOS
  const body = separator === ' ' ? whole.replace(/^ +| +$/gm, '') : whole;
  return { separator, rows: rowsOf(body, separator, named === null ? 1 : 2) };
}

const separatorNamed = (sign: string): Separator => (sign === '\\t' || sign === '\t' ? '\t' : sign === ';' || sign === ' ' ? sign : ',');

/** The separator by which most rows have as many cells as the others; of equal ones the first. */
function separatorOf(text: string, blanks: boolean): Separator {
  const head = text.split(/\r\n|\n|\r/, LINES_LOOKED_AT + 1);
  const sample = head.length > LINES_LOOKED_AT ? head.slice(0, -1).join('\n') : text;
  const scored = (['\t', ';', ','] as const).map((separator) => ({ separator, score: likeness(sample, separator) }));
  const best = scored.reduce((a, b) => (b.score > a.score ? b : a));
  if (best.score > 0) return best.separator;
  return blanks ? ' ' : ',';
}

/** The share of rows that have the usual number of cells, where that is more than one. */
function likeness(text: string, separator: Separator): number {
  const counts = new Map<number, number>();
  let rows = 0;
  for (const { cells } of leniently(text, separator)) {
    rows++;
    if (cells.length > 1) counts.set(cells.length, (counts.get(cells.length) ?? 0) + 1);
  }
  return rows === 0 ? 0 : Math.max(0, ...counts.values()) / rows;
}

/** A quote that does not close within the lines looked at says nothing of the separator. */
function leniently(text: string, separator: Separator): readonly TableRow[] {
  try {
    return [...rowsOf(text, separator, 1)];
  } catch {
    return [];
  }
}

function* rowsOf(text: string, separator: Separator, firstLine: number): Generator<TableRow> {
  let cells: string[] = [];
  let line = firstLine;
  let begin = line;
  const gap = separator === ' ' ? ' +' : separator;
  const inner = '[^\\S\\r\\n\\t]*';
  const cell = new RegExp(`${inner}(?:"([^"]*(?:""[^"]*)*)"${inner}|([^${separator}\\r\\n]*))(${gap}|\\r\\n|\\n|\\r|$)`, 'y');
  while (cell.lastIndex < text.length) {
    const [, quoted, bare = '', sign = ''] = cell.exec(text) ?? [];
    if (quoted === undefined && bare.startsWith('"')) throw unclosed(line);
    cells.push(cellOf(quoted?.replaceAll('""', '"') ?? bare));
    line += quoted?.match(/\r\n|\n|\r/g)?.length ?? 0;
    if (sign.startsWith(separator)) {
      if (cell.lastIndex === text.length) cells.push('');
      continue;
    }
    line++;
    if (cells.some(isFilled)) yield { line: begin, cells };
    cells = [];
    begin = line;
  }
  if (cells.some(isFilled)) yield { line: begin, cells };
}

/** Cells without the blank ones that spreadsheets leave behind the last column, of which there are `width`. */
export const withoutBlankTail = (cells: readonly string[], width: number): readonly string[] =>
  cells.length > width && !cells.slice(width).some(isFilled) ? cells.slice(0, width) : cells;

/** Columns up to the last one that is filled in this row. */
export const filledWidth = (cells: readonly string[]): number => cells.findLastIndex(isFilled) + 1;

const isFilled = (cell: string): boolean => cell !== '';

const cellOf = (text: string): string => {
  const bare = text.trim();
  const trimmed = bare.startsWith("'") ? unguarded(bare).trim() : bare;
  return /^[\0-\x7f]*$/.test(trimmed) ? trimmed : trimmed.normalize('NFC');
};

const notText = (): Problem =>
  new Problem(
    'csv-invalid',
    { en: 'This is no table: it holds other bytes than text.', ja: '表ではありません(文字以外のデータが含まれています)。' },
    {},
    { line: 1 },
  );

const unclosed = (line: number): Problem =>
  new Problem(
    'csv-invalid',
    {
      en: 'Line {line} of the table has a quote that does not close or stands in the wrong place.',
      ja: '表の{line}行目の引用符が正しくありません。',
    },
    { line },
    { line },
  );
