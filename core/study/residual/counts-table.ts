import { Problem } from '../../base/problem.ts';
import { readTable } from '../../base/tables/read-table.ts';
import { tableNumber } from '../../base/tables/table-number.ts';
import { type CellsCounted, cellsCounted } from './cells.ts';

const names = {
  day: ['day', 'culture day', '培養日数', '日'],
  cells: ['cells', 'viable cells', 'viable', '生細胞数', '細胞数'],
  viability: ['viability', '生存率'],
  cv: ['cv'],
} as const;

/**
 * Cells of a culture by its days, from a table with the columns `day` and `cells` (viable ones; all cells where the row has a `viability` in
 * percent) and, where known, `cv`, a fraction.
 * @param cellsCv of rows that have none
 * @throws Problem `residual-counts` with the line of what cannot be read; `residual-cells` for a number that cannot be
 */
export function readCountsTable(input: Uint8Array | string, cellsCv?: number): ReadonlyMap<number, CellsCounted> {
  const { rows, decimal } = readTable(input);
  const [head, ...body] = rows;
  const at = (wanted: readonly string[]) =>
    (head?.cells ?? []).findIndex((cell) => wanted.includes(cell.normalize('NFKC').trim().toLowerCase()));
  const places = { day: at(names.day), cells: at(names.cells), viability: at(names.viability), cv: at(names.cv) };
  if (places.day < 0 || places.cells < 0) throw new Problem('residual-counts', noColumns, {}, { line: head?.line ?? 1 });
  const counts = new Map<number, CellsCounted>();
  for (const { line, cells: row } of body) {
    const number = (place: number): number | undefined => {
      const cell = row[place] ?? '';
      if (place < 0 || cell === '') return undefined;
      const value = tableNumber(cell, decimal);
      if (Number.isNaN(value)) throw new Problem('residual-counts', noNumber, { cell }, { line });
      return value;
    };
    const [day, cells] = [number(places.day), number(places.cells)];
    if (day === undefined || cells === undefined) throw new Problem('residual-counts', empty, {}, { line });
    if (counts.has(day)) throw new Problem('residual-counts', twice, { day }, { line });
    counts.set(day, cellsCounted({ cells, viability: number(places.viability), cv: number(places.cv) ?? cellsCv }));
  }
  return counts;
}

const noColumns = {
  en: 'A table of cell counts has the columns day and cells.',
  ja: '細胞数の表には、day(培養日数)とcells(生細胞数)の列が必要です。',
};
const noNumber = { en: '"{cell}" is no number.', ja: '「{cell}」は数値ではありません。' };
const empty = { en: 'The row has no day or no number of cells.', ja: '培養日数または細胞数が空欄の行があります。' };
const twice = { en: 'Day {day} stands in the table twice.', ja: '培養{day}日目が表に2回あります。' };
