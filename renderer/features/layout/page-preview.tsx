import { type KeyboardEvent, type PointerEvent, useEffect, useLayoutEffect, useRef, useState } from 'react';
import { JobCancelled } from '../../../core/base/workers/cancelled.ts';
import { boxOfItem, drawLayoutPage, paperOf } from '../../../core/show/layout/draw-layout.ts';
import type { LayoutPage } from '../../../core/show/layout/layout-pages.ts';
import type { Drawing } from '../../../core/show/plot/drawing.ts';
import { themes } from '../../../core/show/plot/theme.ts';
import { placeItem, removeItem } from '../../../core/study/arrangement/edit-layout.ts';
import type { Layout, LayoutItem } from '../../../core/study/arrangement/layout.ts';
import { isAbort } from '../../context/app-context.ts';
import { useApp, useWindow } from '../../context/use-app.ts';
import { useMessages } from '../../messages/language.ts';
import { paintOnCanvas } from '../../ui/charts/paint-canvas.ts';
import { classes } from '../../ui/classes.ts';
import { lookOf } from './actions.ts';
import { countPage, type ReadySample } from './layout-samples.ts';
import { messages } from './messages.ts';

export interface PagePreviewProps {
  readonly layout: Layout;
  /** Undefined where there is no sample. */
  readonly page: LayoutPage<ReadySample> | undefined;
  /** From 1 on. */
  readonly number: number;
  readonly pages: number;
  readonly selected: string | undefined;
  readonly onSelect: (id: string | undefined) => void;
  readonly onChange: (change: (layout: Layout) => Layout) => void;
}

/** A page as it will be printed, with its items to take hold of. */
export function PagePreview({ layout, page, number, pages, selected, onSelect, onChange }: PagePreviewProps) {
  const t = useMessages(messages);
  const room = useRef<HTMLDivElement>(null);
  const canvas = useRef<HTMLCanvasElement>(null);
  const size = paperOf(layout);
  const scale = useScale(room, size);
  const drawing = useDrawnPage(layout, page, number, pages);
  useEffect(() => {
    const element = canvas.current;
    const context = element?.getContext('2d');
    if (!element || !context || drawing === undefined) return;
    const dots = scale * devicePixelRatio;
    element.width = Math.round(size.width * dots);
    element.height = Math.round(size.height * dots);
    context.fillStyle = themes.light.background;
    context.fillRect(0, 0, element.width, element.height);
    context.scale(dots, dots);
    paintOnCanvas(drawing, context);
  }, [drawing, scale, size.width, size.height]);
  const shown = { width: size.width * scale, height: size.height * scale };
  return (
    <div ref={room} className="layout-room">
      <div
        className="layout-paper"
        style={{ ...shown, background: themes.light.background, color: themes.light.muted }}
        data-testid="layout-paper"
        data-ready={drawing !== undefined}
      >
        <canvas ref={canvas} style={shown} role="img" aria-label={t('layoutPageOf', { page: number, pages })} />
        {drawing === undefined && <p className="layout-drawing">{t('pageDrawing')}</p>}
        {layout.items.map((item) => (
          <ItemHold
            key={item.id}
            item={item}
            layout={layout}
            scale={scale}
            isSelected={item.id === selected}
            onSelect={() => onSelect(item.id)}
            onPlace={(at) => onChange((known) => placeItem(known, item.id, at))}
            onRemove={() => {
              onChange((known) => removeItem(known, item.id));
              onSelect(undefined);
            }}
          />
        ))}
      </div>
    </div>
  );
}

interface ItemHoldProps {
  readonly item: LayoutItem;
  readonly layout: Layout;
  readonly scale: number;
  readonly isSelected: boolean;
  readonly onSelect: () => void;
  readonly onPlace: (at: LayoutItem['at']) => void;
  readonly onRemove: () => void;
}

