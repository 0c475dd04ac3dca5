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
  withOffScale: { en: '{count} events · {off} off scale', ja: '{count}イベント · スケール外{off}' },
  briefly: { en: '{count} · {off} off scale', ja: '{count} · 枠外{off}' },
} as const satisfies Catalogue;

/** What a title counts. */
type Counted = Pick<PlotData, 'count' | 'density' | 'bins' | 'figure'> | Pick<HistogramData, 'count' | 'counts'>;

/** What is drawn, of how many events, and how many of them lie off scale. */
export function drawTitle(plot: Counted, { title, language }: PlotLook, box: Box, size: number, theme: Theme): Drawing {
  if (title === undefined) return [];
  const offScale =
    'counts' in plot
      ? countOffScale(plot.counts, plot.counts.length)
      : plot.figure === undefined
        ? countOffScale(plot.density, plot.bins)
        : 0;
  const values = { count: formatCount(plot.count), off: formatCount(offScale) };
  const wordings = (offScale === 0 ? (['events'] as const) : (['withOffScale', 'briefly'] as const)).map((word) =>
    say(words[word], values, language),
  );
  const isRoomy = (text: string): boolean => textWidth(title, size) + size + textWidth(text, size) <= box.width;
  const events = wordings.find(isRoomy) ?? wordings.at(-1)!;
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
