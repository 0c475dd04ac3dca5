import { type Catalogue, type Language, say } from '../../base/message.ts';
import { countOffScale, type PlotData } from '../../statistics/histograms/plot-data.ts';
import type { RampName } from './colour.ts';
import type { DensityLook } from './density.ts';
import type { Box, Drawing } from './drawing.ts';
import { formatCount } from './number-format.ts';
import { shortened, textWidth } from './text-width.ts';
import type { Theme } from './theme.ts';

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

/** What is drawn, of how many events, and how many of them lie off scale. */
export function drawTitle(plot: PlotData, { title, language }: PlotLook, box: Box, size: number, theme: Theme): Drawing {
  if (title === undefined) return [];
  const offScale = plot.figure === undefined ? countOffScale(plot.density, plot.bins) : 0;
  const events = [
    say(words.events, { count: formatCount(plot.count) }, language),
    ...(offScale === 0 ? [] : [say(words.offScale, { count: formatCount(offScale) }, language)]),
  ].join(' · ');
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
