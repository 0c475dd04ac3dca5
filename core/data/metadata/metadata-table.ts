import type { Finding } from '../../base/finding.ts';
import type { Catalogue } from '../../base/message.ts';
import { Problem } from '../../base/problem.ts';
import { readTable, type TableRow, type TextTable } from '../../base/tables/read-table.ts';
import { tableNumber } from '../../base/tables/table-number.ts';
import { lotDonors } from './lot-donors.ts';
import { placeOf } from './named-file.ts';
import { recordFields, roles, type SampleMetadata, sampleMetadataSchema } from './sample-metadata.ts';

const columns = [
  'role',
  'culture',
  'lot',
  'donor',
  'run',
  'omits',
  'day',
  'declaredMethod',
  'seededCells',
  'seededCellsKind',
  'cells',
  'cellsKind',
  ...recordFields,
] as const;
type Column = (typeof columns)[number];

const numbers: readonly string[] = ['day', 'seededCells', 'cells'];
const words: readonly string[] = ['role', 'seededCellsKind', 'cellsKind'];
const fileColumns = ['file', 'filename', 'fcsfile', 'ファイル', 'ファイル名'];

/** What a row says of the file that it names. */
export interface MetadataRow {
  readonly file: string;
  readonly line: number;
  readonly metadata: Partial<SampleMetadata>;
}

export interface MetadataTable {
  readonly rows: readonly MetadataRow[];
  readonly findings: readonly Finding[];
}

/**
 * Sample metadata by file from a table whose first row names the columns: `file`, and any of `columns`. Counts are of viable cells unless their
 * kind says `total`. Rows of one file that say the same are one row.
 * @throws Problem `metadata-invalid`, `metadata-contradicts` where two rows say different things of one file, `lot-other-donor` where a lot has
 * two donors, each with the line
 */
export function readMetadataTable(input: Uint8Array | string): MetadataTable {
  const table = readTable(input);
  const [head, ...body] = table.rows.slice(titleRows(table.rows));
  const names = (head?.cells ?? []).map(columnName);
  const fileAt = names.findIndex((name) => fileColumns.includes(name));
  if (fileAt < 0) throw new Problem('metadata-invalid', sentences.noFile, {}, { line: head?.line ?? 1 });
  const places = columns.map((column) => [column, names.indexOf(column.toLowerCase())] as const).filter(([, place]) => place >= 0);
  const twice = names.find((name, i) => name !== '' && names.indexOf(name) !== i);
  if (twice !== undefined) throw new Problem('metadata-invalid', sentences.columnTwice, { column: twice }, { line: head!.line });
  const lots = lotDonors();
  const byFile = new Map<string, MetadataRow>();
  const rows: MetadataRow[] = [];
  for (const { line, cells } of body) {
    if (cells.slice(names.length).some((cell) => cell !== '')) throw new Problem('metadata-invalid', sentences.tooLong, { line }, { line });
    const file = cells[fileAt] ?? '';
    if (file === '') throw new Problem('metadata-invalid', sentences.noName, { line }, { line });
    const row = { file, line, metadata: readRow(cells, places, table, line) };
    const key = keyOf(file);
    const before = byFile.get(key);
    const problem = lots.claim(row.metadata, { line }) ?? contradiction(row, before);
    if (problem !== undefined) throw problem;
    if (before !== undefined) continue;
    rows.push(row);
    byFile.set(key, row);
  }
  const unknown = (head?.cells ?? []).filter((name, i) => name !== '' && i !== fileAt && !places.some(([, place]) => place === i));
  return {
    rows,
    findings: unknown.length === 0 ? [] : [{ code: 'metadata-columns-unknown', kind: 'note', values: { columns: unknown.join(', ') } }],
  };
}

const columnName = (name: string): string =>
  name
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[\s_-]/g, '');

const MOST_TITLES = 10;

/** Rows of a title above the names of the columns. */
function titleRows(rows: readonly TableRow[]): number {
  const isHead = ({ cells }: TableRow): boolean => cells.length > 1 && cells.some((cell) => fileColumns.includes(columnName(cell)));
  return Math.max(0, rows.slice(0, MOST_TITLES).findIndex(isHead));
}

const keyOf = (file: string): string => placeOf(file).join('/');

