import { BINS } from '../../statistics/histograms/plot-data.ts';
import { contourPath, contoursOf } from './contours.ts';
import { coarsened, shadedSide } from './density-raster.ts';
import type { Box, Drawing, PathCommand, PathShape, Shape } from './drawing.ts';
import type { Frame } from './frame.ts';
import { formatCount } from './number-format.ts';
import { hasContours, type PlaneKind } from './plot-kind.ts';
import { shortened, textWidth } from './text-width.ts';
import type { Theme } from './theme.ts';

/** Events that are drawn over those of a plot: of another population or another sample, on the same axes. */
export interface PlotLayer {
  readonly name: string;
  readonly colour: string;
  readonly count: number;
  /** BINS x BINS row by row from the bottom, or BINS along one axis. */
  readonly counts: Uint32Array;
}

/** The layers of a plot of two channels, the last on top: lines where the plot has lines, else dots. */
export const drawLayers = (layers: readonly PlotLayer[], kind: PlaneKind, frame: Frame): Drawing =>
  layers.flatMap((layer) => (hasContours(kind) ? linesOf(layer, frame) : [dotsOf(layer, frame.box)]));

/** Every other line: two samples at 5 % steps would be a thicket. */
const linesOf = ({ counts, count, colour }: PlotLayer, frame: Frame): Drawing =>
  contoursOf({ density: counts, bins: BINS, count })
    .filter((_, i) => i % 2 === 0)
    .map((contour): Shape => ({ kind: 'path', commands: contourPath(contour, frame), stroke: colour, width: 1.1 }));

/** Every bin that holds an event; neighbours in a row are one shape. */
function dotsOf({ counts, count, colour }: PlotLayer, box: Box): PathShape {
  const side = shadedSide(count, BINS);
  const bins = side < BINS ? coarsened(counts, BINS) : counts;
  const [width, height] = [box.width / side, box.height / side];
  const commands: PathCommand[] = [];
  for (let row = 0; row < side; row++) {
    const [top, bottom] = [box.y + (side - 1 - row) * height, box.y + (side - row) * height];
    for (let from = 0; from < side; from++) {
      if (bins[row * side + from] === 0) continue;
      let to = from + 1;
      while (to < side && bins[row * side + to] !== 0) to++;
      const [left, right] = [box.x + from * width, box.x + to * width];
      commands.push(['move', left, top], ['line', right, top], ['line', right, bottom], ['line', left, bottom], ['close']);
      from = to;
    }
  }
  return { kind: 'path', commands, fill: colour };
}

/** What the colours of a plot mean. */
export interface LegendEntry {
  readonly name: string;
  readonly colour: string;
  readonly count: number;
}

/** Colours, names and numbers of events in the upper right of the data area. */
export function drawLegend(entries: readonly LegendEntry[], box: Box, size: number, theme: Theme): Drawing {
  if (entries.length === 0) return [];
  const lines = entries.map(({ name, colour, count }) => {
    const number = formatCount(count);
    const text = shortened(name, size, box.width * 0.62 - textWidth(number, size));
    return { text: `${text} ${number}`, colour };
  });
  const [pad, step] = [size * 0.4, size * 1.35];
  const width = Math.max(...lines.map(({ text }) => textWidth(text, size))) + size * 1.5 + 2 * pad;
  const [left, top] = [box.x + box.width - width - 3, box.y + 3];
  return [
    { kind: 'path', commands: rectangle(left, top, width, lines.length * step + pad), fill: theme.background, opacity: 0.85 },
    ...lines.flatMap(({ text, colour }, i): Drawing => {
      const y = top + pad + i * step;
      return [
        { kind: 'path', commands: rectangle(left + pad, y + size * 0.15, size * 0.8, size * 0.8), fill: colour },
        {
          kind: 'text',
          x: left + pad + size * 1.3,
          y: y + size * 0.9,
          runs: [{ text }],
          size,
          anchor: 'start',
          weight: 400,
          colour: theme.ink,
        },
      ];
    }),
  ];
}

const rectangle = (x: number, y: number, width: number, height: number): readonly PathCommand[] => [
  ['move', x, y],
  ['line', x + width, y],
  ['line', x + width, y + height],
  ['line', x, y + height],
  ['close'],
];
