import { readTable } from '../../../core/base/tables/read-table.ts';
import { tableNumber } from '../../../core/base/tables/table-number.ts';
import type { Assay } from '../../../core/study/killing/assay.ts';
import { isRelease, isSeries } from '../../../core/study/killing/assay.ts';
import { type Plate, plateSizes, type WellRow, wellName } from '../../../core/study/killing/plate.ts';
import { parseNumber } from '../../ui/parse-number.ts';

/** A place on a plate, from 0. */
export interface Place {
  readonly row: number;
  readonly column: number;
}

/** A rectangle of wells between two places. */
export interface Chosen {
  readonly from: Place;
  readonly to: Place;
}

export const nameAt = ({ row, column }: Place): string => `${String.fromCharCode(65 + row)}${column + 1}`;

/** The wells of a rectangle, down each column in turn: the order in which a series is pipetted down. */
export function wellsIn({ from, to }: Chosen): readonly string[] {
  const rows = [Math.min(from.row, to.row), Math.max(from.row, to.row)] as const;
  const columns = [Math.min(from.column, to.column), Math.max(from.column, to.column)] as const;
  const names: string[] = [];
  for (let column = columns[0]; column <= columns[1]; column++)
    for (let row = rows[0]; row <= rows[1]; row++) names.push(nameAt({ row, column }));
  return names;
}

export const isChosen = ({ from, to }: Chosen, { row, column }: Place): boolean =>
  row >= Math.min(from.row, to.row) &&
  row <= Math.max(from.row, to.row) &&
  column >= Math.min(from.column, to.column) &&
  column <= Math.max(from.column, to.column);

/** What is known of a plate's wells, by name. */
export const byName = ({ wells, size }: Plate): ReadonlyMap<string, WellRow> =>
  new Map(wells.map((well) => [wellName(well.well, size) ?? well.well, well]));

/** What is read in a well by an assay. */
export type ReadingField = 'signal' | 'dead' | 'targets' | 'live' | 'beads' | 'reference' | 'degranulated' | 'nkCells';
export function readingFields(assay: Assay | undefined): readonly ReadingField[] {
  if (assay === undefined || isRelease(assay.readout)) return ['signal'];
  if (isSeries(assay.readout)) return [];
  if (assay.readout === 'dead-fraction') return ['dead', 'targets'];
  return assay.readout === 'viable-count' ? ['live', 'beads'] : ['live', 'reference'];
}

/** What a person may write into one well: CD107a beside what a cytometer counted, where there are NK cells. */
export const writtenFields = (assay: Assay | undefined, role: WellRow['role'] | undefined): readonly ReadingField[] => {
  if (role === 'beads') return ['beads'];
  const isCounted = assay !== undefined && !isRelease(assay.readout) && !isSeries(assay.readout);
  return [
    ...readingFields(assay),
    ...(isCounted && (role === 'test' || role === 'effector-alone') ? (['degranulated', 'nkCells'] as const) : []),
  ];
};

/** An E:T, or a series "40 / 2": 40, 20, 10 … from the first row of the rectangle down, the same in every column. Undefined where it is neither. */
export function ratiosOf(text: string, { from, to }: Chosen): ((well: string) => number) | undefined {
  const parts = text.normalize('NFKC').split('/');
  const [first, factor] = parts.map((part) => parseNumber(part.trim()));
  if (first === undefined || !(first > 0) || parts.length > 2 || (parts.length === 2 && !((factor ?? 0) > 1))) return undefined;
  const top = Math.min(from.row, to.row);
  return (well) => first / (factor ?? 1) ** (well.charCodeAt(0) - 65 - top);
}

/**
 * Readings of a pasted block, from the first chosen well on; an empty row keeps its place, and a text stays as it is written, and the plate names it.
 * Else why nothing is taken: the block reaches beyond the plate, or its commas may separate cells or stand in numbers.
 */
export function pastedReadings(
  text: string,
  { from, to }: Chosen,
  { size }: Plate,
): ReadonlyMap<string, number | string> | 'outside' | 'unsure' {
  if (isUnsure(text)) return 'unsure';
  const { rows, decimal } = readTable(text);
  const [rowCount, columnCount] = plateSizes[size]!;
  const start = { row: Math.min(from.row, to.row), column: Math.min(from.column, to.column) };
  const readings = new Map<string, number | string>();
  for (const { line, cells } of rows)
    for (const [c, cell] of cells.entries()) {
      const place = { row: start.row + line - 1, column: start.column + c };
      if (cell.trim() === '') continue;
      if (place.row >= rowCount || place.column >= columnCount) return 'outside';
      const value = tableNumber(cell, decimal);
      readings.set(nameAt(place), Number.isNaN(value) ? cell.trim() : value);
    }
  return readings;
}

/** Lines that each read as one number, with a comma in it: a column of a spreadsheet, or rows of cells. */
function isUnsure(text: string): boolean {
  const lines = text.split(/\r\n|\n|\r/).filter((line) => line.trim() !== '');
  return text.includes(',') && lines.every((line) => /^\s*[+-]?(\d{1,3}(,\d{3})+(\.\d+)?|\d+([.,]\d+)?)\s*$/.test(line));
}

/** A well's readings by an assay, in short; what the assay does not read is not shown. */
export function readingText(well: WellRow, assay: Assay | undefined): string {
  const values = readingFields(assay).map((field) => well[field]);
  return values.every((value) => value === undefined) ? '' : values.map((value) => value ?? '–').join('/');
}
