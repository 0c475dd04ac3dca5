import { compileTransform } from '../../../core/data/transforms/transforms.ts';
import type { Span } from '../../../core/statistics/histograms/axis-range.ts';
import { BINS, type PlotAxis, rangeShown } from '../../../core/statistics/histograms/plot-data.ts';
import type { Plot } from '../../../core/study/arrangement/plot.ts';

/** How much one notch of a wheel changes. */
const NOTCH = 1.2;
/** Of the whole scale: no further in, no further out. */
const [NEAREST, FARTHEST] = [1e-3, 4];

/** What an axis shows, in linear values. */
export const shownSpan = (axis: PlotAxis): Span => rangeShown(axis, compileTransform(axis.channel.transform));

/** More or less of an axis around a place of it, 0 to 1 from its beginning. `turn` is positive for less. */
export function wheeled(axis: PlotAxis, at: number, turn: number): Span | undefined {
  const { min, max } = onScale(axis);
  const around = min + at * (max - min);
  const factor = NOTCH ** -turn;
  return linearSpan(axis, { min: around - (around - min) * factor, max: around + (max - around) * factor });
}

/** The part of an axis between two places of it. Undefined where they are next to each other. */
export function selected(axis: PlotAxis, from: number, to: number): Span | undefined {
  const { min, max } = axis;
  const at = (place: number): number => min + place * (max - min);
  return linearSpan(axis, { min: at(Math.min(from, to)), max: at(Math.max(from, to)) });
}

function linearSpan({ channel }: PlotAxis, { min, max }: Span): Span | undefined {
  const width = max - min;
  if (!(width >= NEAREST && width <= FARTHEST)) return undefined;
  const { unscale } = compileTransform(channel.transform);
  const span = { min: unscale(min), max: unscale(max) };
  return Number.isFinite(span.max - span.min) && span.max > span.min ? span : undefined;
}

/** Without the bins of what is off scale. */
function onScale({ min, max }: PlotAxis): Span {
  const bin = (max - min) / BINS;
  return { min: min + bin, max: max - bin };
}

/** A plot with another range on one of its axes; `undefined` is each file's own. */
export function withRange(plot: Plot, side: 'x' | 'y', span: Span | undefined): Plot {
  const { range = {}, ...rest } = plot;
  const { [side]: _, ...other } = range;
  const changed = span === undefined ? other : { ...other, [side]: span };
  return Object.keys(changed).length === 0 ? rest : { ...rest, range: changed };
}
