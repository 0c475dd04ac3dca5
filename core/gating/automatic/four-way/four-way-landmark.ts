import { BINS, type Density, smooth } from '../../density/density-1d.ts';
import { bandwidthFor, DENSITY_HIGH, DENSITY_LOW } from '../../density/density-range.ts';
import { GRID, type Grid, strip } from '../../density/grid-2d.ts';
import { findPeaks, type Peak, sideWidth, valleyBetween } from '../../density/peaks.ts';

/** What the sample itself says of the y axis: where cells without the marker are, and where those of the left half begin to carry it. */
export interface Landmark {
  /** Two standard deviations above the mode of negatives, measured on the side that no other cells reach. */
  readonly end: number;
  /** The first valley of the left half above the negatives; where the left half has no negatives, their edge. */
  readonly cut: number | undefined;
  /** The mode above that valley, and the share of all events beyond it. */
  readonly bright?: { readonly at: number; readonly share: number };
  /** Where the lowest cells of the left half are if they stand so far above zero, and above those of the right half, that they may carry the marker. */
  readonly lifted: number | undefined;
}

/** Fewer events of a half show no mode. */
const FEWEST = 60;
/** Share of a half that a mode of negatives holds at least. */
const LEAST_SHARE = 0.02;
/** Standard deviations within which two modes are of one level, and from which a valley may lie. */
const SAME = 2.5;
const NEAREST = 1.5;
/** A valley is no deeper than this share of its lower peak by chance. */
const DEPTH = 0.85;
const EDGE = 3;
const END = 2;
/** Of cells of one kind, the share beyond `end`: one in 44 of a normal distribution, and as many again since real ones lean to the brighter side. */
export const BEYOND_END = 0.05;
/** Negatives of one half that are so much wider than those of the other hold more than one kind. */
const WIDER = 1.3;
const SHIFTED = 1.5;
const LIFTED = 2.75;
const BESIDE = 0.25;

interface Half {
  readonly density: Density;
  readonly events: number;
  readonly bins: number;
  readonly peaks: readonly Peak[];
}

/** @param below where the left half was divided at first: what lies under it was taken as negative */
export function landmarkOf(grid: Grid, x: number, below: number, zero: number): Landmark | undefined {
  const left = halfOf(grid, Number.NEGATIVE_INFINITY, x);
  const right = halfOf(grid, x, Number.POSITIVE_INFINITY);
  const own = left && lowestOf(left);
  const other = right && lowestOf(right);
  if (left === undefined || own === undefined) return undefined;
  // where this half's negatives are wider than the other's, or above them, more than negatives may be there
  const isMixed =
    other !== undefined &&
    (own.spread > WIDER * other.spread ||
      widthBelow(left, below) > WIDER * widthBelow(right!, below) ||
      own.position > other.position + SHIFTED * other.spread);
  const isAbove = other !== undefined && own.position > other.position + SAME * other.spread;
  const negative = isAbove || isMixed ? other : own;
  const end = negative.position + END * negative.spread;
  const isLifted =
    other !== undefined && own.position > zero + LIFTED * own.spread && own.position > other.position + BESIDE * other.spread;
  const lifted = isLifted ? own.position : undefined;
  if (isAbove) return { end, cut: Math.min(negative.position + EDGE * negative.spread, (negative.position + own.position) / 2), lifted };
  const valley = firstValley(left, own.position + NEAREST * own.spread);
  if (valley === undefined) return { end, cut: undefined, lifted };
  const share = shareAbove(left, valley.at) / Math.max(1, grid.total);
  return { end, cut: valley.at, bright: { at: valley.next, share }, lifted };
}

function halfOf(grid: Grid, from: number, to: number): Half | undefined {
  const counts = strip(grid, 'y', from, to);
  const events = counts.reduce((sum, n) => sum + n, 0);
  if (events < FEWEST) return undefined;
  const bandwidth = bandwidthFor(events);
  const bins = (bandwidth * BINS) / (DENSITY_HIGH - DENSITY_LOW);
  const fine = Float64Array.from({ length: BINS }, (_, bin) => counts[Math.floor((bin * GRID) / BINS)]! / (BINS / GRID));
  const density: Density = { low: DENSITY_LOW, high: DENSITY_HIGH, counts: smooth(fine, bins), total: events };
  return { density, events, bins, peaks: findPeaks(density, bins) };
}

/** The lowest mode of a half that holds enough of it. */
function lowestOf({ density, events, peaks }: Half): { readonly position: number; readonly spread: number } | undefined {
  for (const peak of peaks) {
    const spread = sideWidth(density, peak, -1);
    const width = (spread * BINS) / (DENSITY_HIGH - DENSITY_LOW);
    if (peak.height * width * Math.sqrt(2 * Math.PI) >= LEAST_SHARE * events) return { position: peak.position, spread };
  }
  return undefined;
}

/** Between the lower and the upper fifth of what lies below a place. */
function widthBelow({ density: { counts, low, high } }: Half, below: number): number {
  const end = Math.max(0, Math.min(BINS, Math.round(((below - low) / (high - low)) * BINS)));
  const total = counts.subarray(0, end).reduce((sum, n) => sum + n, 0);
  const quantile = (share: number) => {
    let [bin, sum] = [0, 0];
    while (bin < end && sum + counts[bin]! < share * total) sum += counts[bin++]!;
    return bin;
  };
  return quantile(0.8) - quantile(0.2);
}

/** Events of a half above a place. */
function shareAbove({ density: { counts, low, high } }: Half, place: number): number {
  const from = Math.max(0, Math.round(((place - low) / (high - low)) * BINS));
  return counts.subarray(from).reduce((sum, n) => sum + n, 0);
}

function firstValley({ density, bins, peaks }: Half, from: number): { readonly at: number; readonly next: number } | undefined {
  for (const [i, right] of peaks.slice(1).entries()) {
    const left = peaks[i]!;
    const valley = valleyBetween(density, left, right, bins);
    if (valley.position >= from && valley.significance > 4 && valley.height < DEPTH * Math.min(left.height, right.height))
      return { at: valley.position, next: right.position };
  }
  return undefined;
}
