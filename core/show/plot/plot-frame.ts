import { type Catalogue, type Language, say } from '../../base/message.ts';
import type { HistogramData } from '../../statistics/histograms/histogram-data.ts';
import { countOffScale, type PlotData } from '../../statistics/histograms/plot-data.ts';
import type { RampName } from './colour.ts';
import type { DensityScaling } from './density.ts';
import type { Box, Drawing } from './drawing.ts';
import type { PlotLayer } from './layers.ts';
import { formatCount } from './number-format.ts';
import type { PlaneKind } from './plot-kind.ts';
import { shortened, textWidth } from './text-width.ts';
import type { Theme } from './theme.ts';

export interface PlotLook {
  readonly size: { readonly width: number; readonly height: number };
  readonly title?: string;
  readonly language: Language;
  readonly ramp?: RampName;
  /** A density where absent. */
  readonly kind?: PlaneKind;
  /** Around contours; shown where absent. */
  readonly outliers?: boolean;
  readonly theme?: Theme;
  /** Of the labels of ticks, in points; titles and gate labels follow from it. */
  readonly labelSize?: number;
  /** Events over those of the plot, and what the plot's own are called beside them. */
  readonly layers?: readonly PlotLayer[];
  /** What the colours of the layers mean is said elsewhere. */
  readonly hasNoLegend?: true;
  /** What the colours of a density follow; the logarithm where absent. */
  readonly scaling?: DensityScaling;
}

/** Where the data of a plot stand: a square as large as the size allows. */
export function dataArea({ size, title }: PlotLook, labelSize: number): Box {
  const [left, bottom, top, right] = [
    labelSize * 5.2,
    labelSize * 4.1,
    title === undefined ? labelSize * 0.8 : labelSize * 2.2,
    labelSize * 1.2,
  ];
  const side = Math.max(10, Math.min(size.width - left - right, size.height - top - bottom));
  return { x: left, y: top, width: side, height: side };
}

const words = {
  events: { en: '{count} events', ja: '{count}イベント' },
  offScale: { en: '{count} off scale', ja: 'スケール外{count}' },
} as const satisfies Catalogue;

/** What a title counts. */
type Counted = Pick<PlotData, 'count' | 'density' | 'bins' | 'figure'> | Pick<HistogramData, 'count' | 'counts'>;

/** How many of the events lie beyond the axes, in the lower right below them; nothing where none does. */
export function drawOffScale(plot: Counted, { language }: PlotLook, box: Box, labelSize: number, theme: Theme): Drawing {
  const isFigure = !('counts' in plot) && plot.figure !== undefined;
  const count = 'counts' in plot ? countOffScale(plot.counts, plot.counts.length) : countOffScale(plot.density, plot.bins);
  if (isFigure || count === 0) return [];
  const runs = [{ text: say(words.offScale, { count: formatCount(count) }, language) }];
  const [x, y] = [box.x + box.width, box.y + box.height + labelSize * 4.05];
  return [{ kind: 'text', x, y, runs, size: labelSize * 0.75, anchor: 'end', weight: 400, colour: theme.muted }];
}

/** What is drawn, and of how many events. */
export function drawTitle(plot: Pick<PlotData, 'count'>, { title, language }: PlotLook, box: Box, size: number, theme: Theme): Drawing {
  if (title === undefined) return [];
  const events = say(words.events, { count: formatCount(plot.count) }, language);
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
