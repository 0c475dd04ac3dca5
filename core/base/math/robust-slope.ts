import { medianInPlace, quantileInPlace } from './median.ts';

/** Medians of both channels in bins of the primary one. */
export interface SlopeBins {
  readonly primary: readonly number[];
  readonly secondary: readonly number[];
}

export interface RobustSlope {
  readonly slope: number;
  /** Standard error, from how far the bins disagree; NaN with fewer than 3 bins. */
  readonly error: number;
}

const BINS = 50;
const FEWEST_IN_BIN = 20;

/** Bins of equally many events along the primary channel, the lowest and highest hundredth left out. `order` sorts events by it. */
export function binAlong(order: Uint32Array, primary: Float64Array, secondary: Float64Array): SlopeBins {
  const trim = Math.floor(order.length / 100);
  const kept = order.subarray(trim, order.length - trim);
  const count = Math.max(1, Math.min(BINS, Math.floor(kept.length / FEWEST_IN_BIN)));
  const bins = Array.from({ length: count }, (_, bin) =>
    kept.subarray(Math.floor((bin * kept.length) / count), Math.floor(((bin + 1) * kept.length) / count)),
  );
  const medianOf = (column: Float64Array) => (events: Uint32Array) => medianInPlace(Float64Array.from(events, (event) => column[event]!));
  return { primary: bins.map(medianOf(primary)), secondary: bins.map(medianOf(secondary)) };
}

/** A bin nearer to the negatives than this part of the usual reach says more about background than about spillover. */
const LEAST_REACH = 0.25;

/** Slopes from the negatives' medians to each bin: their median, every bin of events counting alike. */
export function slopeFrom(anchor: { readonly primary: number; readonly secondary: number }, bins: SlopeBins): RobustSlope {
  const reaches = bins.primary.map((x) => x - anchor.primary);
  const least =
    LEAST_REACH *
    weightedMedian(
      reaches,
      reaches.map(() => 1),
    );
  const slopes = bins.secondary
    .map((y, i) => (y - anchor.secondary) / reaches[i]!)
    .filter((_, i) => reaches[i]! > 0 && reaches[i]! >= least);
  return weighted(
    slopes,
    slopes.map(() => 1),
    slopes.length,
  );
}

/** Without negatives: slopes between all pairs of bins, weighed by their distance (Theil and Sen). */
export function slopeAmong({ primary, secondary }: SlopeBins): RobustSlope {
  const slopes: number[] = [];
  const weights: number[] = [];
  for (let i = 0; i < primary.length; i++)
    for (let j = i + 1; j < primary.length; j++) {
      const reach = primary[j]! - primary[i]!;
      if (!(reach > 0)) continue;
      slopes.push((secondary[j]! - secondary[i]!) / reach);
      weights.push(reach);
    }
  return weighted(slopes, weights, primary.length);
}

function weighted(slopes: readonly number[], weights: readonly number[], independent: number): RobustSlope {
  if (slopes.length === 0) return { slope: 0, error: Number.NaN };
  const slope = weightedMedian(slopes, weights);
  const deviation = weightedMedian(
    slopes.map((value) => Math.abs(value - slope)),
    weights,
  );
  // 1.4826: the median deviation of a normal distribution; 1.2533: a median's error against a mean's
  return { slope, error: independent < 3 ? Number.NaN : (1.2533 * 1.4826 * deviation) / Math.sqrt(independent) };
}

function weightedMedian(values: readonly number[], weights: readonly number[]): number {
  const order = values.map((_, i) => i).sort((a, b) => values[a]! - values[b]!);
  const half = weights.reduce((sum, weight) => sum + weight, 0) / 2;
  let reached = 0;
  for (const i of order) {
    reached += weights[i]!;
    if (reached >= half) return values[i]!;
  }
  return values[order.at(-1) ?? 0] ?? Number.NaN;
}

export const quantileOf = (values: Float64Array, q: number): number => quantileInPlace(values.slice(), q);
