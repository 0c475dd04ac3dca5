import { compensateColumns } from '../../data/compensation/compensate-columns.ts';
import { has } from '../../data/events/bitmask.ts';
import type { RawColumn, Values } from '../../data/events/event-table.ts';
import { toLinear } from '../../data/events/scale-values.ts';
import type { Population } from '../../gating/strategy/population.ts';
import type { ScaledChannel } from '../../gating/strategy/used-channels.ts';
import { axisOf } from '../../statistics/histograms/plot-data.ts';
import type { PreparedSample } from './prepared-sample.ts';

/** Every pair of some channels, small: `counts` of places x and y (in the order of the channels), row by row from the bottom. */
export interface PairPictures {
  readonly side: number;
  /** Events that were looked at, of how many. */
  readonly looked: number;
  readonly count: number;
  counts(x: number, y: number): Uint32Array;
}

/** More dots than these fill a thumbnail. */
const MOST_EVENTS = 20_000;
/** Of a bin: no place on the scale. */
const NOWHERE = 255;

/**
 * All pairs of channels of a population, on the axes of its plots, from every so many of its events: an overview, not a count.
 * Each channel is found, compensated as the sample is, scaled and binned once. `side` is below 255; channels ($PnN or panel ids) that the sample lacks
 * give empty pictures.
 */
export function pairPictures(sample: PreparedSample, population: Population, names: readonly string[], side: number): PairPictures {
  const events = everySoMany(population, MOST_EVENTS);
  const channels = names.map((name) => sample.channel(name));
  const values = linearValues(sample, channels, events);
  const bins = channels.map((channel, i) => binsOf(channel, values[i], sample, side));
  return {
    side,
    looked: events.length,
    count: population.count,
    counts(x, y) {
      const counts = new Uint32Array(side * side);
      const [across, up] = [bins[x], bins[y]];
      if (across === undefined || up === undefined) return counts;
      for (let i = 0; i < events.length; i++) if (across[i] !== NOWHERE && up[i] !== NOWHERE) counts[up[i]! * side + across[i]!]! += 1;
      return counts;
    },
  };
}

function everySoMany({ members, count }: Population, most: number): Uint32Array {
  const step = Math.max(1, Math.ceil(count / most));
  const events = new Uint32Array(Math.ceil(count / step));
  let seen = 0;
  let taken = 0;
  for (let event = 0; seen < count && event < members.length * 32; event++) {
    if (!has(members, event)) continue;
    if (seen++ % step === 0) events[taken++] = event;
  }
  return events.subarray(0, taken);
}

/** Of the wanted channels, compensated where the sample's are; undefined where one was not read. */
function linearValues(
  { raw, matrix }: PreparedSample,
  channels: readonly (ScaledChannel | undefined)[],
  events: Uint32Array,
): readonly (Float64Array | undefined)[] {
  const known = new Map<number, Float64Array | undefined>();
  const measured = (index: number) => {
    if (!known.has(index)) known.set(index, readValues(raw, index, events));
    return known.get(index);
  };
  const together = matrix?.channels.map(measured) ?? [];
  const isWhole = together.every((column) => column !== undefined);
  const compensated = matrix !== undefined && isWhole ? compensateColumns(together as readonly Float64Array[], matrix.inverse) : [];
  return channels.map((channel) => {
    if (channel === undefined) return undefined;
    const place = matrix?.channels.indexOf(channel.index) ?? -1;
    return place < 0 ? measured(channel.index) : compensated[place];
  });
}

function readValues({ dataset, table }: PreparedSample['raw'], index: number, events: Uint32Array): Float64Array | undefined {
  const channel = dataset.channels[index];
  const taken = new Float64Array(events.length);
  let at = 0;
  for (const { columns, firstEvent, eventCount } of table.shards) {
    const column = columns[index];
    if (column === undefined || channel === undefined) return undefined;
    for (; at < events.length && events[at]! < firstEvent + eventCount; at++) taken[at] = column[events[at]! - firstEvent]!;
  }
  // Brand: some of the stored values, as they are stored
  return channel && toLinear(taken as Values as RawColumn, channel, taken.length);
}

function binsOf(
  channel: ScaledChannel | undefined,
  values: Float64Array | undefined,
  { columns }: PreparedSample,
  side: number,
): Uint8Array | undefined {
  if (channel === undefined || values === undefined) return undefined;
  const { min, max } = axisOf(channel, columns);
  return Uint8Array.from(values, (value) => {
    const bin = Math.floor(((channel.scale.scale(value) - min) / (max - min)) * side);
    return Number.isNaN(bin) ? NOWHERE : Math.min(side - 1, Math.max(0, bin));
  });
}
