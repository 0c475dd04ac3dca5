import type { PlotData } from '../../statistics/histograms/plot-data.ts';
import { drawXAxis } from './axis.ts';
import { area, type Box, type Drawing, line, rectangleArea, type Shape } from './drawing.ts';
import { frameOf, type Point, toPage } from './frame.ts';
import { drawLabel, placeLabels } from './gate-label.ts';
import { gateOutline } from './gate-outline.ts';
import { labelRequests } from './label-spots.ts';
import { dataArea, drawTitle, type PlotLook } from './plot-frame.ts';
import { themes } from './theme.ts';

/** How many bins to either side a count is averaged over. */
const SMOOTH = 2;

/** One marker of a population as a curve, with the gate on it: the plot's counts summed over its upright axis, height relative to the peak. */
export function drawHistogram(plot: PlotData, look: PlotLook): Drawing {
  const { theme = themes.light, labelSize = 6.5 } = look;
  const box = dataArea(look, labelSize);
  const frame = frameOf(box, plot.x, plot.y);
  const counts = smoothed(columnSums(plot));
  const peak = Math.max(1, ...counts);
  const { min, max } = plot.x;
  const points = counts.map((count, i): Point => {
    const [x] = toPage(frame, [min + ((i + 0.5) / plot.bins) * (max - min), plot.y.min]);
    return [x, box.y + box.height - (0.92 * box.height * count) / peak];
  });
  const bottom = box.y + box.height;
  const outlines = plot.gates.map(
    ({ gate }): Shape => ({ kind: 'path', commands: gateOutline(gate, frame), stroke: theme.gate, width: 0.9 }),
  );
  const size = labelSize * 1.08;
  const labels = placeLabels(
    plot.gates.flatMap((gate) => labelRequests(gate, frame)),
    { frame: box, size, hidden: (label) => underCurve(label, points) },
  );
  return [
    area([[box.x, bottom], ...points, [box.x + box.width, bottom]], { fill: '#c9d6df' }),
    line(points, { stroke: theme.muted, width: 0.7 }),
    ...outlines,
    ...labels.flatMap((label) => drawLabel(label, size, theme)),
    rectangleArea(box, { stroke: theme.muted, width: 0.6 }),
    ...drawXAxis(plot.x, frame, { labelSize, titleSize: labelSize * 1.12, theme }),
    ...drawTitle(plot, look, box, labelSize * 1.12, theme),
  ];
}

/** The part of a box that lies under the curve. */
function underCurve({ x, y, width, height }: Box, points: readonly Point[]): number {
  const inside = points.filter(([at]) => at >= x && at <= x + width);
  const covered = inside.reduce((sum, [, top]) => sum + Math.min(1, Math.max(0, (y + height - top) / height)), 0);
  return inside.length === 0 ? 0 : covered / inside.length;
}

/** Counts by the bins of the horizontal axis; the last ones hold what is off scale. */
function columnSums({ density, bins }: PlotData): readonly number[] {
  const sums = new Array<number>(bins).fill(0);
  for (let row = 0; row < bins; row++) for (let column = 0; column < bins; column++) sums[column]! += density[row * bins + column]!;
  return sums;
}

const smoothed = (counts: readonly number[]): readonly number[] =>
  counts.map((_, i) => {
    const near = counts.slice(Math.max(0, i - SMOOTH), i + SMOOTH + 1);
    return near.reduce((sum, count) => sum + count, 0) / near.length;
  });
