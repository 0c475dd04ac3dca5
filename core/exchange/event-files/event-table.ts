import { type ByteSource, bytesSource } from '../../base/byte-source.ts';
import type { Catalogue, Values } from '../../base/message.ts';
import { Problem } from '../../base/problem.ts';
import { filledWidth, openTable, type TableRow, usualDecimal, withoutBlankTail } from '../../base/tables/read-table.ts';
import { type Decimal, decimalOf, tableNumber } from '../../base/tables/table-number.ts';
import { encodeFcs } from '../../data/fcs/write/write.ts';
import type { WrittenChannel } from '../../data/fcs/write/write-content.ts';
import { readName } from './event-names.ts';

const LARGEST = 2 ** 29 - 2 ** 20;
const HEAD_BYTES = 2 ** 16;
/** Rows that tell the decimal sign. */
const ROWS_LOOKED_AT = 1000;
const named = /\.(csv|tsv|txt)$/i;

/**
 * A table of events (CSV, TSV: names of channels, then a line an event) as a sample: the same values as doubles in FCS, made in memory; the
 * file is still known by its own bytes (`original`). Anything else is passed through, unless its name says that it is a table.
 * @throws Problem `event-table-invalid` with the line, `csv-invalid`
 */
export async function asSample(source: ByteSource): Promise<ByteSource> {
  const head = await bytesOf(source, Math.min(HEAD_BYTES, source.size));
  if (startsWithFcs(head) || !(named.test(source.name) || isEventTable(head))) return source;
  if (source.size > LARGEST) throw invalid('tooLarge', 1, { most: Math.floor(LARGEST / 2 ** 20) });
  const bytes = encodeEvents(await bytesOf(source, source.size));
  return { ...bytesSource(source.name, bytes), original: source };
}

const startsWithFcs = (bytes: Uint8Array): boolean => String.fromCharCode(...bytes.subarray(0, 3)) === 'FCS';

async function bytesOf(source: ByteSource, size: number): Promise<Uint8Array> {
  const bytes = new Uint8Array(size);
  return bytes.subarray(0, await source.read(bytes, 0));
}

/** Whether a file begins as a table of events does: a row of names above a row of numbers. */
export function isEventTable(head: Uint8Array): boolean {
  try {
    const rows = openTable(head).rows[Symbol.iterator]();
    const [names, values] = [rows.next(), rows.next()];
    if (names.done === true || values.done === true || names.value.cells.length < 2) return false;
    const isNumber = (cell: string) => !Number.isNaN(tableNumber(cell, undefined));
    return (
      names.value.cells.length === values.value.cells.length &&
      !names.value.cells.some((cell) => isNumber(cell) || /[\p{Cc}\ufffd]/u.test(cell)) &&
      values.value.cells.every((cell) => isNumber(cell) || missing.test(cell))
    );
  } catch (error) {
    if (error instanceof Problem) return false;
    throw error;
  }
}

function encodeEvents(bytes: Uint8Array): Uint8Array {
  const { separator, rows } = openTable(bytes);
  const iterator = rows[Symbol.iterator]();
  const first = iterator.next();
  if (first.done === true) throw invalid('empty', 1);
  const early: TableRow[] = [];
  for (let next = iterator.next(); next.done !== true; next = iterator.next()) {
    early.push(next.value);
    if (early.length === ROWS_LOOKED_AT) break;
  }
  if (early.length === 0) throw invalid('noEvents', first.value.line);
  const { names, skipped } = namesOf(first.value, early);
  const decimal = decimalOf(early, usualDecimal(separator));
  const columns = names.map(() => growing());
  const take = (row: TableRow) => takeRow(row, names, skipped, columns, decimal);
  early.forEach(take);
  for (let next = iterator.next(); next.done !== true; next = iterator.next()) take(next.value);
  const values = columns.map((column) => column.values());
  const channels = names.map((name, i) => channelOf(name, values[i]!));
  const keywords = new Map([['LYMPHOSCOPE_EVENT_TABLE', String(names.length)]]);
  // FCS 3.0 allows any name
  const content = { version: 'FCS3.0', channels, eventCount: values[0]!.length, datatype: 'D', byteOrder: 'little', keywords } as const;
  return encodeFcs([{ ...content, columns: values }]);
}

