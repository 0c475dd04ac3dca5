import type { CancelSignal } from '../cancel-signal.ts';
import { CHUNK } from '../events/chunk.ts';
import type { ColumnSource } from '../events/column-source.ts';
import type { LabelledHistogram } from '../events/gate-bench.ts';
import type { SampleColumns } from '../events/sample-columns.ts';
import { KEY_STRIDE, type Keying } from '../kernels/twins/key-labelled.ts';
import { chooseKeying } from './choose-keying.ts';
import type { EventLabels } from './label-events.ts';
import { areWanted, mediansOf, middleKeys, wantMiddles } from './labelled-medians.ts';
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
export function channelMedians(
  channels: readonly (number | ColumnSource)[],
  events: EventLabels,
  columns: SampleColumns,
  signal?: CancelSignal,
): readonly ReadonlyMap<number, number>[] {
  const lists = Array.from({ length: TOGETHER }, () => growingList());
  const medians: ReadonlyMap<number, number>[] = [];
  while (medians.length < channels.length) {
    const group = channels.slice(medians.length, medians.length + togetherOf(events));
    medians.push(...mediansOfGroup(group, events, columns, lists, signal));
  }
  return medians;
}

/** Fewer where there are so many labels that histograms of four have no room. */
const togetherOf = ({ populationsOf }: EventLabels): number =>
  Math.max(1, Math.min(TOGETHER, Math.floor(TOGETHER * (32 / populationsOf.length))));

function mediansOfGroup(
  channels: readonly (number | ColumnSource)[],
  events: EventLabels,
  columns: SampleColumns,
  lists: readonly GrowingList[],
  signal: CancelSignal | undefined,
): readonly ReadonlyMap<number, number>[] {
  const chunks = columns.shards.reduce((sum, { eventCount }) => sum + Math.ceil(eventCount / CHUNK), 0);
  const keyings = sampleKeyings(channels, columns, Math.ceil(chunks / TOGETHER));
  const cells = events.populationsOf.length * KEY_STRIDE;
  const wanted = channels.map(() => new Uint8Array(cells).fill(1));
  const count = (which: readonly number[], every = 1): readonly Uint32Array[] =>
    countLabelled(
      which.map((i) => ({ of: channels[i]!, keying: keyings[i]!, wanted: wanted[i]!, list: every === 1 ? lists[i] : undefined })),
      events,
      columns,
      { every, signal },
    );
  const all = channels.map((_, i) => i);
  if (chunks > FEW_CHUNKS) {
    const sampled = count(all, Math.max(LEAST_STEP, Math.floor(chunks / SAMPLED_CHUNKS)));
    sampled.forEach((counts, i) => void wantMiddles(counts, events, wanted[i]!, ERRORS));
  }
  const counted = count(all);
  const goals = counted.map((counts) => middleKeys(counts, events));
  const missed = all.filter((i) => [...goals[i]!].some(([population, goal]) => !areWanted(population, goal, wanted[i]!, events)));
  for (const i of missed) wantMiddles(counted[i]!, events, wanted[i]!);
  if (missed.length > 0) count(missed);
  return all.map((i) => mediansOf(goals[i]!, lists[i]!, lists[i]!.length, events));
}

function sampleKeyings(channels: readonly (number | ColumnSource)[], columns: SampleColumns, every: number): readonly Keying[] {
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
  readonly of: number | ColumnSource;
  readonly keying: Keying;
  readonly wanted: Uint8Array;
  /** For what is wanted; nothing is collected where absent. */
  readonly list: GrowingList | undefined;
}

/** One pass over the events: counts of all cells for each channel, and the values in wanted cells. */
function countLabelled(
  channels: readonly CountedChannel[],
  { labels, populationsOf }: EventLabels,
  columns: SampleColumns,
  options: { readonly every: number; readonly signal: CancelSignal | undefined },
): readonly Uint32Array[] {
  const cells = populationsOf.length * KEY_STRIDE;
  const opened = new Map<Labeller, readonly LabelledHistogram[]>();
  const plain = plainLabeller();
  const sums = channels.map(() => new Uint32Array(cells));
  /** The tables of a desk are lost when those of another are opened on it: what was counted there is kept first. */
  function open(labeller: Labeller): readonly LabelledHistogram[] {
    const known = opened.get(labeller);
    if (known !== undefined) return known;
    const histograms = labeller.openHistograms(channels.length, populationsOf.length);
    if (histograms === undefined) throw new Error(`${populationsOf.length} labels are more than a desk has room for`);
    histograms.forEach((histogram, i) => void histogram.wanted.set(channels[i]!.wanted));
    opened.set(labeller, histograms);
    return histograms;
  }
  for (const { list } of channels) list?.clear();
  columns.pass(
    channels.map(({ of }) => ({ of })),
    (made, { shard, start, events }, { gateBench }) => {
      const labeller = gateBench ?? plain;
      const histograms = open(labeller);
      const own = labels.subarray(shard.firstEvent + start, shard.firstEvent + start + events);
      for (let i = 0; i < channels.length; i++) {
        const n = labeller.label(made[i]!, own, channels[i]!.keying, histograms[i]!);
        if (n > 0) channels[i]!.list?.add(labeller.found, n);
      }
    },
    options,
  );
  for (const histograms of opened.values())
    histograms.forEach(({ counts }, i) => {
      const sum = sums[i]!;
      for (let cell = 0; cell < cells; cell++) sum[cell]! += counts[cell]!;
    });
  return sums;
}

interface GrowingList {
  readonly values: Float64Array;
  readonly cells: Uint32Array;
  readonly length: number;
  readonly clear: () => void;
  readonly add: (found: { readonly values: Float64Array; readonly cells: Uint32Array }, n: number) => void;
}

function growingList(): GrowingList {
  let [values, cells, length] = [new Float64Array(2 ** 14), new Uint32Array(2 ** 14), 0];
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
    clear: () => {
      length = 0;
    },
    add(found, n) {
      if (length + n > values.length) {
        const [wider, more] = [new Float64Array(2 * (length + n)), new Uint32Array(2 * (length + n))];
        wider.set(values.subarray(0, length));
        more.set(cells.subarray(0, length));
        [values, cells] = [wider, more];
      }
      values.set(found.values.subarray(0, n), length);
      cells.set(found.cells.subarray(0, n), length);
      length += n;
    },
  };
}
