import type { Frame, Point } from '../../../core/show/plot/frame.ts';
import type { PlotAxis } from '../../../core/statistics/histograms/plot-data.ts';
import type { Size } from '../size.ts';

/** Room for tick labels and titles around the data area, px. */
const margins = { left: 56, right: 12, top: 6, bottom: 42 } as const;
export const tickSize = 11;

/** The square data area of a tile, in the middle of what there is. A histogram has counts upwards, from 0 to 1 of its highest bin. */
export function frameOfTile({ width, height }: Size, x: PlotAxis, y: Pick<PlotAxis, 'min' | 'max'>, hasLegend = false): Frame {
  const side = Math.max(40, Math.min(width - margins.left - margins.right, height - margins.top - margins.bottom));
  const spare = Math.max(0, width - margins.left - margins.right - side);
  // what colours mean stands right of it
  const left = margins.left + (hasLegend ? 0 : spare / 2);
  return { box: { x: left, y: margins.top, width: side, height: side }, x: { min: x.min, max: x.max }, y: { min: y.min, max: y.max } };
}

/** From the page to the display scales. */
export const fromPage = ({ box, x, y }: Frame, [px, py]: Point): Point => [
  x.min + ((px - box.x) / box.width) * (x.max - x.min),
  y.min + ((box.y + box.height - py) / box.height) * (y.max - y.min),
];
