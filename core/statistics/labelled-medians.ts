import { selectInPlace } from '../base/math/median.ts';
import { type FoundValues, type KeyLayout, keyLayout } from '../data/kernels/reference/key-labelled.ts';
import type { EventLabels } from './label-events.ts';

/** The keys that the middle values of a population have, and how many of its values come before them there. */
export interface MiddleKeys {
  readonly count: number;
  readonly lower: Place;
  readonly upper: Place;
}
interface Place {
  readonly key: number;
  readonly rank: number;
}

/** Values that were found, as many as `length` says. */
export interface FoundPart extends FoundValues {
  readonly length: number;
}

/** With few events fewer keys, so that tables of keys do not cost more than the events. */
export const layoutFor = ({ labels }: Pick<EventLabels, 'labels'>): KeyLayout => (labels.length < FEW_EVENTS ? fewKeys : manyKeys);
const FEW_EVENTS = 200_000;
const [fewKeys, manyKeys] = [keyLayout(4), keyLayout(6)];

/** Where the middle values of each labelled population lie, by its place, from the counts of all cells. What is no number is left out. */
export function middleKeys(counts: Uint32Array, events: EventLabels): ReadonlyMap<number, MiddleKeys> {
  return new Map([...sumsOf(counts, events)].map(([population, sum]) => [population, middleOf(sum)]));
}

/** Cells that hold the middle values of populations, with a margin of so many standard errors where `counts` are of a sample. */
export function wantMiddles(counts: Uint32Array, events: EventLabels, wanted: Uint8Array, errors = 0): void {
  const { populationsOf } = events;
  const { stride } = layoutFor(events);
  wanted.fill(0);
  for (const [population, sum] of sumsOf(counts, events)) {
    const { count, lower, upper } = errors === 0 ? middleOf(sum) : bracketOf(sum, errors);
    if (count === 0 && errors === 0) continue;
    populationsOf.forEach((populations, label) => {
      if (populations.includes(population)) wanted.fill(1, label * stride + lower.key, label * stride + upper.key + 1);
    });
  }
}

/** Whether everything of a population in its middle keys was wanted. */
export function areWanted(population: number, { lower, upper }: MiddleKeys, wanted: Uint8Array, events: EventLabels): boolean {
  const { stride } = layoutFor(events);
  return events.populationsOf.every(
    (populations, label) => !populations.includes(population) || [lower, upper].every(({ key }) => wanted[label * stride + key] === 1),
  );
}

/**
 * Exact medians of the populations, by their place, from the values that were found in their middle keys: the same as sorting all. NaN is
 * left out, and is the median of nothing.
 */
export function mediansOf(
  goals: ReadonlyMap<number, MiddleKeys>,
  found: readonly FoundPart[],
  events: EventLabels,
): ReadonlyMap<number, number> {
  const { populationsOf } = events;
  const byKey = sortByKey(goals, found, events);
  return new Map(
    [...goals].map(([population, { count, lower, upper }]) => {
      if (count === 0) return [population, Number.NaN];
      const isMember = Uint8Array.from(populationsOf, (populations) => (populations.includes(population) ? 1 : 0));
      const above = membersOf(byKey.get(upper.key)!, isMember);
      const high = selectInPlace(above, above.length, upper.rank);
      if (count % 2 === 1) return [population, high];
      // what was selected has everything smaller before it
      const below = lower.key === upper.key ? above.subarray(0, upper.rank) : membersOf(byKey.get(lower.key)!, isMember);
      let low = Number.NEGATIVE_INFINITY;
      for (let i = 0; i < below.length; i++) if (below[i]! > low) low = below[i]!;
      return [population, (low + high) / 2];
    }),
  );
}

function membersOf({ values, labels }: KeyList, isMember: Uint8Array): Float64Array {
  const own = new Float64Array(values.length + 1);
  let n = 0;
  for (let i = 0; i < values.length; i++) {
    own[n] = values[i]!;
    n += isMember[labels[i]!]!;
  }
  return own.subarray(0, n);
}