function readRow(
  cells: readonly string[],
  places: readonly (readonly [Column, number])[],
  { decimal }: TextTable,
  line: number,
): Partial<SampleMetadata> {
  const given: [Column, string | number][] = [];
  for (const [column, place] of places) {
    const cell = cells[place] ?? '';
    if (cell === '') continue;
    const value = numbers.includes(column)
      ? tableNumber(column === 'day' ? withoutUnit(cell) : cell, decimal)
      : words.includes(column)
        ? cell.toLowerCase().replace(/[\s_]+/g, '-')
        : cell;
    // a text of the laboratory's own needs no check
    if ((typeof value === 'number' || words.includes(column)) && !fits(column, value)) throw unfitting(column, cell, line);
    given.push([column, value]);
  }
  return Object.fromEntries(given);
}

/** What was checked before is not checked again: a column has few different words, and days. */
function fits(column: Column, value: string | number): boolean {
  const known = checked.get(column)?.get(value);
  if (known !== undefined) return known;
  const isFit = sampleMetadataSchema.shape[column].safeParse(value).success && !(column === 'day' && Number(value) > LAST_DAY);
  const of = checked.get(column) ?? new Map<string | number, boolean>();
  if (of.size < 10_000) checked.set(column, of.set(value, isFit));
  return isFit;
}
/** No culture is so old: what is larger is a date as spreadsheets number days. */
const LAST_DAY = 3660;
const checked = new Map<Column, Map<string | number, boolean>>();

function unfitting(column: Column, cell: string, line: number): Problem {
  const values = { line, column, value: cell.slice(0, 40), roles: roles.join(', ') };
  const wanted = column === 'role' ? sentences.badRole : numbers.includes(column) ? sentences.badNumber : sentences.badKind;
  return new Problem('metadata-invalid', wanted, values, { line });
}

/** "Day 14", "d14", "14 days", "14日目" are day 14. */
const withoutUnit = (cell: string): string =>
  cell
    .normalize('NFKC')
    .trim()
    .replace(/^(day|d|第)[\s.:_-]*(?=\d)/i, '')
    .replace(/\s*(days?|d|日目|日)$/i, '');

function contradiction(row: MetadataRow, before: MetadataRow | undefined): Problem | undefined {
  if (before === undefined || sameMetadata(row.metadata, before.metadata)) return undefined;
  return contradicting(row, before);
}

/** Two rows say different things of one file. */
export const contradicting = ({ file, line }: MetadataRow, before: MetadataRow): Problem =>
  new Problem('metadata-contradicts', sentences.contradicts, { file, line, before: before.line }, { line });

export const sameMetadata = (a: Partial<SampleMetadata>, b: Partial<SampleMetadata>): boolean =>
  columns.every((column) => a[column] === b[column]);

const sentences = {
  noFile: {
    en: 'The metadata table has no column "file"; its first row has to name the columns.',
    ja: 'メタデータ表にfile列がありません(1行目に列名が必要です)。',
  },
  columnTwice: { en: 'The metadata table has the column "{column}" twice.', ja: 'メタデータ表に「{column}」列が2つあります。' },
  tooLong: {
    en: 'Row {line} of the metadata table has more cells than the first row has names: a decimal comma without quotes?',
    ja: 'メタデータ表の{line}行目のセル数が列名より多くなっています(引用符のない小数点コンマなど)。',
  },
  noName: { en: 'Row {line} of the metadata table names no file.', ja: 'メタデータ表の{line}行目にファイル名がありません。' },
  badRole: {
    en: 'Row {line} of the metadata table: "{value}" is not a role; roles are {roles}.',
    ja: 'メタデータ表の{line}行目:「{value}」という役割はありません(指定できるのは{roles})。',
  },
  badNumber: {
    en: 'Row {line} of the metadata table: "{value}" in "{column}" cannot be read as one number that fits there.',
    ja: 'メタデータ表の{line}行目:「{column}」の「{value}」を数値として一通りに読めないか、範囲外です。',
  },
  badKind: {
    en: 'Row {line} of the metadata table: "{value}" in "{column}" does not fit; write viable or total.',
    ja: 'メタデータ表の{line}行目:「{column}」の「{value}」は正しくありません(viableまたはtotal)。',
  },
  contradicts: {
    en: 'Rows {before} and {line} of the metadata table say different things of {file}; which one holds cannot be known.',
    ja: 'メタデータ表の{before}行目と{line}行目で{file}の内容が異なり、どちらが正しいか判断できません。',
  },
} as const satisfies Catalogue;
