import { Problem } from '../../base/problem.ts';
import { readTable } from '../../base/tables/read-table.ts';
import { type Decimal, tableNumber } from '../../base/tables/table-number.ts';
import { type Plate, type WellRow, wellName } from './plate.ts';

/** Signals of wells over hours. */
export interface PlateSeries {
  readonly times: readonly number[];
  readonly wells: ReadonlyMap<string, readonly (number | string)[]>;
}

/**
 * A table of an impedance or image instrument: the first column is the time (hours, or h:mm:ss; minutes where its heading says so), every other
 * column a well that its heading names.
 * @throws Problem `plate-series-table` with the line
 */
export function readSeries(input: Uint8Array | string, size: Plate['size']): PlateSeries {
  const { rows, decimal } = readTable(input);
  const start = rows.findIndex(({ cells }) => cells.slice(1).filter((cell) => wellName(cell, size) !== undefined).length > 1);
  const head = rows[start];
  if (head === undefined) throw new Problem('plate-series-table', noHead, {}, { line: rows[0]?.line ?? 1 });
  const places = head.cells.flatMap((cell, place) => {
    const well = place === 0 ? undefined : wellName(cell, size);
    return well === undefined ? [] : [{ well, place }];
  });
  const twice = places.find(({ well }, i) => places.findIndex((one) => one.well === well) < i);
  if (twice !== undefined) throw new Problem('plate-series-table', wellTwice, { well: twice.well }, { line: head.line });
  const perHour = /min|分/i.test(head.cells[0] ?? '') ? 60 : 1;
  const body = rows.slice(start + 1).filter(({ cells }) => (cells[0] ?? '') !== '');
  const times = body.map(({ cells, line }) => {
    const hours = hoursOf(cells[0]!, decimal, perHour);
    if (hours === undefined) throw new Problem('plate-series-table', noTime, { cell: cells[0]! }, { line });
    return hours;
  });
  const late = times.findIndex((time, i) => i > 0 && !(time > times[i - 1]!));
  if (late > 0 || times.length < 2)
    throw new Problem('plate-series-table', noOrder, {}, { line: body[Math.max(0, late)]?.line ?? head.line });
  return {
    times,
    wells: new Map(places.map(({ well, place }) => [well, body.map(({ cells }) => readingOf(cells[place] ?? '', decimal))])),
  };
}

function hoursOf(cell: string, decimal: Decimal | undefined, perHour: number): number | undefined {
  const clock = /^(\d+):(\d{2})(?::(\d{2}))?$/.exec(cell.normalize('NFKC').trim());
  if (clock !== null) return Number(clock[1]) + Number(clock[2]) / 60 + Number(clock[3] ?? 0) / 3600;
  const value = tableNumber(cell, decimal);
  return Number.isFinite(value) ? value / perHour : undefined;
}

const readingOf = (cell: string, decimal: Decimal | undefined): number | string => {
  const value = tableNumber(cell, decimal);
  return Number.isNaN(value) ? cell : value;
};

/** The plate's wells with their series; wells that the table does not name keep what they have. */
export const wellsWithSeries = ({ wells, size }: Plate, series: PlateSeries): readonly WellRow[] =>
  wells.map((row) => {
    const own = series.wells.get(wellName(row.well, size) ?? '');
    return own === undefined ? row : { ...row, series: [...own] };
  });

const noHead = {
  en: 'The table has no row of well names above its series (time, A1, A2 …).',
  ja: '経時測定の表に、ウェル名の行(時間, A1, A2 …)がありません。',
};
const wellTwice = { en: 'Well {well} has two columns.', ja: 'ウェル{well}の列が2つあります。' };
const noTime = { en: '"{cell}" is no time.', ja: '「{cell}」は時間ではありません。' };
const noOrder = {
  en: 'The times of the series must rise from row to row, two at least.',
  ja: '経時測定の時間は行ごとに増加し、2行以上必要です。',
};
