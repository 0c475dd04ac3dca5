import type { ColumnSource } from '../data/events/column-source.ts';
import type { LabelledHistogram } from '../data/events/gate-kernels.ts';
import type { PassOptions, SampleColumns } from '../data/events/sample-columns.ts';
import type { Keying } from '../data/kernels/reference/key-labelled.ts';
import { type ListOf, newLists } from './found-lists.ts';
import type { EventLabels } from './label-events.ts';
import type { FoundPart } from './labelled-medians.ts';
import { type Labeller, plainLabeller } from './labeller.ts';

/** Counting all events, which may be done by several threads: each gives the values that it found, and the sums are those of all. */
export interface CountTask {
  readonly channels: readonly CountedChannel[];
  readonly every: number;
}
export interface Counted {
  /** Until the next counting: they lie in scratch memory. */
  readonly counts: Uint32Array;
  readonly found: readonly FoundPart[];
}

interface CountedChannel {
  readonly of: number | ColumnSource;
  readonly keying: Keying;
  readonly wanted: Uint8Array;
  /** Its place in the group. */
  readonly slot: number;
  /** About how many values will be found. */
  readonly room: number;
}

/** One pass over the events: counts of all cells for each channel, and the values in wanted cells, which a sample has none of. */
export function countLabelled(
  { channels, every }: CountTask,
  { labels, populationsOf }: EventLabels,
  columns: SampleColumns,
  { listOf = newLists(), ...options }: PassOptions & { readonly listOf?: ListOf },
): readonly Counted[] {
  const cells = channels[0]?.wanted.length ?? 0;
  const opened = new Map<Labeller, readonly LabelledHistogram[]>();
  const plain = plainLabeller();
  const lists = channels.map(({ slot, room }) => listOf(slot, room));
  function open(labeller: Labeller): readonly LabelledHistogram[] {
    const histograms = labeller.openHistograms(channels.length, cells);
    if (histograms === undefined) throw new Error(`${populationsOf.length} labels are more than scratch memory has room for`);
    histograms.forEach((histogram, i) => void histogram.wanted.set(channels[i]!.wanted));
    opened.set(labeller, histograms);
    return histograms;
  }
  columns.pass(
    channels.map(({ of }) => ({ of })),
    (made, { shard, start, events }, { gateKernels }) => {
      const labeller = gateKernels ?? plain;
      const histograms = opened.get(labeller) ?? open(labeller);
      const own = labels.subarray(shard.firstEvent + start, shard.firstEvent + start + events);
      for (let i = 0; i < channels.length; i++) {
        const n = labeller.label(made[i]!, own, channels[i]!.keying, histograms[i]!);
        if (n > 0 && every === 1) lists[i]!.add(labeller.found, n);
      }
    },
    { ...options, every },
  );
  const [first = [], ...others] = opened.values();
  return lists.map((list, i) => {
    const counts = first[i]?.counts ?? new Uint32Array(cells);
    for (const histograms of others) addInto(counts, histograms[i]!.counts);
    return { counts, found: [list] };
  });
}

export function addInto(sum: Uint32Array, counts: Uint32Array): void {
  for (let cell = 0; cell < sum.length; cell++) sum[cell]! += counts[cell]!;
}
