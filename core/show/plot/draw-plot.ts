import type { Language } from '../../base/message.ts';
import type { PlotData } from '../../statistics/histograms/plot-data.ts';
import { drawXAxis, drawYAxis } from './axis.ts';
import { parseColour, type RampName, ramps } from './colour.ts';
import type { DensityLook } from './density.ts';
import { densityRaster } from './density-raster.ts';
import { type Box, type Drawing, rectangleArea, type Shape } from './drawing.ts';
import { type Frame, frameOf } from './frame.ts';
import { drawLabel, placeLabels } from './gate-label.ts';
import { gateOutline } from './gate-outline.ts';
import { hiddenEvents } from './hidden-events.ts';
import { labelRequests } from './label-spots.ts';
import { formatCount } from './number-format.ts';
import { shortened, textWidth } from './text-width.ts';
import { type Theme, themes } from './theme.ts';

export interface PlotLook {
  readonly size: { readonly width: number; readonly height: number };
  readonly title?: string;
  readonly language: Language;
  readonly ramp?: RampName;
  readonly theme?: Theme;
  /** Of the labels of ticks, in points; titles and gate labels follow from it. */
  readonly labelSize?: number;
  readonly density?: Partial<Omit<DensityLook, 'ramp' | 'background'>>;
}

/** A density plot with its axes, gates and their labels. The data area is a square as large as the size allows. */
export function drawPlot(plot: PlotData, look: PlotLook): Drawing {
  const { theme = themes.light, labelSize = 6.5, ramp = 'viridis' } = look;
  const box = dataArea(look, labelSize);
  const frame = frameOf(box, plot.x, plot.y);
  const axisLook = { labelSize, titleSize: labelSize * 1.12, theme };
  const raster: Shape = {
    kind: 'raster',
    ...box,
    ...densityRaster(plot, { ...look.density, ramp: ramps[ramp], background: parseColour(theme.background) }),
  };
  return [
    raster,
    ...drawGates(plot, frame, labelSize * 1.08, theme),
    rectangleArea(box, { stroke: theme.muted, width: 0.6 }),
    ...drawXAxis(plot.x, frame, axisLook),
    ...drawYAxis(plot.y, frame, axisLook, axisLook.titleSize),
    ...drawTitle(plot, look, box, labelSize * 1.12, theme),
  ];
}

function dataArea({ size, title }: PlotLook, labelSize: number): Box {
  const [left, bottom, top, right] = [
    labelSize * 5.2,
    labelSize * 4.1,
    title === undefined ? labelSize * 0.8 : labelSize * 2.2,
    labelSize * 1.2,
  ];
  const side = Math.max(10, Math.min(size.width - left - right, size.height - top - bottom));
  return { x: left, y: top, width: side, height: side };
}

function drawGates({ gates, density, bins }: PlotData, frame: Frame, size: number, theme: Theme): Drawing {
  const outlines = gates.map(({ gate }): Shape => ({ kind: 'path', commands: gateOutline(gate, frame), stroke: theme.gate, width: 0.9 }));
  const hidden = hiddenEvents(density, bins, frame.box);
  const labels = placeLabels(
    gates.flatMap((gate) => labelRequests(gate, frame)),
    { frame: frame.box, size, hidden },
  );
  return [...outlines, ...labels.flatMap((label) => drawLabel(label, size, theme))];
}

function drawTitle({ count }: PlotData, { title, language }: PlotLook, box: Box, size: number, theme: Theme): Drawing {
  if (title === undefined) return [];
  const events = language === 'ja' ? `${formatCount(count)}イベント` : `${formatCount(count)} events`;
  const y = box.y - size * 0.55;
  const room = box.width - textWidth(events, size) - size;
  return [
    {
      kind: 'text',
      x: box.x,
      y,
      runs: [{ text: shortened(title, size, room) }],
      size,
      anchor: 'start',
      weight: 600,
      colour: theme.ink,
      room,
    },
    { kind: 'text', x: box.x + box.width, y, runs: [{ text: events }], size, anchor: 'end', weight: 400, colour: theme.muted },
  ];
}
