import { smooth } from '../../density/density-1d.ts';

export const SLICES = 32;
/** Of the ratio, from 0 to twice its middle. */
export const RATIO_BINS = 512;

/** Counts of height over area (relative to `middle`) in slices of equal area. */
export interface RatioGrid {
  readonly counts: Float64Array;
  readonly middle: number;
  readonly total: number;
}

/** Mode of the ratio in one slice and its standard deviation on the clean side, relative to the grid's middle. */
export interface Band {
  readonly mode: number;
  readonly width: number;
}

/** Fewer events than this say nothing about a slice. */
const FEWEST = 25;
/** From slice to slice the mode of single events moves by no more than this; a larger jump is to the doublets. */
const MOST_STEP = 0.08;
const LEAST_WIDTH = 0.012;

/** Follows the mode of single events from the fullest slice to both ends of the area. */
export function followBand({ counts, total }: RatioGrid): readonly Band[] {
  const slices = Array.from({ length: SLICES }, (_, slice) => counts.subarray(slice * RATIO_BINS, (slice + 1) * RATIO_BINS));
  const sums = slices.map((slice) => slice.reduce((sum, n) => sum + n, 0));
  const pooled = Float64Array.from({ length: RATIO_BINS }, (_, bin) => slices.reduce((sum, slice) => sum + slice[bin]!, 0));
  const main = { mode: peakNear(smooth(pooled, 6), 0, RATIO_BINS), width: 0 };
  const width = cleanWidth(pooled, main.mode);
  const start = sums.indexOf(Math.max(...sums));
  const band: Band[] = new Array(SLICES);
  const find = (slice: number, from: number): Band => {
    if (sums[slice]! < Math.max(FEWEST, 2e-4 * total)) return { mode: from, width };
    const reach = slice === start ? 0.25 : MOST_STEP;
    const smoothed = smooth(slices[slice]!, Math.max(4, 40 / Math.sqrt(sums[slice]!)));
    const [low, high] = [toBin(from - reach), toBin(from + reach)];
    const mode = peakNear(smoothed, low, high);
    // a maximum at the edge of the reach is the flank of the doublets
    if (slice !== start && (toBin(mode) <= low + 1 || toBin(mode) >= high - 1)) return { mode: from, width };
    return { mode, width: Math.min(1.6 * width, Math.max(0.6 * width, cleanWidth(slices[slice]!, mode))) };
  };
  band[start] = find(start, main.mode);
  for (let slice = start + 1; slice < SLICES; slice++) band[slice] = find(slice, band[slice - 1]!.mode);
  for (let slice = start - 1; slice >= 0; slice--) band[slice] = find(slice, band[slice + 1]!.mode);
  return band.map((of, slice) => ({
    mode: mean(band.slice(Math.max(0, slice - 1), slice + 2).map(({ mode }) => mode)),
    width: Math.max(LEAST_WIDTH, of.width),
  }));
}

const toBin = (ratio: number): number => Math.max(0, Math.min(RATIO_BINS, Math.round((ratio / 2) * RATIO_BINS)));
const mean = (values: readonly number[]): number => values.reduce((sum, value) => sum + value, 0) / values.length;

function peakNear(counts: Float64Array, from: number, to: number): number {
  let best = from;
  for (let bin = from; bin < to; bin++) if (counts[bin]! > counts[best]!) best = bin;
  return (2 * (best + 0.5)) / RATIO_BINS;
}

/** Median distance above the mode, as a standard deviation. */
function cleanWidth(counts: Float64Array, mode: number): number {
  const from = toBin(mode);
  let above = 0;
  for (let bin = from; bin < RATIO_BINS; bin++) above += counts[bin]!;
  let sum = 0;
  let bin = from;
  while (bin < RATIO_BINS - 1 && sum < above / 2) sum += counts[bin++]!;
  return 1.4826 * ((2 * (bin - from)) / RATIO_BINS);
}
