import { quantileInPlace } from '../../../base/math/median.ts';
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

/** The ratio of single events as a smooth function of the area (0 to 1), with one width all along, and where single events end. */
export interface RatioCurve {
  readonly at: (area: number) => number;
  /** Standard deviation on the side that doublets do not reach. */
  readonly width: number;
  /** Areas between which single events lie. */
  readonly from: number;
  readonly to: number;
}

/** Fewer events than this say nothing about a slice. */
const FEWEST = 25;
const LEAST_SHARE = 5e-4;
const LEAST_WIDTH = 0.012;
const MOST_WIDTH = 0.09;
/** A slice's mode this far off the curve, in widths, is that of doublets. */
const OFF = 3;
/** Of all events by area, those that are single in any file. */
const CORE = [0.1, 0.7] as const;
/** Single events end where fewer of a slice than this lie about the curve. */
const LEAST_SINGLE = 0.3;
const ABOUT = 3;

interface Slice {
  readonly area: number;
  readonly counts: Float64Array;
  readonly events: number;
  readonly mode: number;
}

/** One robust parabola through the modes of all slices: a slice that fell to the doublets does not bend it. */
export function followRatio({ counts, total }: RatioGrid): RatioCurve {
  const slices = Array.from({ length: SLICES }, (_, slice) => counts.subarray(slice * RATIO_BINS, (slice + 1) * RATIO_BINS));
  const pooled = Float64Array.from({ length: RATIO_BINS }, (_, bin) => slices.reduce((sum, slice) => sum + slice[bin]!, 0));
  const main = modeOf(pooled, 6);
  const known = slices.flatMap((own, i): Slice[] => {
    const events = own.reduce((sum, n) => sum + n, 0);
    if (events < Math.max(FEWEST, LEAST_SHARE * total)) return [];
    return [{ area: (i + 0.5) / SLICES, counts: own, events, mode: modeOf(own, Math.max(4, 40 / Math.sqrt(events))) }];
  });
  if (known.length === 0) return { at: () => main, width: LEAST_WIDTH, from: 0, to: 1 };
  let { first, last } = core(known);
  let at = parabola(known.slice(first, last + 1), main);
  let width = 0;
  /** Whether the next slice goes on as the curve does; doublets have another ratio. */
  const goesOn = (slice: Slice | undefined) => slice !== undefined && Math.abs(slice.mode - at(slice.area)) < OFF * width;
  for (;;) {
    const kept = known.slice(first, last + 1);
    at = parabola(kept, main);
    width = Math.min(MOST_WIDTH, Math.max(LEAST_WIDTH, widthAbove(kept, at)));
    if (goesOn(known[last + 1])) last++;
    else if (goesOn(known[first - 1])) first--;
    else break;
  }
  // beyond, single events may be fewer than doublets and still lie along the curve
  const isSingle = (slice: Slice | undefined) => slice !== undefined && shareAbout(slice, at, width) >= LEAST_SINGLE;
  while (isSingle(known[last + 1])) last++;
  while (isSingle(known[first - 1])) first--;
  const single = known.slice(first, last + 1).filter(isSingle);
  const areas = (single.length === 0 ? known : single).map(({ area }) => area);
  return { at, width, from: Math.min(...areas) - 0.5 / SLICES, to: Math.max(...areas) + 0.5 / SLICES };
}

/** The slices that hold the middle of the events. */
function core(slices: readonly Slice[]): { first: number; last: number } {
  const all = slices.reduce((sum, { events }) => sum + events, 0);
  let sum = 0;
  const within = slices.flatMap(({ events }, i) => {
    const middle = sum + events / 2;
    sum += events;
    return middle > CORE[0] * all && middle < CORE[1] * all ? [i] : [];
  });
  const fullest = slices.reduce((best, { events }, i) => (events > slices[best]!.events ? i : best), 0);
  return { first: Math.min(...within, fullest), last: Math.max(...within, fullest) };
}

const ratioAt = (bin: number): number => (2 * (bin + 0.5)) / RATIO_BINS;

function modeOf(counts: Float64Array, sigma: number): number {
  const smoothed = smooth(counts, sigma);
  let best = 0;
  for (let bin = 0; bin < RATIO_BINS; bin++) if (smoothed[bin]! > smoothed[best]!) best = bin;
  return ratioAt(best);
}

/** Weighted least squares; a straight line or a constant where there are too few slices for more. */
function parabola(slices: readonly Slice[], main: number): (area: number) => number {
  const degree = Math.min(2, slices.length - 1);
  const size = degree + 1;
  const rows = Array.from({ length: size }, () => new Array<number>(size + 1).fill(0));
  for (const { area, events, mode } of slices) {
    const powers = [1, area - 0.3, (area - 0.3) ** 2];
    const weight = Math.sqrt(events);
    for (let i = 0; i < size; i++) {
      for (let j = 0; j < size; j++) rows[i]![j]! += weight * powers[i]! * powers[j]!;
      rows[i]![size]! += weight * powers[i]! * mode;
    }
  }
  for (let i = 0; i < size; i++) {
    rows[i]![i]! += 1e-9;
    for (let j = 0; j < size; j++) {
      if (j === i) continue;
      const factor = rows[j]![i]! / rows[i]![i]!;
      for (let k = 0; k <= size; k++) rows[j]![k]! -= factor * rows[i]![k]!;
    }
  }
  const [a = main, b = 0, c = 0] = rows.map((row, i) => row[size]! / row[i]!);
  return (area) => a + b * (area - 0.3) + c * (area - 0.3) ** 2;
}

/** Median distance above the curve over all slices, as a standard deviation. */
function widthAbove(slices: readonly Slice[], at: (area: number) => number): number {
  const above = slices.flatMap(({ area, counts }) => {
    const middle = at(area);
    let [events, sum, bin] = [0, 0, Math.max(0, Math.ceil((middle / 2) * RATIO_BINS - 0.5))];
    for (let i = bin; i < RATIO_BINS; i++) events += counts[i]!;
    if (events < FEWEST / 2) return [];
    while (bin < RATIO_BINS - 1 && sum < events / 2) sum += counts[bin++]!;
    return [1.4826 * Math.max(0, ratioAt(bin) - middle)];
  });
  return above.length === 0 ? LEAST_WIDTH : quantileInPlace(Float64Array.from(above), 0.5);
}

function shareAbout({ area, counts, events }: Slice, at: (area: number) => number, width: number): number {
  let sum = 0;
  for (let bin = 0; bin < RATIO_BINS; bin++) if (Math.abs(ratioAt(bin) - at(area)) < ABOUT * width) sum += counts[bin]!;
  return sum / events;
}
