import { type PointerEvent, type RefObject, useRef } from 'react';
import { type Cells, resizePlot } from '../../../core/study/arrangement/arrange.ts';
import type { Plot } from '../../../core/study/arrangement/plot.ts';
import { useApp } from '../../context/use-app.ts';
import { setPlots } from '../../store/arrangement.ts';

/** A plot takes as many cells of the grid as its corner is dragged over. */
export function usePlotResizing({ id }: Plot, cell: RefObject<HTMLElement | null>, shown: Cells) {
  const { store } = useApp();
  const one = useRef<{ readonly width: number; readonly height: number } | undefined>(undefined);
  return {
    onPointerDown(event: PointerEvent<HTMLElement>) {
      const box = cell.current?.getBoundingClientRect();
      if (event.button !== 0 || box === undefined) return;
      one.current = { width: box.width / shown.columns, height: box.height / shown.rows };
      event.currentTarget.setPointerCapture(event.pointerId);
      event.stopPropagation();
    },
    onPointerMove({ clientX, clientY }: PointerEvent<HTMLElement>) {
      const box = cell.current?.getBoundingClientRect();
      const unit = one.current;
      if (unit === undefined || box === undefined) return;
      const size = { columns: (clientX - box.left) / unit.width, rows: (clientY - box.top) / unit.height };
      setPlots(store, (plots) => resizePlot(plots, id, size));
    },
    onPointerUp: () => {
      one.current = undefined;
    },
    onPointerCancel: () => {
      one.current = undefined;
    },
  };
}
