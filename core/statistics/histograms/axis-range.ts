import { selectInPlace } from '../../base/math/median.ts';
import { keyOf } from '../../data/events/column-pass.ts';
import type { SampleColumns } from '../../data/events/sample-columns.ts';
import { identityScale } from '../../data/transforms/kind/transform.ts';
import { kindOfTransform } from '../../data/transforms/transforms.ts';
import type { GatingChannel } from '../../gating/strategy/gating-channel.ts';
import type { UsedChannel } from '../../gating/strategy/used-channels.ts';

/** A part of a scale: positions on it, or linear values where it says so. */
export interface Span {
  readonly min: number;
  readonly max: number;
}

type ScaledValues = Pick<GatingChannel, 'index' | 'scale' | 'source'> & { readonly used: UsedChannel };

/** The share of the events that may lie off scale at either end: with both, 99.5 % fill the plot. */
const OFF_SCALE = 0.002;
/** Of events the quantiles are taken from: more move a quantile by less than a bin of a plot. */
const MOST_EVENTS = 2 ** 18;
/** Room beyond the outermost events, of what they span. */
const ROOM = 0.03;

/**
 * The part of its scale that a channel is shown on, in positions: the range that follows from $PnR, and where the events of the sample (all of
 * them, so that one channel has one axis in all its plots) fill less than two thirds of it, the part that they fill; the range is wider
 * where events lie beyond it. On the scale of a dye at least half of the stated range is shown: noise alone fills no plot.
 */
export function automaticRange(channel: ScaledValues, columns: SampleColumns): Span {
  const known = ranges.get(columns) ?? new Map<string, Span>();
  ranges.set(columns, known);
  const { scale, used, index, source } = channel;
  const key = `${keyOf(source ?? index)} ${scale === identityScale ? '' : JSON.stringify(used.transform)}`;
  const found = known.get(key) ?? rangeOf(channel, outermost(channel, columns));
  known.set(key, found);
  return found;
}

const ranges = new WeakMap<SampleColumns, Map<string, Span>>();

/** What follows from the stated range alone: the same for all samples of an instrument. */
export const statedRange = ({ scale, used }: Pick<ScaledValues, 'scale' | 'used'>): Span =>
  kindOfTransform(used.transform).shown(scale.scale(0));

function rangeOf(channel: ScaledValues, { min: low, max: high }: Span): Span {
  // linear values on no scale state no range
  const isBare = channel.scale === identityScale;
  const stated = isBare ? { min: 0, max: high > 0 ? high : 1 } : statedRange(channel);
  return fittedRange(stated, { min: low, max: high }, !isBare && kindOfTransform(channel.used.transform).isForDyes);
}

/** The rule itself: a stated range and where the events lie give what is shown; `isForDyes` keeps at least half of the stated range. */
export function fittedRange(stated: Span, outermost: Span, isForDyes: boolean): Span {
  const span = stated.max - stated.min;
  // below a logarithmic scale lies what it has no place for
  const [low, high] = [finite(outermost.min, stated.min), finite(outermost.max, stated.max)];
  // no event has a place, or all have the same
  if (!(high > low)) return { min: Math.min(stated.min, low), max: Math.max(stated.max, high) };
  const room = ROOM * (high - low);
  const isShort = high < stated.min + span * (isForDyes ? 1 / 2 : 2 / 3);
  const top = high > stated.max || isShort ? high + room : stated.max;
  const isFar = low > stated.min + (isForDyes ? span : top - stated.min) / 2;
  const min = low < stated.min || isFar ? low - room : stated.min;
  const least = isForDyes ? span / 2 : 0;
  const max = Math.max(top, Math.min(stated.max, min + least));
  return { min: Math.min(min, max - least), max };
}

const finite = (value: number, otherwise: number): number => (Number.isFinite(value) ? value : otherwise);

/** Between which positions nearly all events of a sample lie; NaN where none has a place. */
function outermost({ source, index, scale }: ScaledValues, columns: SampleColumns): Span {
  const eventCount = columns.shards.reduce((sum, shard) => sum + shard.eventCount, 0);
  const every = Math.max(1, Math.floor(eventCount / MOST_EVENTS));
  const parts: Float64Array[] = [];
  columns.pass([{ of: source ?? index, scale }], ([values], { events }) => void parts.push(values!.slice(0, events)), { every });
  const all = new Float64Array(parts.reduce((sum, { length }) => sum + length, 0));
  let length = 0;
  for (const part of parts) for (const value of part) if (!Number.isNaN(value)) all[length++] = value;
  if (length === 0) return { min: Number.NaN, max: Number.NaN };
  const beyond = Math.floor(length * OFF_SCALE);
  const min = selectInPlace(all, length, beyond);
  return { min, max: selectInPlace(all, length, length - 1 - beyond) };
}
