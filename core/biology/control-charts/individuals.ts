/** An individuals chart with moving ranges (Shewhart; NIST handbook 6.3.2.2) of percentages of lots, on the logit scale. */
export interface IndividualsChart {
  readonly kind: 'individuals';
  /** In per cent, back from the logit scale: they are not symmetric, and never outside 0 to 100. */
  readonly centre: number;
  readonly lower: number;
  readonly upper: number;
  readonly points: readonly { readonly percent: number; readonly logit: number; readonly breach: 'limit' | 'range' | 'run' | undefined }[];
}

/** Lots that set the limits, at least. */
export const FEWEST_LOTS = 10;
/** 3 / d2 and D4 of ranges of two. */
const LIMIT = 2.6596;
const RANGE_LIMIT = 3.2665;
/** So many points on one side of the centre are no chance. */
const RUN = 8;
/** Counts of 0 and of all have no logit: half an event is added, as Jeffreys' prior does. */
const HALF = 0.5;

export const logitOf = (count: number, total: number): number => Math.log((count + HALF) / (total - count + HALF));
const percentOf = (logit: number): number => 100 / (1 + Math.exp(-logit));

/**
 * Charts lots in order of time. The first `baseline` lots set centre and limits; undefined where there are too few.
 * A breach is a lot beyond a limit, a step beyond the range's limit, or the eighth lot in a row on one side.
 */
export function chartLots(
  lots: readonly { readonly count: number; readonly total: number }[],
  baseline = FEWEST_LOTS,
): IndividualsChart | undefined {
  const usable = lots.filter(({ total }) => total > 0);
  if (usable.length < baseline || baseline < FEWEST_LOTS) return undefined;
  const logits = usable.map(({ count, total }) => logitOf(count, total));
  const first = logits.slice(0, baseline);
  const centre = first.reduce((sum, value) => sum + value, 0) / first.length;
  const ranges = first.slice(1).map((value, i) => Math.abs(value - first[i]!));
  const range = ranges.reduce((sum, value) => sum + value, 0) / ranges.length;
  const half = LIMIT * range;
  const inRun = (at: number) => {
    if (at + 1 < RUN) return false;
    const last = logits.slice(at + 1 - RUN, at + 1);
    return last.every((value) => value > centre) || last.every((value) => value < centre);
  };
  return {
    kind: 'individuals',
    centre: percentOf(centre),
    lower: percentOf(centre - half),
    upper: percentOf(centre + half),
    points: usable.map(({ count, total }, i) => ({
      percent: (100 * count) / total,
      logit: logits[i]!,
      breach:
        Math.abs(logits[i]! - centre) > half
          ? 'limit'
          : i > 0 && Math.abs(logits[i]! - logits[i - 1]!) > RANGE_LIMIT * range
            ? 'range'
            : inRun(i)
              ? 'run'
              : undefined,
    })),
  };
}
