import { BINS } from '../../statistics/histograms/plot-data.ts';
import type { Contour } from './contour.ts';
import { contourPath, contoursOf } from './contours.ts';
import { coarsened, shadedSide } from './density-raster.ts';
import type { Box, Drawing, PathCommand, PathShape, Shape } from './drawing.ts';
import type { Frame } from './frame.ts';
import { formatCount } from './number-format.ts';
import { hasContours, type PlaneKind } from './plot-kind.ts';
import { shortenedWithin, textWidth } from './text-width.ts';
import type { Theme } from './theme.ts';

/** Events that are drawn over those of a plot: of another population or another sample, on the same axes. */
export interface PlotLayer {
  readonly name: string;
  readonly colour: string;
  readonly count: number;
  /** BINS x BINS row by row from the bottom, or BINS along one axis. */
  readonly counts: Uint32Array;
  /** Its lines of equal density, where they are known. */
  readonly contours?: readonly Contour[];
}

/** The layers of a plot of two channels, the last on top: lines where the plot has lines, else dots. */
export const drawLayers = (layers: readonly PlotLayer[], kind: PlaneKind, frame: Frame): Drawing =>
  layers.flatMap((layer) => (hasContours(kind) ? linesOf(layer, frame) : [dotsOf(layer, frame.box)]));

/** Every other line: two samples at 5 % steps would be a thicket. */
const linesOf = ({ counts, count, colour, contours }: PlotLayer, frame: Frame): Drawing =>
  (contours ?? contoursOf({ density: counts, bins: BINS, count }))
    .filter((_, i) => i % 2 === 0)
    .map((contour): Shape => ({ kind: 'path', commands: contourPath(contour, frame), stroke: colour, width: 1.1 }));

/** Fewer events than this are each seen: points along a side of a dot at least. */
const FEW = 300;
const LEAST_DOT = 2.6;

/** Every bin that holds an event; neighbours in a row are one shape. */
function dotsOf({ counts, count, colour }: PlotLayer, box: Box): PathShape {
  const side = shadedSide(count, BINS);
  const bins = side < BINS ? coarsened(counts, BINS) : counts;
  const [width, height] = [box.width / side, box.height / side];
  const more = count < FEW ? Math.max(0, LEAST_DOT - width) / 2 : 0;
  const commands: PathCommand[] = [];
  for (let row = 0; row < side; row++) {
    const [top, bottom] = [box.y + (side - 1 - row) * height - more, box.y + (side - row) * height + more];
    for (let from = 0; from < side; from++) {
      if (bins[row * side + from] === 0) continue;
      let to = from + 1;
      while (to < side && bins[row * side + to] !== 0) to++;
      const [left, right] = [box.x + from * width - more, box.x + to * width + more];
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

/** How wide a legend is at most inside of a plot, of the data area. */
const INSIDE = 0.62;
const PAD = 0.4;
const STEP = 1.35;

const linesOfLegend = (entries: readonly LegendEntry[], width: number, size: number) =>
  entries.map(({ name, colour, count }) => {
    const number = formatCount(count);
    const room = width - size * (1.5 + 2 * PAD) - textWidth(` ${number}`, size);
    return { text: `${shortenedWithin(name, size, room)} ${number}`, colour };
  });

/** Where a legend stands inside of a plot: in the corner where it hides the fewest events, by `hidden`. */
export function legendCorner(entries: readonly LegendEntry[], box: Box, size: number, hidden: (box: Box) => number): Box {
  const lines = linesOfLegend(entries, box.width * INSIDE, size);
  const width = Math.max(0, ...lines.map(({ text }) => textWidth(text, size))) + size * (1.5 + 2 * PAD);
  const height = size * (lines.length * STEP + PAD);
  const [right, bottom] = [box.x + box.width - width - 3, box.y + box.height - height - 3];
  const corners = [
    { x: right, y: box.y + 3 },
    { x: box.x + 3, y: box.y + 3 },
    { x: right, y: bottom },
    { x: box.x + 3, y: bottom },
  ].map((corner): Box => ({ ...corner, width, height }));
  return corners.reduce((best, corner) => (hidden(corner) < hidden(best) - 0.01 ? corner : best));
}

/** Colours, names and numbers of events from the upper left of a place, as wide as it at most. */
export function drawLegend(
  entries: readonly LegendEntry[],
  { x, y, width }: Pick<Box, 'x' | 'y' | 'width'>,
  size: number,
  theme: Theme,
): Drawing {
  if (entries.length === 0) return [];
  const lines = linesOfLegend(entries, width, size);
  const pad = size * PAD;
  const height = size * (lines.length * STEP + PAD);
  return [
    { kind: 'path', commands: rectangle(x, y, width, height), fill: theme.background, opacity: 0.85 },
    ...lines.flatMap(({ text, colour }, i): Drawing => {
      const top = y + pad + i * size * STEP;
      const words = {
        kind: 'text',
        x: x + pad + size * 1.3,
        y: top + size * 0.9,
        runs: [{ text }],
        size,
        anchor: 'start',
        weight: 400,
      } as const;
      return [
        { kind: 'path', commands: rectangle(x + pad, top + size * 0.15, size * 0.8, size * 0.8), fill: colour },
        { ...words, colour: theme.ink },
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
