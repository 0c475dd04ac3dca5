import { type Layout, type LayoutItem, MOST_ITEMS } from './layout.ts';
import type { Plot } from './plot.ts';

/* What a hand does to a page of figures. Each gives the layout anew; where nothing changes, the same one. */

type Place = LayoutItem['at'];
type DistributiveOmit<T, K extends PropertyKey> = T extends unknown ? Omit<T, K> : never;
/** An item before it stands somewhere. */
export type NewItem = DistributiveOmit<LayoutItem, 'id' | 'at' | 'sample'>;

/** Cells that an item takes at first. */
const firstSizes: { readonly [K in LayoutItem['kind']]: Pick<Place, 'columns' | 'rows'> } = {
  plot: { columns: 2, rows: 2 },
  statistics: { columns: 4, rows: 3 },
  text: { columns: 4, rows: 1 },
  legend: { columns: 1, rows: 1 },
};

/** Plots that a new page begins with. */
const FIRST_PLOTS = 4;

/** A page of the first plots of a window below a title, with the statistics of its populations. */
export function newLayout(name: string, plots: readonly Plot[]): Layout {
  const empty: Layout = {
    format: 'lymphoscope-layout',
    version: 1,
    name,
    paper: 'a4',
    landscape: false,
    columns: 4,
    rows: 8,
    repeat: 'sample',
    items: [],
  };
  const items: readonly NewItem[] = [
    { kind: 'text', text: '{sample}\n{lot} · {day}', size: 14 },
    ...plots.slice(0, FIRST_PLOTS).map(itemOfPlot),
    { kind: 'statistics', populations: [], statistics: ['count', 'percent-of-parent'] },
  ];
  return items.reduce(addItem, empty);
}

export const itemOfPlot = ({ id: _id, size: _size, ...plot }: Plot): NewItem => ({ kind: 'plot', plot });

/** Puts an item where there is room for it, smaller where there is little; on top of the others where there is none. */
export function addItem(layout: Layout, item: NewItem): Layout {
  if (layout.items.length >= MOST_ITEMS) return layout;
  const taken = new Set(layout.items.map(({ id }) => id));
  let n = layout.items.length + 1;
  while (taken.has(`item ${n}`)) n++;
  const added = { ...item, id: `item ${n}`, at: freePlace(layout, firstSizes[item.kind]), sample: 0 } as LayoutItem;
  return { ...layout, items: [...layout.items, added] };
}

function freePlace(layout: Layout, wanted: Pick<Place, 'columns' | 'rows'>): Place {
  const size = { columns: Math.min(wanted.columns, layout.columns), rows: Math.min(wanted.rows, layout.rows) };
  const smaller = [size, { columns: Math.min(size.columns, 2), rows: 1 }, { columns: 1, rows: 1 }];
  for (const { columns, rows } of smaller)
    for (let row = 0; row + rows <= layout.rows; row++)
      for (let column = 0; column + columns <= layout.columns; column++) {
        const place = { column, row, columns, rows };
        if (layout.items.every(({ at }) => !overlap(at, place))) return place;
      }
  return { column: 0, row: 0, ...size };
}

const overlap = (a: Place, b: Place): boolean =>
  a.column < b.column + b.columns && b.column < a.column + a.columns && a.row < b.row + b.rows && b.row < a.row + a.rows;

/** Moves or resizes an item, as far as the page goes. */
export function placeItem(layout: Layout, id: string, wanted: Place): Layout {
  const columns = within(wanted.columns, 1, layout.columns);
  const rows = within(wanted.rows, 1, layout.rows);
  const at = {
    column: within(wanted.column, 0, layout.columns - columns),
    row: within(wanted.row, 0, layout.rows - rows),
    columns,
    rows,
  };
  return changeItem(layout, id, (item) => (isSamePlace(item.at, at) ? item : { ...item, at }));
}

const isSamePlace = (a: Place, b: Place): boolean =>
  a.column === b.column && a.row === b.row && a.columns === b.columns && a.rows === b.rows;
const within = (value: number, low: number, high: number): number => Math.max(low, Math.min(high, Math.round(value)));

export function changeItem(layout: Layout, id: string, change: (item: LayoutItem) => LayoutItem): Layout {
  const items = layout.items.map((item) => (item.id === id ? change(item) : item));
  return items.every((item, i) => item === layout.items[i]) ? layout : { ...layout, items };
}

export const removeItem = (layout: Layout, id: string): Layout =>
  layout.items.some((item) => item.id === id) ? { ...layout, items: layout.items.filter((item) => item.id !== id) } : layout;

/** Another grid: items that reach beyond it are moved and shrunk until they do not. */
export function changeGrid(layout: Layout, grid: Partial<Pick<Layout, 'columns' | 'rows' | 'landscape' | 'paper'>>): Layout {
  const next = { ...layout, ...grid };
  return next.items.reduce((fitted, { id, at }) => placeItem(fitted, id, at), next);
}