function sumsOf(counts: Uint32Array, events: EventLabels): ReadonlyMap<number, Uint32Array> {
  const { noKey, stride } = layoutFor(events);
  const sums = new Map<number, Uint32Array>();
  events.populationsOf.forEach((populations, label) => {
    if (populations.length === 0) return;
    const own = counts.subarray(label * stride, label * stride + noKey);
    // most keys are far off and have no values
    let [from, to] = [0, noKey];
    while (from < to && own[from] === 0) from++;
    while (to > from && own[to - 1] === 0) to--;
    for (const population of populations) {
      const sum = sums.get(population) ?? new Uint32Array(noKey);
      for (let key = from; key < to; key++) sum[key]! += own[key]!;
      sums.set(population, sum);
    }
  });
  return sums;
}

function countOf(sum: Uint32Array): number {
  let count = 0;
  for (let key = 0; key < sum.length; key++) count += sum[key]!;
  return count;
}

function placeOf(sum: Uint32Array, rank: number): Place {
  let key = 0;
  for (; key < sum.length - 1 && rank >= sum[key]!; key++) rank -= sum[key]!;
  return { key, rank };
}

function middleOf(sum: Uint32Array): MiddleKeys {
  const count = countOf(sum);
  return { count, lower: placeOf(sum, Math.max(0, (count - 1) >> 1)), upper: placeOf(sum, count >> 1) };
}

/** Where the middle values of all lie, judged by a sample: the rank of a median has a standard error of half the root of the number. */
function bracketOf(sum: Uint32Array, errors: number): MiddleKeys {
  const count = countOf(sum);
  const margin = 2 + (errors * Math.sqrt(count)) / 2;
  const [low, high] = [Math.floor(count / 2 - margin), Math.ceil(count / 2 + margin)];
  const nothing = { key: 0, rank: 0 };
  return {
    count,
    lower: low < 0 ? nothing : placeOf(sum, low),
    upper: high >= count ? { key: sum.length - 1, rank: 0 } : placeOf(sum, high),
  };
}

interface KeyList {
  readonly values: Float64Array;
  readonly labels: Uint8Array;
}

/** The values that have a middle key of one of their populations, with their labels, by key. */
function sortByKey(goals: ReadonlyMap<number, MiddleKeys>, found: readonly FoundPart[], events: EventLabels): ReadonlyMap<number, KeyList> {
  const { populationsOf } = events;
  const { stride } = layoutFor(events);
  const keys = [...new Set([...goals.values()].flatMap(({ lower, upper }) => [lower.key, upper.key]))];
  // the last place is for the others
  const placeOf = new Uint16Array(populationsOf.length * stride).fill(keys.length);
  for (const [population, { lower, upper }] of goals)
    populationsOf.forEach((populations, label) => {
      if (!populations.includes(population)) return;
      for (const { key } of [lower, upper]) placeOf[label * stride + key] = keys.indexOf(key);
    });
  const sizes = new Uint32Array(keys.length + 1);
  for (const { cells, length } of found) for (let i = 0; i < length; i++) sizes[placeOf[cells[i]!]!]! += 1;
  const starts = Uint32Array.from(sizes, (_, place) => sizes.subarray(0, place).reduce((sum, size) => sum + size, 0));
  // what is of no middle key is let go
  const length = starts[keys.length]!;
  const sorted = new Float64Array(length);
  const labels = new Uint8Array(length);
  const next = starts.slice();
  for (const part of found) {
    const { values, cells } = part;
    for (let i = 0; i < part.length; i++) {
      const cell = cells[i]!;
      const place = placeOf[cell]!;
      if (place === keys.length) continue;
      const at = next[place]!++;
      sorted[at] = values[i]!;
      labels[at] = (cell / stride) | 0;
    }
  }
  return new Map(
    keys.map((key, place) => {
      const [from, to] = [starts[place]!, starts[place]! + sizes[place]!];
      return [key, { values: sorted.subarray(from, to), labels: labels.subarray(from, to) }];
    }),
  );
}
