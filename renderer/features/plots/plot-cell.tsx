import { type CSSProperties, type ReactNode, useEffect, useRef } from 'react';
import { cellsOf } from '../../../core/study/arrangement/arrange.ts';
import type { Plot } from '../../../core/study/arrangement/plot.ts';
import { useWindow } from '../../context/use-app.ts';
import { useMessages } from '../../messages/language.ts';
import { classes } from '../../ui/classes.ts';
import { messages } from './messages.ts';
import type { PlotMoving } from './use-plot-moving.ts';
import { usePlotResizing } from './use-plot-resizing.ts';

export interface PlotCellProps {
  readonly tile: Plot;
  /** Of the grid. */
  readonly columns: number;
  readonly moving: PlotMoving;
  readonly children: ReactNode;
}

/** The place of a plot in the grid: moved at its head, resized at its corner, brought into sight when it is asked for. */
export function PlotCell({ tile, columns, moving, children }: PlotCellProps) {
  const t = useMessages(messages);
  const cell = useRef<HTMLDivElement>(null);
  const revealed = useWindow(({ view }) => (view.revealed?.plot === tile.id ? view.revealed : undefined));
  useEffect(() => {
    if (revealed === undefined) return;
    cell.current?.scrollIntoView({ block: 'nearest' });
    if (revealed.withFocus === true) cell.current?.querySelector<SVGElement>('.tile-surface')?.focus({ preventScroll: true });
  }, [revealed]);
  const size = cellsOf(tile);
  const wide = Math.min(size.columns, columns);
  const resizing = usePlotResizing(tile, cell, { columns: wide, rows: size.rows });
  const place: CSSProperties = { gridColumn: `span ${wide}`, gridRow: `span ${size.rows}` };
  return (
    <div
      ref={cell}
      className={classes('plot-cell', moving.over?.id === tile.id && `is-${moving.over.side}`, moving.moved === tile.id && 'is-moved')}
      style={place}
      data-plot={tile.id}
      {...moving.handlersOf(tile.id)}
    >
      {children}
      <span className="plot-corner" title={t('resizePlot')} aria-hidden data-testid="resize-tile" {...resizing} />
    </div>
  );
}
