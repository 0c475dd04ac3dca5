import { MOST_PLOTS } from './arrangement.ts';
import { MOST_CELLS, type Plot } from './plot.ts';

/* What a hand does to the plots of a window. Each gives the list anew; where nothing changes, the same list. */

/** An id that none of these plots has. */
export function newPlotId(plots: readonly Plot[]): string {
  const taken = new Set(plots.map(({ id }) => id));
  for (let n = plots.length + 1; ; n++) if (!taken.has(`plot ${n}`)) return `plot ${n}`;
}

/** Puts a plot in after another one, last where that one is not there. The same list where it is full. */
export function insertPlot(plots: readonly Plot[], plot: Plot, after: string | undefined): readonly Plot[] {
  if (plots.length >= MOST_PLOTS) return plots;
  const at = plots.findIndex(({ id }) => id === after);
  return at < 0 ? [...plots, plot] : [...plots.slice(0, at + 1), plot, ...plots.slice(at + 1)];
}

/** Moves a plot to stand before or after another one. */
export function movePlot(plots: readonly Plot[], id: string, side: 'before' | 'after', other: string): readonly Plot[] {
  const moved = plots.find((plot) => plot.id === id);
  if (moved === undefined || id === other || !plots.some((plot) => plot.id === other)) return plots;
  const others = plots.filter((plot) => plot !== moved);
  const at = others.findIndex((plot) => plot.id === other) + (side === 'after' ? 1 : 0);
  return plots[at] === moved ? plots : [...others.slice(0, at), moved, ...others.slice(at)];
}

/** Gives a plot so many cells of the grid, as far as a plot may have them. */
export function resizePlot(plots: readonly Plot[], id: string, { columns, rows }: Cells): readonly Plot[] {
  const size = { columns: cells(columns), rows: cells(rows) };
  const known = plots.find((plot) => plot.id === id);
  const before = known && cellsOf(known);
  if (before === undefined || (before.columns === size.columns && before.rows === size.rows)) return plots;
  return plots.map((plot) => {
    if (plot.id !== id) return plot;
    const { size: _, ...rest } = plot;
    return size.columns === 1 && size.rows === 1 ? rest : { ...rest, size };
  });
}

export interface Cells {
  readonly columns: number;
  readonly rows: number;
}

export const cellsOf = ({ size }: Plot): Cells => size ?? { columns: 1, rows: 1 };

const cells = (wanted: number): number => Math.max(1, Math.min(MOST_CELLS, Math.round(wanted)));
