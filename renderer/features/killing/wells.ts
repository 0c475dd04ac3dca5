import { readTable } from '../../../core/base/tables/read-table.ts';
import { tableNumber } from '../../../core/base/tables/table-number.ts';
import type { Assay } from '../../../core/study/killing/assay.ts';
import { isRelease } from '../../../core/study/killing/assay.ts';
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
export type ReadingField = 'signal' | 'dead' | 'targets' | 'live' | 'beads';
export function readingFields(assay: Assay | undefined): readonly ReadingField[] {
  if (assay === undefined || isRelease(assay.readout)) return ['signal'];
  return assay.readout === 'dead-fraction' ? ['dead', 'targets'] : ['live', 'beads'];
}

/** An E:T, or a series "40 / 2": 40, 20, 10 … from the first row of the rectangle down, the same in every column. Undefined where it is neither. */
export function ratiosOf(text: string, { from, to }: Chosen): ((well: string) => number) | undefined {
  const [first, factor, ...more] = text
    .normalize('NFKC')
    .split('/')
    .map((part) => parseNumber(part.trim()));
  if (first === undefined || !(first > 0) || more.length > 0 || (text.includes('/') && !((factor ?? 0) > 1))) return undefined;
  const top = Math.min(from.row, to.row);
  return (well) => first / (factor ?? 1) ** (well.charCodeAt(0) - 65 - top);
}

/**
 * Readings of a pasted block, from the first chosen well on; a text stays as it is written, and the plate names it. Undefined where the block reaches
 * beyond the plate.
 */
export function pastedReadings(text: string, { from, to }: Chosen, { size }: Plate): ReadonlyMap<string, number | string> | undefined {
  const { rows, decimal } = readTable(text);
  const [rowCount, columnCount] = plateSizes[size]!;
  const start = { row: Math.min(from.row, to.row), column: Math.min(from.column, to.column) };
  const readings = new Map<string, number | string>();
  for (const [r, { cells }] of rows.entries())
    for (const [c, cell] of cells.entries()) {
      if (cell.trim() === '') continue;
      if (start.row + r >= rowCount || start.column + c >= columnCount) return undefined;
      const value = tableNumber(cell, decimal);
      readings.set(nameAt({ row: start.row + r, column: start.column + c }), Number.isNaN(value) ? cell.trim() : value);
    }
  return readings;
}