/** Where an item stands: dragged by whole cells, resized at its lower right corner; arrows move it, with Shift resize it. */
function ItemHold({ item, layout, scale, isSelected, onSelect, onPlace, onRemove }: ItemHoldProps) {
  const t = useMessages(messages);
  const box = boxOfItem(layout, item);
  const { width, height } = paperOf(layout);
  const [held, setHeld] = useState<{ readonly x: number; readonly y: number; readonly resizes: boolean; readonly at: LayoutItem['at'] }>();
  const words = { plot: t('itemPlot'), statistics: t('itemStatistics'), text: t('itemText'), legend: t('itemLegend') };
  const move = (at: LayoutItem['at'], columns: number, rows: number, resizes: boolean) =>
    onPlace(
      resizes ? { ...at, columns: at.columns + columns, rows: at.rows + rows } : { ...at, column: at.column + columns, row: at.row + rows },
    );
  const onPointerDown = (event: PointerEvent<HTMLElement>) => {
    if (event.button !== 0) return;
    onSelect();
    event.currentTarget.setPointerCapture(event.pointerId);
    const resizes = event.target instanceof HTMLElement && event.target.dataset['corner'] === 'true';
    setHeld({ x: event.clientX, y: event.clientY, resizes, at: item.at });
  };
  const onPointerMove = (event: PointerEvent<HTMLElement>) => {
    if (held === undefined) return;
    const columns = Math.round(((event.clientX - held.x) / scale / width) * layout.columns);
    const rows = Math.round(((event.clientY - held.y) / scale / height) * layout.rows);
    move(held.at, columns, rows, held.resizes);
  };
  const onKeyDown = (event: KeyboardEvent<HTMLElement>) => {
    const steps: { readonly [key: string]: readonly [number, number] } = {
      ArrowLeft: [-1, 0],
      ArrowRight: [1, 0],
      ArrowUp: [0, -1],
      ArrowDown: [0, 1],
    };
    const step = steps[event.key];
    if (step !== undefined) move(item.at, ...step, event.shiftKey);
    else if (event.key === 'Delete' || event.key === 'Backspace') onRemove();
    else return;
    event.preventDefault();
    event.stopPropagation();
  };
  return (
    <button
      type="button"
      className={classes('layout-hold', isSelected && 'is-selected')}
      style={{ left: box.x * scale, top: box.y * scale, width: box.width * scale, height: box.height * scale }}
      aria-label={words[item.kind]}
      aria-pressed={isSelected}
      onFocus={onSelect}
      onPointerDown={onPointerDown}
      onPointerMove={onPointerMove}
      onPointerUp={() => setHeld(undefined)}
      onPointerCancel={() => setHeld(undefined)}
      onKeyDown={onKeyDown}
      data-testid={`layout-${item.id}`}
    >
      <span className="layout-corner" data-corner="true" />
    </button>
  );
}

/** How large a page is shown so that all of it is in sight, and never too small to be read. */
function useScale(
  room: React.RefObject<HTMLDivElement | null>,
  { width, height }: { readonly width: number; readonly height: number },
): number {
  const [scale, setScale] = useState(1);
  useLayoutEffect(() => {
    const element = room.current;
    if (element === null) return;
    const measure = () =>
      setScale(Math.max(0.6, Math.min((element.clientWidth - 32) / width, Math.max(0.9, (element.clientHeight - 32) / height))));
    measure();
    const observer = new ResizeObserver(measure);
    observer.observe(element);
    return () => observer.disconnect();
  }, [room, width, height]);
  return scale;
}

/** The page once all its plots are counted; the one before stays in sight until then, unless it was another page. */
function useDrawnPage(layout: Layout, page: LayoutPage<ReadySample> | undefined, number: number, pages: number): Drawing | undefined {
  const { engine } = useApp();
  const look = useWindow(lookOf);
  const [drawn, setDrawn] = useState<{ readonly number: number; readonly drawing: Drawing }>();
  const samples = page?.samples.map(({ analysis }) => analysis);
  const made = useStable([layout, number, pages, ...Object.values(look), ...(samples ?? [])]);
  // biome-ignore lint/correctness/useExhaustiveDependencies: `made` is what the page is made of, by value
  useEffect(() => {
    if (page === undefined) return;
    const controller = new AbortController();
    countPage(engine, layout, page, look, controller.signal).then(
      (counted) => {
        if (!controller.signal.aborted) setDrawn({ number, drawing: drawLayoutPage(layout, counted, { ...look, page: number, pages }) });
      },
      (error: unknown) => {
        if (!isAbort(error) && !(error instanceof JobCancelled)) throw error;
      },
    );
    return () => controller.abort();
  }, [engine, made]);
  return drawn?.number === number ? drawn.drawing : undefined;
}

/** The same list as long as its values are the same. */
function useStable(values: readonly unknown[]): readonly unknown[] {
  const kept = useRef(values);
  if (kept.current.length !== values.length || kept.current.some((value, i) => value !== values[i])) kept.current = values;
  return kept.current;
}
