import { type Bitmask, emptyMask, fullMask } from '../../data/events/bitmask.ts';
import { identityScale } from '../../data/transforms/kind/transform.ts';
import type { DragAxis, DragPicture, DragPlan, Follower, PictureAxis } from '../../gating/drag/drag-plan.ts';
import { asDraggable } from '../../gating/drag/draggable.ts';
import { type Gate, populationCount } from '../../gating/gates/gates.ts';
import type { ScaledChannel } from '../../gating/strategy/used-channels.ts';
import { axisOf, BINS, type ChosenRanges } from '../../statistics/histograms/plot-data.ts';
import type { Protocol } from '../protocol/protocol.ts';
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
  /** What its axes show, where that was chosen: linear values. */
  readonly range?: ChosenRanges | undefined;
}

/** The gate that is held, as it stands now on the scales of its dimensions. */
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
  if (asDraggable(gate) === undefined) return undefined;

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

  const pictures = plots.slice(0, MOST_PICTURES).flatMap(({ id, population, x: across, y: up, range }): readonly DragPicture[] => {
    throwIfAborted();
    const place = followers.findIndex(({ path }) => path === population);
    const follower = followers[place];
    const names = up === undefined ? [across] : [across, up];
    const chosen = [range?.x, range?.y];
    const shown = names.flatMap((name) => sample.channel(name) ?? []);
    if (follower === undefined || shown.length < names.length) return [];
    const axes = shown.map((channel, i): PictureAxis => {
      const { min, max } = axisOf(channel, sample.columns, chosen[i]);
      return { ...axisFrom(channel), min, max };
    });
    return [{ id, follower: place, masks: follower.masks, axes, binCount: BINS ** axes.length }];
  });
  const axes = [x, ...(y === undefined ? [] : [y])].map(axisFrom);
  return { eventCount, partCount, axes, masks, followers, still, pictures };
}

const axisFrom = ({ source, index, scale, bounds, used }: ScaledChannel): DragAxis => ({
  of: source ?? index,
  ...(scale === identityScale ? {} : { transform: used.transform }),
  ...(bounds === undefined ? {} : { bounds }),
});

const isSame = (a: Bitmask, b: Bitmask): boolean => a === b || a.every((word, i) => word === b[i]);
function inShared(mask: Bitmask): Bitmask {
  const shared = new Uint32Array(new SharedArrayBuffer(4 * mask.length));
  shared.set(mask);
  return shared as Uint32Array as Bitmask;
}
