import type { CancelSignal } from '../cancel-signal.ts';
import { CHUNK } from '../events/chunk.ts';
import type { ColumnSource } from '../events/column-source.ts';
import type { LabelledHistogram } from '../events/gate-bench.ts';
import type { PassOptions, SampleColumns } from '../events/sample-columns.ts';
import { type FoundValues, KEY_STRIDE, type Keying } from '../kernels/twins/key-labelled.ts';
import { chooseKeying } from './choose-keying.ts';
import type { EventLabels } from './label-events.ts';
import { areWanted, type FoundPart, mediansOf, middleKeys, wantMiddles } from './labelled-medians.ts';
import { type Labeller, plainLabeller } from './labeller.ts';

/** Compensated channels are made four at a time. */
const TOGETHER = 4;
/** A sample that says about where medians lie: so many chunks from all over the events, where there are more than a few. */
const SAMPLED_CHUNKS = 48;
const LEAST_STEP = 4;
const FEW_CHUNKS = 8;
/** Standard errors of a sampled median: beyond them is seldom, and then the events are gone through once more. */
const ERRORS = 5;

/** Exact medians of linear values, for each channel by the place of each labelled population. */
export type ChannelMedians = readonly ReadonlyMap<number, number>[];
type Source = number | ColumnSource;

export function channelMedians(
  channels: readonly Source[],
  events: EventLabels,
  columns: SampleColumns,
  signal?: CancelSignal,
): ChannelMedians {
  const steps = medianSteps(channels, events, columns);
  const listOf = newLists();
  let step = steps.next();
  while (step.done !== true) step = steps.next(countLabelled(step.value, events, columns, { signal, listOf }));
  return step.value;
}

/** Counting all events, which may be done by several threads: each gives the values that it found, and the sums are those of all. */
export interface CountTask {
  readonly channels: readonly CountedChannel[];
  readonly every: number;
}
export interface Counted {
  readonly counts: Uint32Array;
  readonly found: readonly FoundPart[];
}

/** What has to be counted, task by task, until the medians are there. */
export function* medianSteps(
  channels: readonly Source[],
  events: EventLabels,
  columns: SampleColumns,
): Generator<CountTask, ChannelMedians, readonly Counted[]> {
  const medians: ReadonlyMap<number, number>[] = [];
  while (medians.length < channels.length) {
    const group = channels.slice(medians.length, medians.length + togetherOf(events));
    medians.push(...(yield* stepsOfGroup(group, events, columns)));
  }
  return medians;
}

/** Fewer where there are so many labels that histograms of four have no room. */
const togetherOf = ({ populationsOf }: EventLabels): number =>
  Math.max(1, Math.min(TOGETHER, Math.floor(TOGETHER * (32 / populationsOf.length))));

function* stepsOfGroup(
  channels: readonly Source[],
  events: EventLabels,
  columns: SampleColumns,
): Generator<CountTask, ChannelMedians, readonly Counted[]> {
  const chunks = columns.shards.reduce((sum, { eventCount }) => sum + Math.ceil(eventCount / CHUNK), 0);
  const keyings = sampleKeyings(channels, columns, Math.ceil(chunks / TOGETHER));
  const cells = events.populationsOf.length * KEY_STRIDE;
  const wanted = channels.map(() => new Uint8Array(cells).fill(1));
  const rooms = channels.map(() => 0);
  const task = (which: readonly number[], every = 1): CountTask => ({
    channels: which.map((i) => ({ of: channels[i]!, keying: keyings[i]!, wanted: wanted[i]!, slot: i, room: rooms[i]! })),
    every,
  });
  const all = channels.map((_, i) => i);
  if (chunks > FEW_CHUNKS) {
    const every = Math.max(LEAST_STEP, Math.floor(chunks / SAMPLED_CHUNKS));
    for (const [i, { counts }] of (yield task(all, every)).entries()) {
      wantMiddles(counts, events, wanted[i]!, ERRORS);
      rooms[i] = every * countWanted(counts, wanted[i]!);
    }
  }
  const counted = [...(yield task(all))];
  const goals = counted.map(({ counts }) => middleKeys(counts, events));
  const missed = all.filter((i) => [...goals[i]!].some(([population, goal]) => !areWanted(population, goal, wanted[i]!, events)));
  for (const i of missed) wantMiddles(counted[i]!.counts, events, wanted[i]!);
  const again = missed.length === 0 ? [] : yield task(missed);
  for (const [n, i] of missed.entries()) counted[i] = again[n]!;
  return all.map((i) => mediansOf(goals[i]!, counted[i]!.found, events));
}

