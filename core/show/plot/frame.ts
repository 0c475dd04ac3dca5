import type { PlotAxis } from '../../statistics/histograms/plot-data.ts';
import type { Box } from './drawing.ts';

/** The data area of a plot: where it stands on the page and which part of the two display scales it shows. */
export interface Frame {
  readonly box: Box;
  readonly x: { readonly min: number; readonly max: number };
  readonly y: { readonly min: number; readonly max: number };
}

export const frameOf = (box: Box, x: PlotAxis, y: PlotAxis): Frame => ({
  box,
  x: { min: x.min, max: x.max },
  y: { min: y.min, max: y.max },
});

export type Point = readonly [number, number];

/** From the display scales to the page. */
export function toPage({ box, x, y }: Frame, [px, py]: Point): Point {
  return [box.x + ((px - x.min) / (x.max - x.min)) * box.width, box.y + box.height - ((py - y.min) / (y.max - y.min)) * box.height];
}
