import { type Bitmask, emptyMask, fullMask } from '../events/bitmask.ts';
import type { ColumnParts } from '../events/sample-columns.ts';
import { type Gate, populationCount } from '../gates/gates.ts';
import type { DragPicture, DragPlan, Follower } from '../gating/drag/drag-plan.ts';
import { asDraggable } from '../gating/drag/part-test.ts';
import type { ScaledChannel } from '../gating/used-channels.ts';
import { axisOf, BINS } from '../plot/plot-data.ts';
import type { Protocol } from '../session/protocol.ts';
import { gatePrepared } from './gate-prepared.ts';
import type { PreparedSample } from './prepared-sample.ts';

/** One bit of a number each. */
const MOST_PICTURES = 32;

/** A plot that is in sight. */
export interface PlotInSight {
  readonly id: string;
  readonly population: string;
  readonly x: string;
  /** Absent on a histogram. */
  readonly y?: string;
}

/** The gate that is held, as it stands now. */
export interface HeldGate {
  readonly id: string;
  readonly gate: Gate;
  readonly dimensions: readonly string[];
}

/**
 * What the moves of one gate will change. Automatic gates stay where they are while a gate above them is held, as their outlines do; they
 * are found anew when it is let go of. Undefined where the gate cannot be moved in steps: its moves are computed as a whole then.
 */
export function planDrag(
  sample: PreparedSample,
  protocol: Protocol,
  { id, gate, dimensions }: HeldGate,
  plots: readonly PlotInSight[],
  throwIfAborted: () => void = () => undefined,
): DragPlan | undefined {
  const { eventCount } = sample.raw.dataset;
  const [x, y, ...more] = dimensions.map((dimension) => sample.channel(dimension));
  if (x === undefined || (dimensions.length === 2 && y === undefined) || more.length > 0) return undefined;
  if (asDraggable(gate) === undefined || [x, y].some((channel) => channel?.coordinates === 'linear')) return undefined;

  const masks: Bitmask[] = [];
  const all = fullMask(eventCount);
  const none = emptyMask(eventCount);
  const partCount = populationCount(gate) + 1;
  const ifAllIn = Array.from({ length: partCount }, (_, part) => {
    throwIfAborted();
    const members = Array.from({ length: partCount - 1 }, (_, i) => (i + 1 === part ? all : none));
    return gatePrepared(sample, protocol, { absent: 'skip', given: { id, members } }).populations;
  });
  const keep = (mask: Bitmask): number => (mask.every((word) => word === 0) ? -1 : masks.push(inShared(mask)) - 1);
  const followers = ifAllIn[0]!.flatMap(({ path }, place): readonly Follower[] => {
    const members = ifAllIn.map((populations) => populations[place]!.members);
    return members.every((mask) => isSame(mask, members[0]!)) ? [] : [{ path, masks: members.map(keep) }];
  });
  const following = new Set(followers.map(({ path }) => path));
  const still = ifAllIn[0]!.filter(({ path }) => !following.has(path)).map(({ path, count }) => ({ path, count }));

  const pictures = plots.slice(0, MOST_PICTURES).flatMap(({ id, population, ...axes }): readonly DragPicture[] => {
    throwIfAborted();
    const place = followers.findIndex(({ path }) => path === population);
    const follower = followers[place];
    const shown = [axes.x, ...(axes.y === undefined ? [] : [axes.y])].map((name) => sample.channel(name));
    if (follower === undefined || shown.some((channel) => channel === undefined)) return [];
    const { bins, placeless } = binsOf(sample, shown as readonly ScaledChannel[]);
    const inPlace = (mask: number): number => (mask < 0 || placeless === undefined ? mask : keep(without(masks[mask]!, placeless)));
    return [{ id, follower: place, masks: follower.masks.map(inPlace), bins, binCount: BINS ** shown.length }];
  });
  return { eventCount, partCount, x: valuesOf(x), ...(y === undefined ? {} : { y: valuesOf(y) }), masks, followers, still, pictures };

  function valuesOf({ source, index, scale }: ScaledChannel): Float64Array {
    throwIfAborted();
    return joined(sample.columns.scaled(source ?? index, scale), eventCount);
  }
}

/** The bin of each event in a plot, as the plot itself counts it, and the events that have no place in it, if there are any. */
function binsOf({ columns, raw }: PreparedSample, channels: readonly ScaledChannel[]) {
  const { eventCount } = raw.dataset;
  const bins = new Uint16Array(new SharedArrayBuffer(2 * eventCount));
  let placeless: Bitmask | undefined;
  channels.forEach((channel, dimension) => {
    const parts = columns.scaled(channel.source ?? channel.index, channel.scale);
    const { min, max } = axisOf(channel, parts);
    const range = max - min;
    const step = BINS ** dimension;
    columns.shards.forEach(({ firstEvent }, i) => {
      const values = parts[i]!;
      for (let event = 0; event < values.length; event++) {
        // as `binOf` has it
        const bin = Math.floor(((values[event]! - min) / range) * BINS);
        if (bin >= 0) bins[firstEvent + event]! += step * (bin < BINS ? bin : BINS - 1);
        else if (Number.isNaN(bin)) {
          placeless ??= emptyMask(eventCount);
          placeless[(firstEvent + event) >>> 5]! |= 1 << event;
        }
      }
    });
  });
  return { bins, placeless };
}

const isSame = (a: Bitmask, b: Bitmask): boolean => a === b || a.every((word, i) => word === b[i]);
const without = (mask: Bitmask, others: Bitmask): Bitmask => mask.map((word, i) => word & ~others[i]!) as Bitmask;

function inShared(mask: Bitmask): Bitmask {
  const shared = new Uint32Array(new SharedArrayBuffer(4 * mask.length));
  shared.set(mask);
  return shared as Uint32Array as Bitmask;
}

function joined(parts: ColumnParts<Float64Array>, eventCount: number): Float64Array {
  const values = new Float64Array(new SharedArrayBuffer(8 * eventCount));
  let first = 0;
  for (const part of parts) {
    values.set(part, first);
    first += part.length;
  }
  return values;
}