function sampleKeyings(channels: readonly Source[], columns: SampleColumns, every: number): readonly Keying[] {
  const seen = channels.map((): number[] => []);
  columns.pass(
    channels.map((of) => ({ of })),
    (made, { events }) => {
      for (let i = 0; i < made.length; i++) for (let event = 0; event < events; event += 4) seen[i]!.push(made[i]![event]!);
    },
    { every },
  );
  return seen.map((values) => chooseKeying(Float64Array.from(values)));
}

interface CountedChannel {
  readonly of: Source;
  readonly keying: Keying;
  readonly wanted: Uint8Array;
  /** Its place in the group. */
  readonly slot: number;
  /** About how many values will be found. */
  readonly room: number;
}

function countWanted(counts: Uint32Array, wanted: Uint8Array): number {
  let count = 0;
  for (let cell = 0; cell < counts.length; cell++) count += counts[cell]! * wanted[cell]!;
  return count;
}

/** One pass over the events: counts of all cells for each channel, and the values in wanted cells, which a sample has none of. */
export function countLabelled(
  { channels, every }: CountTask,
  { labels, populationsOf }: EventLabels,
  columns: SampleColumns,
  { listOf = newLists(), ...options }: PassOptions & { readonly listOf?: ListOf },
): readonly Counted[] {
  const cells = populationsOf.length * KEY_STRIDE;
  const opened = new Map<Labeller, readonly LabelledHistogram[]>();
  const plain = plainLabeller();
  const lists = channels.map(({ slot, room }) => listOf(slot, room));
  function open(labeller: Labeller): readonly LabelledHistogram[] {
    const histograms = labeller.openHistograms(channels.length, populationsOf.length);
    if (histograms === undefined) throw new Error(`${populationsOf.length} labels are more than a desk has room for`);
    histograms.forEach((histogram, i) => void histogram.wanted.set(channels[i]!.wanted));
    opened.set(labeller, histograms);
    return histograms;
  }
  columns.pass(
    channels.map(({ of }) => ({ of })),
    (made, { shard, start, events }, { gateBench }) => {
      const labeller = gateBench ?? plain;
      const histograms = opened.get(labeller) ?? open(labeller);
      const own = labels.subarray(shard.firstEvent + start, shard.firstEvent + start + events);
      for (let i = 0; i < channels.length; i++) {
        const n = labeller.label(made[i]!, own, channels[i]!.keying, histograms[i]!);
        if (n > 0 && every === 1) lists[i]!.add(labeller.found, n);
      }
    },
    { ...options, every },
  );
  return lists.map((list, i) => {
    const counts = new Uint32Array(cells);
    for (const histograms of opened.values()) addInto(counts, histograms[i]!.counts);
    return { counts, found: [list] };
  });
}

export function addInto(sum: Uint32Array, counts: Uint32Array): void {
  for (let cell = 0; cell < sum.length; cell++) sum[cell]! += counts[cell]!;
}

interface GrowingList extends FoundPart {
  readonly clear: (room: number) => void;
  readonly add: (found: FoundValues, n: number) => void;
}

/** An empty list for the values of one channel of a group; groups follow each other and use the same memory. */
export type ListOf = (slot: number, room: number) => GrowingList;

export function newLists(): ListOf {
  const lists = new Map<number, GrowingList>();
  return (slot, room) => {
    const list = lists.get(slot) ?? growingList();
    list.clear(room);
    lists.set(slot, list);
    return list;
  };
}

function growingList(): GrowingList {
  let [values, cells, length] = [new Float64Array(0), new Uint32Array(0), 0];
  function widen(room: number): void {
    const [wider, more] = [new Float64Array(room), new Uint32Array(room)];
    wider.set(values.subarray(0, length));
    more.set(cells.subarray(0, length));
    [values, cells] = [wider, more];
  }
  return {
    get values() {
      return values;
    },
    get cells() {
      return cells;
    },
    get length() {
      return length;
    },
    clear(room) {
      length = 0;
      if (room > values.length) widen(Math.ceil(1.1 * room));
    },
    add(found, n) {
      if (length + n > values.length) widen(Math.ceil(1.5 * (length + n)) + CHUNK);
      values.set(found.values.subarray(0, n), length);
      cells.set(found.cells.subarray(0, n), length);
      length += n;
    },
  };
}
