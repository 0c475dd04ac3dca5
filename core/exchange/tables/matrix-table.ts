import type { Catalogue } from '../../base/message.ts';
import { Problem } from '../../base/problem.ts';
import { filledWidth, readTable, type TableRow, type TextTable, withoutBlankTail } from '../../base/tables/read-table.ts';
import { tableNumber } from '../../base/tables/table-number.ts';
import { type NamedMatrix, namedMatrixSchema } from '../../gating/strategy/dimension.ts';

/**
 * A matrix as a table. The first row of names gives the detectors; before it may stand a name and FlowJo's line of prefix and suffix, and
 * after it come the rows, each with the name of its stain in front or without. Values may be in percent signs; a blank on the diagonal is 1.
 * @throws Problem `matrix-invalid` with the line, `csv-invalid`
 */
export function readMatrixTable(input: Uint8Array | string): {
  readonly name: string;
  readonly matrix: NamedMatrix;
  readonly notes: readonly MatrixNote[];
} {
  const table = readTable(input, { blanks: true });
  const lines = table.rows.filter(({ cells }) => !isFlowJoLine(cells));
  const at = headAt(lines, table);
  const written = lines[at];
  if (written === undefined) throw invalid('noNames', lines[0]?.line ?? 1);
  const head = { ...written, cells: written.cells.slice(0, filledWidth(written.cells)) };
  const rows = cutRows(written, lines.slice(at + 1));
  if (rows.length === 0) throw invalid('noRows', head.line);
  const named = hasRowNames(head, rows, table);
  const detectors = detectorsOf(head, rows[0]!.cells.length - (named ? 1 : 0));
  const stains = stainsOf(rows, detectors, named);
  const values = rows.map((row, i) => valuesOf(named ? row.cells.slice(1) : row.cells, detectors, stains[i]!, { row, table }));
  const name =
    lines
      .slice(0, at)
      .find(({ cells }) => cells.some((cell) => cell !== ''))
      ?.cells.join(' ')
      .trim() ?? '';
  return { name, ...inOrder(stains, detectors, values, head) };
}

/** FlowJo's older files name prefix and suffix of compensated channels in a line of their own. */
const isFlowJoLine = (cells: readonly string[]): boolean => /^<.*>$/.test(cells.join(' ').trim());

const isNumber = (cell: string, { decimal }: TextTable): boolean => !Number.isNaN(numberOf(cell, decimal));
const numberOf = (cell: string, decimal: TextTable['decimal']): number => {
  const text = cell.normalize('NFKC').trim();
  return text.endsWith('%') ? tableNumber(text.slice(0, -1), decimal) / 100 : tableNumber(text, decimal);
};

/** Where the names of the channels stand: right above the first row of values, whatever was written before; else the first row of names. */
function headAt(lines: readonly TableRow[], table: TextTable): number {
  const names = lines.map(({ cells }) => namesChannels(cells, table));
  const first = lines.findIndex(({ cells }, i) => names[i - 1] === true && cells.some((cell) => isNumber(cell, table)));
  return first > 0 ? first - 1 : names.indexOf(true);
}

/** Columns that are blank in every row behind the last name, as spreadsheets leave them, are none. */
function cutRows({ cells }: TableRow, rows: readonly TableRow[]): readonly TableRow[] {
  const blank = cells.length - filledWidth(cells);
  const cut = rows.map((row) => ({ ...row, cells: withoutBlankTail(row.cells, row.cells.length - blank) }));
  const behind = cut.map((row) => ({ ...row, cells: withoutBlankTail(row.cells, filledWidth(cells)) }));
  return behind.every((row) => row.cells.length === filledWidth(cells)) ? behind : cut;
}

/** A row of more than one cell, none of which behind the first is a number or blank. */
const namesChannels = (cells: readonly string[], table: TextTable): boolean =>
  filledWidth(cells) > 1 && cells.slice(1, filledWidth(cells)).every((cell) => cell !== '' && !isNumber(cell, table));

/** Names of stains stand before the values: texts, or R's numbers of rows beneath a corner without a name. */
function hasRowNames(head: TableRow, rows: readonly TableRow[], table: TextTable): boolean {
  if (rows.every(({ cells }) => !isNumber(cells[0]!, table) && cells[0] !== '')) return true;
  const isCornered = head.cells[0] === '' && rows.every(({ cells }) => cells.length === head.cells.length);
  const isOneMore = rows.every(({ cells }) => cells.length === head.cells.length + 1);
  return isCornered || isOneMore;
}

