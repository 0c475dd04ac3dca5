import type { KeyedColumn } from './keyed-column.ts';
import type { EventLabels } from './label-events.ts';
import { selectInPlace } from './median.ts';

/**
 * Exact medians of one channel for all labelled populations, by their place; the same as sorting each. One pass over keys finds the bins
 * that the middle values are in, another collects the events of those bins alone (in `scratch`, one place an event and one more). NaN is left out, and is the median of nothing.
 */
export function labelledMedians(
  column: KeyedColumn,
  events: EventLabels,
  scratch = new Uint32Array(column.keys.length + 1),
): ReadonlyMap<number, number> {
  const goals = findGoals(column, events);
  const lists = collect(column, events, goals, scratch);
  return new Map([...goals].map(([population, goal]) => [population, medianAt(goal, population, lists, events)]));
}

/** Where a value stands: which bin, and how many values of its population are below it there. */
interface Place {
  readonly bin: number;
  readonly rank: number;
}
interface Goal {
  readonly count: number;
  readonly lower: Place;
  readonly upper: Place;
}

function findGoals({ keys, binOf, binCount }: KeyedColumn, { labels, populationsOf }: EventLabels): ReadonlyMap<number, Goal> {
  const counts = new Uint32Array(populationsOf.length * binCount);
  for (let event = 0; event < labels.length; event++) counts[labels[event]! * binCount + binOf[keys[event]!]!]! += 1;
  const sums = new Map<number, Uint32Array>();
  populationsOf.forEach((populations, label) => {
    const own = counts.subarray(label * binCount, (label + 1) * binCount);
    for (const population of populations) {
      const sum = sums.get(population) ?? new Uint32Array(binCount - 1);
      for (let bin = 0; bin < sum.length; bin++) sum[bin]! += own[bin]!;
      sums.set(population, sum);
    }
  });
  return new Map([...sums].map(([population, sum]) => [population, goalIn(sum)]));
}

function goalIn(sum: Uint32Array): Goal {
  let count = 0;
  for (let bin = 0; bin < sum.length; bin++) count += sum[bin]!;
  const place = (rank: number): Place => {
    let bin = 0;
    for (; bin < sum.length - 1 && rank >= sum[bin]!; bin++) rank -= sum[bin]!;
    return { bin, rank };
  };
  return { count, lower: place(Math.max(0, (count - 1) >> 1)), upper: place(count >> 1) };
}

/** The events of one bin, whatever their population. */
interface BinList {
  readonly values: Float64Array;
  readonly labels: Uint8Array;
  length: number;
}

function collect(
  { parts, keys, binOf, binCount, counts }: KeyedColumn,
  { labels }: EventLabels,
  goals: ReadonlyMap<number, Goal>,
  scratch: Uint32Array,
): readonly (BinList | undefined)[] {
  const wanted = new Uint8Array(binCount);
  for (const { lower, upper } of goals.values()) wanted[lower.bin] = wanted[upper.bin] = 1;
  const sizes = new Uint32Array(binCount);
  const wantedKeys = new Uint8Array(binOf.length);
  for (let key = 0; key < counts.length; key++) {
    wantedKeys[key] = wanted[binOf[key]!]!;
    sizes[binOf[key]!]! += counts[key]!;
  }
  const lists = Array.from(sizes, (size, bin): BinList | undefined =>
    wanted[bin] === 1 ? { values: new Float64Array(size), labels: new Uint8Array(size), length: 0 } : undefined,
  );
  const events = eventsOfKeys(keys, wantedKeys, scratch);
  let [start, part] = [0, 0];
  for (let i = 0; i < events.length; i++) {
    const event = events[i]!;
    while (event >= start + parts[part]!.length) start += parts[part++]!.length;
    const list = lists[binOf[keys[event]!]!]!;
    list.values[list.length] = parts[part]![event - start]!;
    list.labels[list.length++] = labels[event]!;
  }
  return lists;
}

function medianAt(
  { count, lower, upper }: Goal,
  population: number,
  lists: readonly (BinList | undefined)[],
  { populationsOf }: EventLabels,
): number {
  if (count === 0) return Number.NaN;
  const isMember = populationsOf.map((populations) => populations.includes(population));
  const own = ({ bin }: Place): Float64Array => {
    const { values, labels, length } = lists[bin]!;
    const found = new Float64Array(length);
    let n = 0;
    for (let i = 0; i < length; i++) if (isMember[labels[i]!]!) found[n++] = values[i]!;
    return found.subarray(0, n);
  };
  const above = own(upper);
  const high = selectInPlace(above, above.length, upper.rank);
  if (count % 2 === 1) return high;
  // what was selected has everything smaller before it
  const below = lower.bin === upper.bin ? above.subarray(0, upper.rank) : own(lower);
  let low = Number.NEGATIVE_INFINITY;
  for (let i = 0; i < below.length; i++) if (below[i]! > low) low = below[i]!;
  return (low + high) / 2;
}

/** Events whose key is wanted (1, else 0), in order. Every event is written and few are kept: there is nothing to branch on. */
function eventsOfKeys(keys: Uint16Array, wantedKeys: Uint8Array, found: Uint32Array): Uint32Array {
  let n = 0;
  for (let event = 0; event < keys.length; event++) {
    found[n] = event;
    n += wantedKeys[keys[event]!]!;
  }
  return found.subarray(0, n);
}
