import type { QualityChannel, QualityFinding } from './quality.ts';

/** Events off a channel's scale, in per cent. */
export interface Margins {
  readonly channel: string;
  readonly above: number;
  readonly below: number;
}

const BINS = 400;
/** A last bin is a pile where it holds so many times what the bins beside it lead to expect, and so many events. */
const PILE = 5;
const BESIDE = 5;
const FEWEST = 20;
/** An event farther off the scale than this stands alone: the ends of a channel are those of the others. */
const FARTHEST = 2;

/**
 * Piles of equal values at the ends of a channel: what the digitiser could not tell apart. Ordinary negatives and the single
 * largest value are no margin events, so nothing is called off-scale only because it is the extreme.
 */
export function findMargins({ id, parts }: QualityChannel, eventCount: number): Margins {
  const ends = Float64Array.of(Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY);
  for (const part of parts) widen(ends, part);
  const low = ends[0]!;
  const high = ends[1]!;
  if (!(high > low)) return { channel: id, above: 0, below: 0 };
  const counts = new Float64Array(BINS);
  for (const part of parts) countEnds(counts, part, low, high);
  const pile = (at: number, step: 1 | -1): number => {
    let beside = 0;
    for (let i = 1; i <= BESIDE; i++) beside += counts[at + step * i]! / BESIDE;
    const n = counts[at]!;
    return n > FEWEST && n > PILE * Math.max(1, beside) ? (100 * (n - beside)) / eventCount : 0;
  };
  return { channel: id, above: pile(BINS - 1, -1), below: pile(0, 1) };
}

/** Least and most of the values that are on the scale or near it. */
function widen(ends: Float64Array, values: ArrayLike<number>): void {
  let least = ends[0]!;
  let most = ends[1]!;
  for (let i = 0; i < values.length; i++) {
    const value = values[i]!;
    if (value < least && value >= -FARTHEST) least = value;
    if (value > most && value <= FARTHEST) most = value;
  }
  ends[0] = least;
  ends[1] = most;
}

/** The bins at both ends, which alone are looked at: most values are in none of them. */
function countEnds(counts: Float64Array, values: ArrayLike<number>, low: number, high: number): void {
  const reach = ((BESIDE + 2) / BINS) * (high - low);
  const [lower, upper] = [low + reach, high - reach];
  for (let i = 0; i < values.length; i++) {
    const value = values[i]!;
    const isLow = value < lower && (value >= low || value === Number.NEGATIVE_INFINITY);
    if (isLow || (value > upper && value <= high))
      counts[Math.max(0, Math.min(BINS - 1, Math.floor(((value - low) / (high - low)) * BINS)))]! += 1;
  }
}

/** At the floor of a scale many instruments leave events as a matter of course; beyond this share the gain was too low. */
const MOST_BELOW = 20;

export const marginFindings = (margins: readonly Margins[], limit: number): readonly QualityFinding[] =>
  margins.flatMap(({ channel, above, below }) =>
    above + below < 0.1
      ? []
      : [
          {
            code: 'off-scale',
            severity: above > limit || below > MOST_BELOW ? ('review' as const) : ('note' as const),
            values: { channel, above: Math.round(100 * above) / 100, below: Math.round(100 * below) / 100 },
          },
        ],
  );
