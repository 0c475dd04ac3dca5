import * as z from 'zod';
import { rule } from '../../base/rule.ts';

export const plotKinds = ['density', 'dot', 'contour', 'zebra', 'histogram', 'cdf'] as const;
export type PlotKind = (typeof plotKinds)[number];

/** Whether a kind shows one channel, over what is counted of it, instead of two. */
export const isOfOneChannel = (kind: PlotKind): kind is 'histogram' | 'cdf' => kind === 'histogram' || kind === 'cdf';

/** Part of an axis, in linear values of its channel. */
const rangeSchema = z
  .strictObject({ min: z.number(), max: z.number() })
  .refine(
    ({ min, max }) => min < max,
    rule({ en: 'a range ends above its beginning', ja: '範囲の上限は下限より大きくなければなりません' }),
  );

/** Columns and rows of the grid that one plot may take. */
export const MOST_CELLS = 4;
const cellsSchema = z.int().min(1).max(MOST_CELLS);
const channelSchema = z.string().min(1).max(200);

/** What stands upwards on a histogram. */
export const histogramScales = ['count', 'modal', 'area'] as const;
export type HistogramScale = (typeof histogramScales)[number];

const histogramSchema = z.strictObject({ y: z.enum(histogramScales), isSmoothed: z.boolean() });
export type HistogramLook = Readonly<z.infer<typeof histogramSchema>>;

/** Events over those of a plot, on its axes. */
const overlaySchema = z.strictObject({
  /** Of the session, by its id; the sample that is looked at where absent. */
  sample: z.string().min(1).max(200).optional(),
  /** Path of a population, '' for all events. */
  population: z.string().max(4_096),
});
export type Overlay = Readonly<z.infer<typeof overlaySchema>>;

/** Overlays of one plot. */
export const MOST_OVERLAYS = 12;

/** One plot of a window: whose events it shows, of which channels, and how. Several may show the same. */
export const plotSchema = z.strictObject({
  /** Of this plot among the others of its arrangement. */
  id: z.string().min(1).max(1000),
  /** Path of the population whose events it shows, '' for all events. */
  population: z.string().max(4_096),
  /** Panel names or $PnN. */
  x: channelSchema,
  y: channelSchema,
  kind: z.enum(plotKinds),
  /** What of its axes is shown; each file's own range where absent. */
  range: z.strictObject({ x: rangeSchema.optional(), y: rangeSchema.optional() }).optional(),
  /** How a histogram is drawn: smoothed events of a bin where absent. */
  histogram: histogramSchema.optional(),
  /** Events outside of all contours are shown; so where absent. */
  outliers: z.boolean().optional(),
  /** What is drawn over its events, the last on top. */
  overlays: z.array(overlaySchema).max(MOST_OVERLAYS).optional(),
  /** The channel that the dots of a dot plot take their colours from. */
  colourBy: channelSchema.optional(),
  /** Cells of the grid that it takes; one where absent. */
  size: z.strictObject({ columns: cellsSchema, rows: cellsSchema }).optional(),
});
export type Plot = Readonly<z.infer<typeof plotSchema>>;

/** Whether two plots show the same, wherever and how large they stand. */
export const showsSame = (a: Plot, b: Plot): boolean => a === b || JSON.stringify(shownBy(a)) === JSON.stringify(shownBy(b));

/** What follows from a plot for its picture, always in the same order. */
const shownBy = ({ population, x, y, kind, range, colourBy }: Plot) => [
  population,
  x,
  y,
  kind,
  range?.x?.min,
  range?.x?.max,
  range?.y?.min,
  range?.y?.max,
  kind === 'dot' ? colourBy : undefined,
];
