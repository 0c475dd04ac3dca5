import type { DataCandidate } from './data-candidates.ts';
import type { RowReading } from './row-reading.ts';
import { overlaps, type Segment } from './segment.ts';

/** How well a place of DATA suits the bytes that $TOT events take; a smaller rank is better. */
export interface Fit {
  readonly candidate: DataCandidate;
  readonly reading: RowReading;
  readonly bytes: number;
  readonly end: 'exact' | 'long' | 'short' | 'missing';
  /** All bytes are in the file. */
  readonly whole: boolean;
}

/** Bytes of `events` rows. */
export const rowsBytes = ({ rowBits }: RowReading, events: number): number => Math.ceil((rowBits * events) / 8);

const ends = ['exact', 'long', 'short', 'missing'] as const;

/** Every place and reading whose length is that of `events` rows, best first: whole before cut off, exact before off by one. */
export function findFits(
  candidates: readonly DataCandidate[],
  readings: readonly RowReading[],
  events: number,
  text: Segment,
  size: number,
): readonly Fit[] {
  const fits = candidates.flatMap((candidate) =>
    readings.flatMap((reading): Fit[] => {
      const bytes = rowsBytes(reading, events);
      const end = endOf(candidate, bytes);
      const whole = candidate.begin + bytes <= size;
      const clear = bytes === 0 || !overlaps({ begin: candidate.begin, end: candidate.begin + bytes - 1 }, text);
      if (end === undefined || !clear || (end === 'missing' && !whole)) return [];
      return [{ candidate, reading, bytes, end, whole }];
    }),
  );
  const rank = ({ end, whole }: Fit): number => (whole ? 0 : 10) + ends.indexOf(end);
  return fits.toSorted((a, b) => rank(a) - rank(b));
}

function endOf({ begin, end }: DataCandidate, bytes: number): Fit['end'] | undefined {
  if (end === undefined) return 'missing';
  const surplus = end - begin + 1 - bytes;
  // An empty segment is written as 0 bytes from somewhere to itself, or to one before.
  if (surplus === 0) return 'exact';
  if (surplus === 1) return 'long';
  // an end on the begin says as little as none
  if (end === begin) return 'missing';
  return surplus === -1 && bytes > 1 ? 'short' : undefined;
}
