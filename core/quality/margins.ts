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
const FEWEST = 20;

/**
 * Piles of equal values at the ends of a channel: what the digitiser could not tell apart. Ordinary negatives and the single
 * largest value are no margin events, so nothing is called off-scale only because it is the extreme.
 */
export function findMargins({ id, parts }: QualityChannel, eventCount: number): Margins {
  const low = parts.reduce((least, part) => leastOf(part, least), Number.POSITIVE_INFINITY);
  const high = parts.reduce((most, part) => mostOf(part, most), Number.NEGATIVE_INFINITY);
  if (!(high > low)) return { channel: id, above: 0, below: 0 };
  const counts = new Float64Array(BINS);
  for (const part of parts) countInto(counts, part, low, high);
  const pile = (at: number, step: 1 | -1): number => {
    let beside = 0;
    for (let i = 1; i <= 5; i++) beside += counts[at + step * i]! / 5;
    const n = counts[at]!;
    return n > FEWEST && n > PILE * Math.max(1, beside) ? (100 * (n - beside)) / eventCount : 0;
  };
  return { channel: id, above: pile(BINS - 1, -1), below: pile(0, 1) };
}

function leastOf(values: ArrayLike<number>, least: number): number {
  for (let i = 0; i < values.length; i++) if (values[i]! < least && values[i]! > Number.NEGATIVE_INFINITY) least = values[i]!;
  return least;
}

function mostOf(values: ArrayLike<number>, most: number): number {
  for (let i = 0; i < values.length; i++) if (values[i]! > most && values[i]! < Number.POSITIVE_INFINITY) most = values[i]!;
  return most;
}

function countInto(counts: Float64Array, values: ArrayLike<number>, low: number, high: number): void {
  for (let i = 0; i < values.length; i++)
    counts[Math.max(0, Math.min(BINS - 1, Math.floor(((values[i]! - low) / (high - low)) * BINS)))]! += 1;
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
