import type { PlotData } from '../../statistics/histograms/plot-data.ts';
import { drawXAxis, drawYAxis } from './axis.ts';
import { parseColour, rampOn, ramps } from './colour.ts';
import type { ContouredPlot } from './contours.ts';
import { type Drawing, rectangleArea } from './drawing.ts';
import { type Frame, frameOf } from './frame.ts';
import { drawLabel, placeLabels } from './gate-label.ts';
import { drawOutlines, gateOutline } from './gate-outline.ts';
import { hiddenEvents } from './hidden-events.ts';
import { labelRequests } from './label-spots.ts';
import { drawLayers, drawLegend, legendCorner } from './layers.ts';
import { dataArea, drawOffScale, drawTitle, type PlotLook } from './plot-frame.ts';
import { drawEvents } from './plot-kind.ts';
import { takenBy } from './taken.ts';
import { type Theme, themes } from './theme.ts';
import { drawThirdLegend, thirdCorner } from './third-colour.ts';

/** A density plot with its axes, gates and their labels. The data area is a square as large as the size allows. */
export function drawPlot(plot: PlotData & Pick<ContouredPlot, 'contours' | 'third'>, look: PlotLook): Drawing {
  const { theme = themes.light, labelSize = 6.5, ramp = 'viridis' } = look;
  const box = dataArea(look, labelSize);
  const frame = frameOf(box, plot.x, plot.y);
  const axisLook = { labelSize, titleSize: labelSize * 1.12, theme };
  const { kind = 'density', outliers = true, scaling = 'log', layers = [] } = look;
  const { third } = plot;
  return [
    ...drawEvents(plot, { kind, ramp, scaling, outliers, theme }, frame),
    ...drawLayers(layers, kind, frame),
    ...drawGates(plot, frame, labelSize * 1.08, theme),
    rectangleArea(box, { stroke: theme.muted, width: 0.6 }),
    ...drawXAxis(plot.x, frame, axisLook),
    ...drawYAxis(plot.y, frame, axisLook, axisLook.titleSize),
    ...(look.hasNoLegend === true
      ? []
      : drawLegend(layers, legendCorner(layers, box, labelSize, hiddenEvents(plot.density, plot.bins, box)), labelSize, theme)),
    ...(third && kind === 'dot'
      ? drawThirdLegend(third.axis, rampOn(ramps[ramp], parseColour(theme.background)), thirdCorner(box, labelSize), labelSize, theme)
      : []),
    ...drawOffScale(plot, look, box, labelSize, theme),
    ...drawTitle(plot, look, box, labelSize * 1.12, theme),
  ];
}

function drawGates({ gates, density, bins }: PlotData, frame: Frame, size: number, theme: Theme): Drawing {
  const outlines = drawOutlines(gates, frame, theme);
  const hidden = hiddenEvents(density, bins, frame.box);
  const labels = placeLabels(
    gates.flatMap((gate) => labelRequests(gate, frame)),
    {
      frame: frame.box,
      size,
      hidden,
      taken: takenBy(
        frame.box,
        gates.map(({ gate }) => gateOutline(gate, frame)),
      ),
    },
  );
  return [...outlines, ...labels.flatMap((label) => drawLabel(label, size, theme))];
}
