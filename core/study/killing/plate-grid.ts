import { Problem } from '../../base/problem.ts';
import { readTable, type TableRow } from '../../base/tables/read-table.ts';
import { type Decimal, tableNumber } from '../../base/tables/table-number.ts';
import { type Plate, plateSizes } from './plate.ts';

/** What a reader wrote, by well: numbers, and texts where it wrote something else. */
export type Readings = ReadonlyMap<string, number | string>;

/**
 * A reader's grid: as many rows and columns of readings as the plate has, wherever they stand in the text. Row letters, column numbers and a
 * temperature before them are no readings.
 * @throws Problem `plate-grid` where no such block of rows is there
 */
export function readGrid(input: Uint8Array | string, size: Plate['size']): Readings {
  const [rowCount, columnCount] = plateSizes[size]!;
  const { rows, decimal } = readTable(input, { blanks: true });
  const found = rows.map((row) => gridRow(row, columnCount, decimal));
  for (let start = 0; start + rowCount <= found.length; start++) {
    const block = found.slice(start, start + rowCount);
    if (block.every((row) => row !== undefined))
      return new Map(
        block
          .flatMap((row, r) => row.map((reading, c) => [`${String.fromCharCode(65 + r)}${c + 1}`, reading] as const))
          .filter(([, reading]) => reading !== ''),
      );
  }
  throw new Problem('plate-grid', noGrid, { rows: rowCount, columns: columnCount }, { line: rows[0]?.line ?? 1 });
}

/** The readings of one row; undefined where it is none, as the row of column numbers. */
function gridRow({ cells }: TableRow, columns: number, decimal: Decimal | undefined): readonly (number | string)[] | undefined {
  const filled = cells.slice(0, cells.findLastIndex((cell) => cell !== '') + 1);
  // a letter, or a temperature and blanks, stand before the readings
  const extra = filled.length - columns;
  if (extra < 0 || extra > 3) return undefined;
  const readings = filled.slice(extra).map((cell) => {
    const value = tableNumber(cell, decimal);
    return Number.isNaN(value) ? cell : value;
  });
  const isHead = readings.every((reading, i) => reading === i + 1);
  return isHead || readings.filter((reading) => typeof reading === 'number').length < columns / 2 ? undefined : readings;
}

/** The plate with a reader's signals in its wells; wells without a reading keep what they have. */
export const withReadings = (plate: Plate, readings: Readings): Plate => ({
  ...plate,
  wells: plate.wells.map((well) => {
    const signal = readings.get(
      well.well
        .normalize('NFKC')
        .trim()
        .toUpperCase()
        .replace(/^([A-P])0+/, '$1'),
    );
    return signal === undefined ? well : { ...well, signal };
  }),
});

const noGrid = {
  en: 'There is no block of {rows} rows and {columns} columns of readings in this text.',
  ja: '{rows}行×{columns}列の測定値が見つかりません。',
};