/** Names of channels; R's numbers of rows stand in front, in a column whose name is blank or that has none. */
function namesOf({ cells, line }: TableRow, rows: readonly TableRow[]): { readonly names: readonly string[]; readonly skipped: number } {
  const filled = cells.slice(0, filledWidth(cells));
  const isCornered = filled.length > 1 && filled[0] === '';
  const isNumbered = rows.every((row, i) => row.cells.length === filled.length + 1 && row.cells[0] === String(i + 1));
  const skipped = isCornered || (isNumbered && rows.some(({ cells: own }) => own.at(-1) !== '')) ? 1 : 0;
  const names = isCornered ? filled.slice(1) : filled;
  const blank = names.indexOf('');
  if (blank >= 0) throw invalid('blankName', line, { column: blank + skipped + 1 });
  const twice = names.find((name, i) => names.indexOf(name) !== i);
  if (twice !== undefined) throw invalid('nameTwice', line, { name: twice });
  if (names.every((name) => !Number.isNaN(tableNumber(name, undefined)))) throw invalid('noNames', line);
  return { names, skipped };
}

const missing = /^(na|nan)$/i;
const infinite = /^([+-]?)(inf|infinity)$/i;

function takeRow(
  { cells: written, line }: TableRow,
  names: readonly string[],
  skipped: number,
  columns: readonly Growing[],
  decimal: Decimal | undefined,
): void {
  const cells = withoutBlankTail(written, names.length + skipped);
  if (cells.length !== names.length + skipped) throw invalid('cells', line, { wanted: names.length + skipped, given: cells.length });
  for (const [i, column] of columns.entries()) {
    const cell = cells[i + skipped]!;
    const value = tableNumber(cell, decimal);
    if (!Number.isNaN(value)) column.push(value);
    else if (missing.test(cell)) column.push(Number.NaN);
    else if (infinite.test(cell)) column.push(cell.startsWith('-') ? Number.NEGATIVE_INFINITY : Number.POSITIVE_INFINITY);
    else throw invalid(cell === '' ? 'blank' : 'number', line, { cell: cell.slice(0, 40), name: names[i]! });
  }
}

function channelOf(written: string, values: Float64Array): WrittenChannel {
  const most = values.reduce((top, value) => (value > top && Number.isFinite(value) ? value : top), 1);
  return { ...readName(written), bits: 64, range: 2 ** Math.min(32, Math.ceil(Math.log2(most + 1))) };
}

interface Growing {
  readonly push: (value: number) => void;
  readonly values: () => Float64Array;
}

function growing(): Growing {
  let held = new Float64Array(1024);
  let length = 0;
  return {
    push(value) {
      if (length === held.length) {
        const larger = new Float64Array(2 * length);
        larger.set(held);
        held = larger;
      }
      held[length++] = value;
    },
    values: () => held.subarray(0, length),
  };
}

const reasons = {
  tooLarge: { en: 'it is larger than {most} MB', ja: '{most} MBを超えています' },
  empty: { en: 'it is empty', ja: '内容がありません' },
  noEvents: { en: 'no line of values follows the names', ja: '名前の行の後に値の行がありません' },
  noNames: { en: 'the first line has to name the channels', ja: '1行目にチャンネル名が必要です' },
  blankName: { en: 'column {column} has no name', ja: '{column}列目に名前がありません' },
  nameTwice: { en: 'two columns are called "{name}"', ja: '「{name}」という列が2つあります' },
  cells: { en: '{wanted} values are needed, {given} are given', ja: '値は{wanted}個必要ですが、{given}個です' },
  blank: { en: 'the value of {name} is blank', ja: '{name}の値が空です' },
  number: { en: '"{cell}" in {name} is not a number that can be read in one way', ja: '{name}の「{cell}」を数値として一通りに読めません' },
} as const satisfies Catalogue;

function invalid(reason: keyof typeof reasons, line: number, values: Values = {}): Problem {
  const { en, ja } = reasons[reason];
  const sentence = { en: `Not a table of events: ${en} (line {line}).`, ja: `イベントの表として読めません: ${ja}({line}行目)。` };
  return new Problem('event-table-invalid', sentence, { ...values, line }, { line });
}