/** Names of the columns; a corner above the names of the rows is no column. */
function detectorsOf({ cells, line }: TableRow, wanted: number): readonly string[] {
  const names = cells.length === wanted + 1 ? cells.slice(1) : cells;
  const clean = names.map((name, i) => (i === 0 ? name.replace(/^#\s*/, '') : name));
  if (clean.length !== wanted) throw invalid('columns', line, { names: clean.length, columns: wanted });
  const blank = clean.indexOf('');
  if (blank >= 0) throw invalid('blankName', line, { column: blank + 1 });
  const twice = clean.find((name, i) => clean.indexOf(name) !== i);
  if (twice !== undefined) throw invalid('nameTwice', line, { name: twice });
  return clean;
}

/** Numbers of rows are no names. */
function stainsOf(rows: readonly TableRow[], detectors: readonly string[], named: boolean): readonly string[] {
  const names = rows.map(({ cells }) => cells[0]!);
  const isNamed = named && !names.every((name, i) => name === '' || name === String(i + 1));
  const missing = isNamed ? detectors.filter((detector) => !names.includes(detector)) : [];
  if (isNamed && rows.length < detectors.length && missing.length + rows.length === detectors.length)
    throw invalid('rowMissing', rows.at(-1)!.line, { names: missing.join(', ') });
  if (rows.length !== detectors.length && !isNamed)
    throw invalid('rowCount', rows.at(-1)!.line, { rows: rows.length, columns: detectors.length });
  if (!isNamed) return detectors;
  const twice = names.findIndex((name, i) => names.indexOf(name) !== i);
  if (twice >= 0) throw invalid('nameTwice', rows[twice]!.line, { name: names[twice]! });
  return names;
}

function valuesOf(
  cells: readonly string[],
  detectors: readonly string[],
  stain: string,
  { row: { line }, table }: { readonly row: TableRow; readonly table: TextTable },
): readonly number[] {
  if (cells.length !== detectors.length) throw invalid('values', line, { wanted: detectors.length, given: cells.length });
  return cells.map((cell, i) => {
    if (cell === '' && detectors[i] === stain) return 1;
    const value = numberOf(cell, table.decimal);
    if (Number.isFinite(value)) return value;
    throw invalid(cell === '' ? 'blank' : 'number', line, { cell: cell.slice(0, 40), detector: detectors[i]! });
  });
}

/** Stains in the order of their detectors, where they are called alike. */
function inOrder(stains: readonly string[], detectors: readonly string[], values: readonly (readonly number[])[], head: TableRow) {
  const order = detectors.map((detector) => stains.indexOf(detector));
  const isAlike = stains.length === detectors.length && order.every((i) => i >= 0);
  const fluorochromes = isAlike ? detectors : stains;
  const matrix = isAlike ? order.map((i) => values[i]!) : values;
  const parsed = namedMatrixSchema.safeParse({ fluorochromes, detectors, matrix });
  if (!parsed.success) throw invalid('shape', head.line);
  const notes: MatrixNote[] = [
    ...(stains === detectors ? [{ code: 'rows-unnamed' as const }] : []),
    ...(isAlike && order.some((i, place) => i !== place) ? [{ code: 'rows-reordered' as const }] : []),
  ];
  return { matrix: parsed.data, notes };
}

const reasons = {
  noNames: { en: 'a line of channel names is missing', ja: 'チャンネル名の行がありません' },
  noRows: { en: 'no row of values follows the names of the channels', ja: 'チャンネル名の後に値の行がありません' },
  columns: { en: 'it names {names} channels above {columns} columns of values', ja: 'チャンネル名{names}個に対し値が{columns}列あります' },
  blankName: { en: 'the name of channel {column} is blank', ja: '{column}番目のチャンネル名が空です' },
  nameTwice: { en: 'channels stand once each, but "{name}" stands twice', ja: '「{name}」が2回記載されています' },
  rowMissing: {
    en: 'the row of {names} is missing; write it, if only with 1 under its own channel and 0 elsewhere',
    ja: '{names}の行がありません(漏れ込みがなければ自身を1、他を0として記載してください)',
  },
  rowCount: { en: '{rows} rows of values stand below {columns} channels', ja: 'チャンネル{columns}個に対し値の行が{rows}行です' },
  values: { en: '{wanted} values are needed, {given} are given', ja: '値は{wanted}個必要ですが、{given}個です' },
  blank: { en: 'the value under {detector} is blank', ja: '{detector}の値が空です' },
  number: { en: '"{cell}" is not a number that can be read in one way', ja: '「{cell}」を数値として一通りに読めません' },
  shape: {
    en: 'it has fewer detectors than stains, or a name twice',
    ja: '検出器の数が色素より少ないか、名前が重複しています',
  },
} as const satisfies Catalogue;

function invalid(reason: keyof typeof reasons, line: number, values: { readonly [name: string]: string | number } = {}): Problem {
  const { en, ja } = reasons[reason];
  const sentence = { en: `Not a compensation matrix: ${en} (line {line}).`, ja: `補正行列として読めません: ${ja}({line}行目)。` };
  return new Problem('matrix-invalid', sentence, { ...values, line }, { line });
}

export interface MatrixNote {
  readonly code: 'percent' | 'diagonal-not-one' | 'rows-reordered' | 'rows-unnamed' | 'unusual-values';
  readonly value?: number;
}

/** What is unusual about a matrix, in words. */
export const matrixNoteSentences = {
  percent: { en: 'its values are percent and were divided by 100', ja: '値はパーセント表記のため100で割りました' },
  'diagonal-not-one': { en: 'a dye has other than 1 in its own detector', ja: '対角成分が1でない色素があります' },
  'rows-reordered': { en: 'its rows were put in the order of its columns', ja: '行を列の順に並べ替えました' },
  'rows-unnamed': {
    en: 'its rows have no names and were taken in the order of the columns',
    ja: '行に名前がないため列と同じ順とみなしました',
  },
  'unusual-values': { en: 'a coefficient is {value}', ja: '係数{value}があります' },
} as const satisfies Catalogue<MatrixNote['code']>;
