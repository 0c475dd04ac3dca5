import { has } from '../../data/events/bitmask.ts';
import type { StepInput } from '../automatic/kind/step.ts';

/** A histogram of one dimension of the parent's events over [low, high]; events beyond count in no bin. */
export interface Density {
  readonly low: number;
  readonly high: number;
  /** Smoothed counts a bin. */
  readonly counts: Float64Array;
  /** Events inside the range. */
  readonly total: number;
}

export const BINS = 512;

export const positionOf = (density: Density, bin: number): number => density.low + ((bin + 0.5) * (density.high - density.low)) / BINS;

/** Counts the parent's events of `dimension` for which `keep` holds, then smooths with a Gaussian of `bandwidth` (scale units). */
export function densityOf(
  input: StepInput,
  dimension: number,
  low: number,
  high: number,
  bandwidth: number,
  keep?: (part: number, event: number) => boolean,
): Density {
  const counts = new Float64Array(BINS);
  const scale = BINS / (high - low);
  let total = 0;
  input.parts.forEach(({ columns, parent, eventCount }, part) => {
    const values = columns[dimension]!;
    for (let event = 0; event < eventCount; event++) {
      if (!has(parent, event)) continue;
      const at = (values[event]! - low) * scale;
      if (!(at >= 0 && at < BINS) || (keep !== undefined && !keep(part, event))) continue;
      counts[at | 0]! += 1;
      total++;
    }
  });
  return { low, high, counts: smooth(counts, bandwidth * scale), total };
}

/** Gaussian smoothing by direct sums; mass beyond an edge is reflected back. */
export function smooth(counts: Float64Array, sigma: number): Float64Array {
  const reach = Math.ceil(4 * sigma);
  const kernel = Float64Array.from({ length: 2 * reach + 1 }, (_, i) => Math.exp(-0.5 * ((i - reach) / sigma) ** 2));
  const norm = kernel.reduce((sum, weight) => sum + weight, 0);
  const last = counts.length - 1;
  return counts.map((_, bin) => {
    let sum = 0;
    for (let k = -reach; k <= reach; k++) {
      const at = bin + k;
      sum += kernel[k + reach]! * counts[at < 0 ? -at - 1 : at > last ? 2 * last - at + 1 : at]!;
    }
    return sum / norm;
  });
}
