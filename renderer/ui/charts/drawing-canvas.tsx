import { useLayoutEffect, useRef } from 'react';
import type { Drawing } from '../../../core/show/plot/drawing.ts';
import { paintOnCanvas } from './paint-canvas.ts';

export interface DrawingCanvasProps {
  readonly drawing: Drawing;
  /** Of the drawing, in its own units. */
  readonly width: number;
  readonly height: number;
  /** Pixels of the page for a unit of the drawing. */
  readonly scale: number;
}

/** A drawing that changes many times a second: the same marks as in a report, without an element for each. */
export function DrawingCanvas({ drawing, width, height, scale }: DrawingCanvasProps) {
  const canvas = useRef<HTMLCanvasElement>(null);
  useLayoutEffect(() => {
    const element = canvas.current;
    const context = element?.getContext('2d');
    if (!element || !context) return;
    const dots = scale * window.devicePixelRatio;
    const [columns, rows] = [Math.round(width * dots), Math.round(height * dots)];
    // a size that is set anew costs the canvas its memory
    if (element.width !== columns) element.width = columns;
    if (element.height !== rows) element.height = rows;
    context.setTransform(dots, 0, 0, dots, 0, 0);
    context.clearRect(0, 0, width, height);
    paintOnCanvas(drawing, context);
  }, [drawing, width, height, scale]);
  return <canvas ref={canvas} style={{ display: 'block', width: width * scale, height: height * scale }} />;
}
