import { selectInPlace } from './median.ts';

/** Sign, exponent and the first three bits behind it: bins of an eighth of an octave. */
const SHIFT = 17;
const BINS = 2 ** (32 - SHIFT);
const HALF = BINS / 2;
const counts = new Uint32Array(BINS);
const wanted = new Uint8Array(BINS);

/**
 * Quantiles of R's type 7 (linear between order statistics) at several shares, in one pass that counts values by their leading bits and
 * one that takes out the few bins in which they lie; `scratch` is as long as the values at least. NaN where there are none.
 */
export function quantilesByBins(values: Float64Array, scratch: Float64Array, shares: readonly number[]): readonly number[] {
  const { length } = values;
  if (length === 0) return shares.map(() => Number.NaN);
  const words = new Int32Array(values.buffer, values.byteOffset, 2 * length);
  counts.fill(0);
  for (let at = 1; at < words.length; at += 2) counts[binOf(words[at]!)]!++;
  const places = shares.map((share) => (length - 1) * share);
  const ranks = places.flatMap((place) => [Math.floor(place), Math.ceil(place)]).sort((a, b) => a - b);
  const takenBelow = markBins(ranks);
  let taken = 0;
  // every value is written and all but the wanted ones overwritten: cheaper than a branch that cannot be foreseen
  for (let i = 0, at = 1; i < length; i++, at += 2) {
    scratch[taken] = values[i]!;
    taken += wanted[binOf(words[at]!)]!;
  }
  wanted.fill(0);
  return places.map((place) => {
    const rank = Math.floor(place);
    const at = rank - (takenBelow.get(rank) ?? 0);
    const low = selectInPlace(scratch, taken, at);
    return rank === place ? low : low + (smallest(scratch, at + 1, taken) - low) * (place - rank);
  });
}

/** What a selection leaves behind a place is none smaller than what it put there. */
function smallest(values: Float64Array, from: number, to: number): number {
  let least = Number.POSITIVE_INFINITY;
  for (let i = from; i < to; i++) if (values[i]! < least) least = values[i]!;
  return least;
}

/** Bins in the order of the numbers: the bits of negative ones fall as those grow. */
const binOf = (word: number): number => ((word ^ ((word >> 31) & 0x7fffffff)) >> SHIFT) + HALF;

/** Marks the bins that hold these ranks (rising); gives for each how many smaller values lie in bins that stay unmarked. */
function markBins(ranks: readonly number[]): ReadonlyMap<number, number> {
  const unmarked = new Map<number, number>();
  let below = 0;
  let skipped = 0;
  let next = 0;
  for (let bin = 0; next < ranks.length; bin++) {
    const count = counts[bin]!;
    if (count === 0) continue;
    if (ranks[next]! < below + count) {
      wanted[bin] = 1;
      for (; next < ranks.length && ranks[next]! < below + count; next++) unmarked.set(ranks[next]!, skipped);
    } else skipped += count;
    below += count;
  }
  return unmarked;
}
