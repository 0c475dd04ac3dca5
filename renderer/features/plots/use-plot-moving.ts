import { type PointerEvent, useRef, useState } from 'react';
import { movePlot } from '../../../core/study/arrangement/arrange.ts';
import { useApp } from '../../context/use-app.ts';
import { setPlots } from '../../store/arrangement.ts';
import type { PlotId } from '../../store/state.ts';

/** Where a plot would stand if it were let go of now. */
interface DropPlace {
  readonly id: PlotId;
  readonly side: 'before' | 'after';
}

export interface PlotMoving {
  readonly moved: PlotId | undefined;
  readonly over: DropPlace | undefined;
  readonly handlersOf: (id: PlotId) => {
    readonly onPointerDown: (event: PointerEvent<HTMLElement>) => void;
    readonly onPointerMove: (event: PointerEvent<HTMLElement>) => void;
    readonly onPointerUp: () => void;
    readonly onPointerCancel: () => void;
  };
}

/** Pixels that a press may tremble before it is a drag. */
const TREMBLE = 5;

/** Plots are put in another order by dragging them at their heads. */
export function usePlotMoving(): PlotMoving {
  const { store } = useApp();
  const press = useRef<{ readonly id: PlotId; readonly x: number; readonly y: number } | undefined>(undefined);
  const [moved, setMoved] = useState<PlotId>();
  const [over, setOver] = useState<DropPlace>();
  const end = () => {
    press.current = undefined;
    setMoved(undefined);
    setOver(undefined);
  };
  return {
    moved,
    over,
    handlersOf: (id) => ({
      onPointerDown(event) {
        const target = event.target as Element;
        if (event.button !== 0 || target.closest('.tile-head') === null || target.closest('.icon-button') !== null) return;
        press.current = { id, x: event.clientX, y: event.clientY };
      },
      onPointerMove({ clientX, clientY, currentTarget, pointerId }) {
        const from = press.current;
        if (from === undefined) return;
        if (moved === undefined) {
          if (Math.hypot(clientX - from.x, clientY - from.y) < TREMBLE) return;
          currentTarget.setPointerCapture(pointerId);
          setMoved(from.id);
        }
        const place = placeAt(clientX, clientY);
        setOver((before) => (before?.id === place?.id && before?.side === place?.side ? before : place));
      },
      onPointerUp() {
        if (moved !== undefined && over !== undefined) setPlots(store, (plots) => movePlot(plots, moved, over.side, over.id));
        end();
      },
      onPointerCancel: end,
    }),
  };
}

function placeAt(x: number, y: number): DropPlace | undefined {
  const cell = document.elementFromPoint(x, y)?.closest<HTMLElement>('[data-plot]');
  const id = cell?.dataset['plot'];
  if (cell === null || cell === undefined || id === undefined) return undefined;
  const { left, width } = cell.getBoundingClientRect();
  return { id, side: x < left + width / 2 ? 'before' : 'after' };
}
