import { Problem } from '../../base/problem.ts';
import { readTable } from '../../base/tables/read-table.ts';
import { type Decimal, tableNumber } from '../../base/tables/table-number.ts';
import { type Plate, plateSizes, wellName } from './plate.ts';

/** What a reader wrote, by well: numbers, and texts where it wrote something else. */
export type Readings = ReadonlyMap<string, number | string>;

/**
 * A reader's grid: as many rows and columns of readings as the plate has, wherever they stand in the text. Where they stand across is told by the
 * column numbers above them, or by the row letters before them; a row without either begins with its first reading.
 * @throws Problem `plate-grid` where no such block of rows is there, `plate-grid-two` where blocks that differ are
 */
export function readGrid(input: Uint8Array | string, size: Plate['size']): Readings {
  const [rowCount, columnCount] = plateSizes[size]!;
  const { rows, decimal, separator } = readTable(input, { blanks: true });
  const cells = rows.map((row) => row.cells.map((cell) => readingOf(cell, decimal)));
  const found = cells.flatMap((_, start): Readings[] => {
    const written = cells.slice(start, start + rowCount);
    const block = separator === ' ' ? withoutLetters(written, columnCount) : written;
    const [above, below] = separator === ' ' ? [] : [cells[start - 1], cells[start + rowCount]];
    const place = block.length < rowCount ? undefined : placeOf(block, above, below, columnCount);
    if (place === undefined) return [];
    const wells = block.flatMap((row, r) =>
      Array.from({ length: columnCount }, (_, c) => [`${letterOf(r)}${c + 1}`, row[place + c] ?? ''] as const),
    );
    const read = wells.filter(([, reading]) => reading !== '');
    return read.some(([, reading]) => typeof reading === 'number') ? [new Map(read)] : [];
  });
  const [first, ...others] = found;
  if (first === undefined) throw new Problem('plate-grid', noGrid, { rows: rowCount, columns: columnCount }, { line: rows[0]?.line ?? 1 });
  if (others.some((other) => other.size !== first.size || [...other].some(([well, reading]) => first.get(well) !== reading)))
    throw new Problem('plate-grid-two', severalGrids, { count: found.length });
  return first;
}

type Row = readonly (number | string)[];

const readingOf = (cell: string, decimal: Decimal | undefined): number | string => {
  const value = tableNumber(cell, decimal);
  return Number.isNaN(value) ? cell : value;
};

const letterOf = (row: number): string => String.fromCharCode(65 + row);
const isLetter = (cell: number | string | undefined, row: number): boolean =>
  typeof cell === 'string' && cell.normalize('NFKC').trim().toUpperCase() === letterOf(row);

/** Where the first column of readings stands in a block; undefined where that is not certain, or the plate is a larger one. */
function placeOf(block: readonly Row[], above: Row | undefined, below: Row | undefined, columns: number): number | undefined {
  const lettered = block[0]!.findIndex((_, i) => block.every((row, r) => isLetter(row[i], r)));
  if (lettered >= 0 && isLetter(below?.[lettered], block.length)) return undefined;
  const numbered = above === undefined ? -1 : above.findIndex((_, i) => isCounting(above.slice(i), columns));
  if (numbered >= 0) return lettered < 0 || lettered < numbered || lettered >= numbered + columns ? numbered : undefined;
  if (lettered >= 0) return lettered + 1;
  const widths = block.map((row) => row.findLastIndex((cell) => cell !== '') + 1);
  if (block.some((row) => isCounting(row, columns) || row.filter((cell) => typeof cell === 'number').length < columns / 2))
    return undefined;
  // a first column that is empty below its first row may be one of wells, or of a temperature
  return Math.max(...widths) === columns && block.slice(1).some(([cell]) => cell !== '') ? 0 : undefined;
}

/** Between blanks an empty well leaves no trace: every row must be whole, after its letter or the first row's temperature. Empty where one is not. */
function withoutLetters(block: readonly Row[], columns: number): readonly Row[] {
  const rows = block.map((row, r) =>
    row.length === columns + 1 && (isLetter(row[0], r) || (r === 0 && !block.every((one) => one.length > columns))) ? row.slice(1) : row,
  );
  // one value at the end of all rows is a wavelength
  const isMarked = new Set(rows.map((row) => row.at(-1))).size === 1;
  return !isMarked && rows.every((row, r) => row.length === columns && !isLetter(row[0], r)) ? rows : [];
}

/** The numbers of all columns, and none of more. */
const isCounting = (row: Row, columns: number): boolean =>
  row.length >= columns && row.slice(0, columns).every((cell, i) => cell === i + 1) && row[columns] !== columns + 1;

/** The plate with a reader's signals in its wells; wells without a reading keep what they have. */
export const withReadings = (plate: Plate, readings: Readings): Plate => ({
  ...plate,
  wells: plate.wells.map((well) => {
    const signal = readings.get(wellName(well.well, plate.size) ?? '');
    return signal === undefined ? well : { ...well, signal };
  }),
});

const noGrid = {
  en: 'There is no block of {rows} rows and {columns} columns of readings in this text.',
  ja: '{rows}行×{columns}列の測定値が見つかりません。',
};
const severalGrids = {
  en: 'This text holds {count} blocks of readings that differ: keep the one that counts.',
  ja: '測定値の表が{count}個あり、内容が異なります。使用する表だけを残してください。',
};
