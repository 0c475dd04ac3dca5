import type { CancelSignal } from '../base/cancel-signal.ts';
import { CHUNK } from '../data/events/chunk.ts';
import type { ColumnSource } from '../data/events/column-source.ts';
import type { SampleColumns } from '../data/events/sample-columns.ts';
import type { Keying } from '../data/kernels/reference/key-labelled.ts';
import { chooseKeying } from './choose-keying.ts';
import { type Counted, type CountTask, countLabelled } from './count-labelled.ts';
import { newLists } from './found-lists.ts';
import type { EventLabels } from './label-events.ts';
import { areWanted, layoutFor, mediansOf, middleKeys, wantMiddles } from './labelled-medians.ts';

/** Compensated channels are made four at a time. */
const TOGETHER = 4;
/** A sample that says about where medians lie: so many chunks from all over the events, where there are more than a few. */
const SAMPLED_CHUNKS = 48;
const LEAST_STEP = 4;
const FEW_CHUNKS = 8;
/** Standard errors of a sampled median: beyond them is seldom, and then the events are gone through once more. */
const ERRORS = 5;

/** For one small sample after another; what a large one needs is let go of with it. */
const kept = newLists();
const LARGE = 500_000;

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
  const listOf = events.labels.length < LARGE ? kept : newLists();
  let step = steps.next();
  while (step.done !== true) step = steps.next(countLabelled(step.value, events, columns, { signal, listOf }));
  return step.value;
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

/** Histograms of four columns of so many labels have room in scratch memory. */
const MOST_LABELS_OF_FOUR = 32;

/** Fewer where there are so many labels that histograms of four have no room. */
const togetherOf = ({ populationsOf }: EventLabels): number =>
  Math.max(1, Math.min(TOGETHER, Math.floor(TOGETHER * (MOST_LABELS_OF_FOUR / populationsOf.length))));

function* stepsOfGroup(
  channels: readonly Source[],
  events: EventLabels,
  columns: SampleColumns,
): Generator<CountTask, ChannelMedians, readonly Counted[]> {
  const chunks = columns.shards.reduce((sum, { eventCount }) => sum + Math.ceil(eventCount / CHUNK), 0);
  const layout = layoutFor(events);
  const keyings = sampleKeyings(channels, columns, Math.ceil(chunks / TOGETHER), layout.bits);
  const cells = events.populationsOf.length * layout.stride;
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

function sampleKeyings(channels: readonly Source[], columns: SampleColumns, every: number, bits: number): readonly Keying[] {
  const seen = channels.map((): number[] => []);
  columns.pass(
    channels.map((of) => ({ of })),
    (made, { events }) => {
      for (let i = 0; i < made.length; i++) for (let event = 0; event < events; event += 16) seen[i]!.push(made[i]![event]!);
    },
    { every },
  );
  return seen.map((values) => ({ ...chooseKeying(Float64Array.from(values)), bits }));
}

function countWanted(counts: Uint32Array, wanted: Uint8Array): number {
  let count = 0;
  for (let cell = 0; cell < counts.length; cell++) count += counts[cell]! * wanted[cell]!;
  return count;
}
