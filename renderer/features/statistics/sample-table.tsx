import {
  type ColumnDef,
  columnResizingFeature,
  columnSizingFeature,
  createSortedRowModel,
  rowSortingFeature,
  type SortingState,
  tableFeatures,
  useTable,
} from '@tanstack/react-table';
import { useVirtualizer } from '@tanstack/react-virtual';
import { useEffect, useMemo, useRef } from 'react';
import type { Language } from '../../../core/base/message.ts';
import { type GridColumn, withheldWords } from '../../../core/exchange/tables/statistics-grid.ts';
import type { StatisticsChoice } from '../../../core/study/arrangement/statistics-choice.ts';
import type { SampleAnalysis } from '../../../core/study/sample/sample-analysis.ts';
import { useApp, useWindow } from '../../context/use-app.ts';
import { useMessages } from '../../messages/language.ts';
import { useTitleOf } from '../../messages/population-titles.ts';
import type { SampleKey } from '../../store/state.ts';
import { setView } from '../../store/store.ts';
import { classes } from '../../ui/classes.ts';
import { Light } from '../../ui/light.tsx';
import { cellText } from './cell-text.ts';
import { messages } from './messages.ts';
import type { TableRow } from './rows.ts';

type Sort = NonNullable<StatisticsChoice['sort']>;

export interface SampleTableProps {
  readonly rows: readonly TableRow[];
  /** Samples whose numbers are of before the last edit. */
  readonly stale: readonly SampleKey[];
  readonly columns: readonly GridColumn[];
  readonly language: Language;
  readonly sort: Sort | undefined;
  readonly onSort: (sort: Sort | undefined) => void;
  /** The rows as they stand, for what leaves the window. */
  readonly onOrder: (rows: readonly TableRow[]) => void;
}

const features = tableFeatures({ rowSortingFeature, sortedRowModel: createSortedRowModel(), columnSizingFeature, columnResizingFeature });
const ROW = 26;
const widths = { file: 200, call: 150, text: 96, number: 104, least: 56 } as const;

/** One row a sample: columns are sorted by a press on their heads and resized at their edges; only rows in sight are drawn. */
export function SampleTable({ rows, stale, columns, language, sort, onSort, onOrder }: SampleTableProps) {
  const app = useApp();
  const t = useMessages(messages);
  const titleOf = useTitleOf();
  const scroller = useRef<HTMLDivElement>(null);
  const selected = useWindow(({ view }) => view.selected);
  const data = useMemo(() => [...rows], [rows]);
  const definitions = useMemo(
    () =>
      columns.map(
        (column): ColumnDef<typeof features, TableRow> => ({
          id: column.id,
          accessorFn: ({ analysis }) => column.cell(analysis).value,
          sortUndefined: 'last',
          sortFn: byValue,
          sortDescFirst: column.kind === 'number',
          size: column.id === 'file' || column.id === 'call' ? widths[column.id] : widths[column.kind],
          minSize: widths.least,
        }),
      ),
    [columns],
  );
  const sorting = useMemo((): SortingState => (sort === undefined ? [] : [{ id: sort.column, desc: sort.descending }]), [sort]);
  const table = useTable({
    features,
    data,
    columns: definitions,
    getRowId: ({ key }) => key,
    state: { sorting },
    columnResizeMode: 'onChange',
    onSortingChange(next) {
      const [first] = typeof next === 'function' ? next(sorting) : next;
      onSort(first === undefined ? undefined : { column: first.id, descending: first.desc });
    },
  });
  const ordered = table.getRowModel().rows;
  useEffect(() => onOrder(ordered.map(({ original }) => original)), [ordered, onOrder]);
  const virtual = useVirtualizer({
    count: ordered.length,
    getScrollElement: () => scroller.current,
    estimateSize: () => ROW,
    overscan: 12,
  });
  const heads = table.getHeaderGroups()[0]?.headers ?? [];
  const byId = useMemo(() => new Map(columns.map((column) => [column.id, column])), [columns]);
  return (
    <div ref={scroller} className="statistics-scroll" data-testid="statistics-table">
      <table className="statistics-table" style={{ width: table.getTotalSize() }} aria-rowcount={ordered.length + 1}>
        <thead>
          <tr>
            {heads.map((head) => {
              const column = byId.get(head.column.id);
              if (column === undefined) return null;
              const name = [column.population?.split('/').at(-1), column.title[language]].filter(Boolean).join(' ');
              const sorted = head.column.getIsSorted();
              return (
                <th
                  key={head.id}
                  style={{ width: head.getSize() }}
                  aria-sort={sorted === 'asc' ? 'ascending' : sorted === 'desc' ? 'descending' : 'none'}
                  className={classes(column.kind === 'number' && 'is-number')}
                >
                  <button
                    type="button"
                    onClick={head.column.getToggleSortingHandler()}
                    title={t('sortBy', { name })}
                    data-testid={`statistics-head-${column.id}`}
                  >
                    <span className="statistics-population one-line">
                      {column.population === '' ? t('allEvents') : titleOf(column.population ?? '')}
                    </span>
                    <span className="one-line">
                      {column.title[language]}
                      {sorted === 'asc' ? ' ▲' : sorted === 'desc' ? ' ▼' : ''}
                    </span>
                  </button>
                  <span
                    className="statistics-edge"
                    title={t('resizeColumn', { name })}
                    onMouseDown={head.getResizeHandler()}
                    onTouchStart={head.getResizeHandler()}
                    aria-hidden="true"
                  />
                </th>
              );
            })}
          </tr>
        </thead>
        <tbody style={{ height: virtual.getTotalSize() }}>
          {virtual.getVirtualItems().map(({ index, start }) => {
            const row = ordered[index];
            if (row === undefined) return null;
            const { key, analysis } = row.original;
            return (
              <tr
                key={row.id}
                aria-rowindex={index + 2}
                aria-selected={key === selected}
                className={classes(stale.includes(key) && 'stale')}
                title={stale.includes(key) ? t('recalculating') : undefined}
                style={{ height: ROW, transform: `translateY(${start}px)` }}
                onClick={() => setView(app.store, { selected: key })}
                onDoubleClick={() => setView(app.store, { selected: key, centre: 'plots' })}
                data-testid={`statistics-row-${analysis.sample.file}`}
              >
                {heads.map(({ column }) => {
                  const of = byId.get(column.id);
                  return of && <Cell key={column.id} column={of} analysis={analysis} width={column.getSize()} language={language} />;
                })}
              </tr>
            );
          })}
        </tbody>
      </table>
    </div>
  );
}

function Cell({
  column,
  analysis,
  width,
  language,
}: {
  readonly column: GridColumn;
  readonly analysis: SampleAnalysis;
  readonly width: number;
  readonly language: Language;
}) {
  const cell = column.cell(analysis);
  const why = cell.withheld && withheldWords[cell.withheld][language];
  return (
    <td
      style={{ width }}
      className={classes(column.kind === 'number' && 'is-number', why && 'quiet')}
      title={why ?? cellText(cell, language)}
    >
      {cell.light !== undefined && cell.light !== 'green' && <Light light={cell.light} />}
      <span className="one-line">{cellText(cell, language)}</span>
    </td>
  );
}

/** Numbers by size, texts as a reader sorts them. */
const byValue = (a: { getValue: (id: string) => unknown }, b: { getValue: (id: string) => unknown }, id: string): number => {
  const [one, other] = [a.getValue(id), b.getValue(id)];
  if (typeof one === 'number' && typeof other === 'number') return one - other;
  return String(one).localeCompare(String(other), undefined, { numeric: true });
};
