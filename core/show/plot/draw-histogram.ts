import { linearScale } from '../../data/transforms/linear/linear.ts';
import { kindOf } from '../../gating/gates/gates.ts';
import type { HistogramData } from '../../statistics/histograms/histogram-data.ts';
import type { PlotData, PlotGate } from '../../statistics/histograms/plot-data.ts';
import type { HistogramLook } from '../../study/arrangement/plot.ts';
import { drawUprightAxis, drawXAxis } from './axis.ts';
import { area, type Box, type Drawing, line, rectangleArea } from './drawing.ts';
import type { Point } from './frame.ts';
import { drawLabel, placeLabels } from './gate-label.ts';
import { drawOutlines, gateOutline } from './gate-outline.ts';
import { curvePoints, histogramCurve, histogramTitle, topOf, usualHistogram } from './histogram-curve.ts';
import { labelRequests } from './label-spots.ts';
import { drawLegend, legendCorner } from './layers.ts';
import { dataArea, drawOffScale, drawTitle, type PlotLook } from './plot-frame.ts';
import { takenBy } from './taken.ts';
import { themes } from './theme.ts';

/** A population along one channel, and the gates on it. */
export type HistogramPlot = HistogramData & Pick<PlotData, 'gates'>;

/** The counts of a plot summed over its upright axis. */
export const asHistogram = ({ population, count, x, density, bins, gates }: PlotData): HistogramPlot => ({
  population,
  count,
  x,
  counts: columnSums(density, bins),
  gates,
});

export type HistogramPlotLook = PlotLook & { readonly histogram?: HistogramLook | undefined; readonly isCumulative?: boolean };

/** One marker of a population as a curve, with the gates on it and the axis of what stands upwards. */
export function drawHistogram(plot: HistogramPlot, look: HistogramPlotLook): Drawing {
  const { theme = themes.light, labelSize = 6.5, histogram = usualHistogram, isCumulative = false } = look;
  const box = dataArea(look, labelSize);
  const frame = { box, x: plot.x, y: { min: 0, max: 1 } };
  const gates = plot.gates.map(acrossHeight);
  const curve = histogramCurve(plot.counts, histogram, isCumulative);
  const over = (look.layers ?? []).map((layer) => ({ ...layer, curve: histogramCurve(layer.counts, histogram, isCumulative) }));
  const top = topOf([curve, ...over.map((layer) => layer.curve)], isCumulative);
  const points = curvePoints(curve, top, box);
  const bottom = box.y + box.height;
  const axisLook = { labelSize, titleSize: labelSize * 1.12, theme };
  const size = labelSize * 1.08;
  const labels = placeLabels(
    gates.flatMap((gate) => labelRequests(gate, frame)),
    {
      frame: box,
      size,
      hidden: (label) => underCurve(label, points),
      taken: takenBy(
        box,
        gates.map(({ gate }) => gateOutline(gate, frame)),
      ),
    },
  );
  return [
    area([[box.x, bottom], ...points, [box.x + box.width, bottom]], { fill: '#c9d6df' }),
    line(points, { stroke: theme.muted, width: 0.7 }),
    ...over.map((layer) => line(curvePoints(layer.curve, top, box), { stroke: layer.colour, width: 0.9 })),
    ...drawOutlines(gates, frame, theme),
    ...labels.flatMap((label) => drawLabel(label, size, theme)),
    rectangleArea(box, { stroke: theme.muted, width: 0.6 }),
    ...drawXAxis(plot.x, frame, axisLook),
    ...drawUprightAxis(linearScale(top), histogramTitle(histogram, isCumulative, look.language), frame, axisLook, axisLook.titleSize),
    ...drawLegend(
      over,
      legendCorner(over, box, labelSize, (corner) => underCurve(corner, points)),
      labelSize,
      theme,
    ),
    ...drawOffScale(plot, look, box, labelSize, theme),
    ...drawTitle(plot, look, box, labelSize * 1.12, theme),
  ];
}

/** A range stands over the whole height, wherever it was drawn. */
const acrossHeight = (plotGate: PlotGate): PlotGate => ({
  ...plotGate,
  gate: kindOf(plotGate.gate).turn?.spread?.(plotGate.gate, 0) ?? plotGate.gate,
});

/** The part of a box that lies under the curve. */
function underCurve({ x, y, width, height }: Box, points: readonly Point[]): number {
  const inside = points.filter(([at]) => at >= x && at <= x + width);
  const covered = inside.reduce((sum, [, top]) => sum + Math.min(1, Math.max(0, (y + height - top) / height)), 0);
  return inside.length === 0 ? 0 : covered / inside.length;
}

/** Counts by the bins of the horizontal axis; the last ones hold what is off scale. */
function columnSums(density: Uint32Array, bins: number): Uint32Array {
  const sums = new Uint32Array(bins);
  for (let row = 0; row < bins; row++) for (let column = 0; column < bins; column++) sums[column]! += density[row * bins + column]!;
  return sums;
}
