import { isolateBins } from '../../base/math/isolation-tree.ts';
import { medianOf } from '../../base/math/running-median.ts';
import { smooth } from '../density/density-1d.ts';
import type { FlaggedRun, QualityChannel, QualityFinding, QualityPicture } from './quality.ts';

/** Published defaults of PeacoQC (Emmaneel et al. 2021). */
const MOST_BINS = 500;
const FEWEST_EVENTS = 150;
const STEP = 500;
const MAD_LIMIT = 6;
const CONSECUTIVE = 5;
const FEWEST_BINS_FOR_TREE = 150;
const PEAK_SHARE = 1 / 3;
const LEAST_SHARE_OF_BINS = 0.1;

/**
 * Cross-check by the rules of PeacoQC: peaks of overlapping bins, one isolation tree, deviation of the smoothed peaks. The spline of
 * the original is a Gaussian here, so the same file may differ in a few bins. It has no floor for sampling error and cannot see pure
 * changes of the flow rate.
 */
export function peacoQc(channels: readonly QualityChannel[], eventCount: number) {
  const size = eventsPerBin(eventCount);
  const half = size / 2;
  const bins = Math.max(1, Math.floor((eventCount - half) / half));
  const columns = channels.flatMap((channel) => peakColumns(channel, size, bins));
  if (columns.length === 0 || bins < 2 * CONSECUTIVE)
    return {
      runs: [],
      findings: [{ code: 'too-few-for-signal', severity: 'note' as const, values: { events: eventCount } }],
      pictures: [],
    };
  const values = columns.map(({ places }) => places);
  const good = bins >= FEWEST_BINS_FOR_TREE ? isolateBins(values) : new Array<boolean>(bins).fill(true);
  const steady = good.map((keep, bin) => keep && !columns.some(({ deviates }) => deviates(good)[bin]));
  const kept = withoutShortRuns(steady);
  const findings: QualityFinding[] = [];
  const pictures: QualityPicture[] = columns.map(({ channel, places }) => ({
    id: channel,
    unit: 'scale',
    values: [...places],
    flagged: kept.map((keep) => !keep),
  }));
  return { runs: runsOf(kept, half, eventCount), findings, pictures };
}

/** A step is added even where the number divides, as the original does. */
export const eventsPerBin = (eventCount: number): number =>
  Math.max(FEWEST_EVENTS, (Math.floor(Math.ceil((2 * eventCount) / MOST_BINS) / STEP) + 1) * STEP);

interface PeakColumn {
  readonly channel: string;
  readonly places: Float64Array;
  readonly deviates: (good: readonly boolean[]) => readonly boolean[];
}

const LEVELS = 512;
const LOW = -0.3;
const HIGH = 1.2;

function peakColumns({ id, parts }: QualityChannel, size: number, bins: number): readonly PeakColumn[] {
  const half = size / 2;
  const halves = Array.from({ length: bins + 1 }, () => new Float64Array(LEVELS));
  let event = 0;
  for (const part of parts)
    for (let i = 0; i < part.length; i++, event++) {
      const level = Math.floor(((part[i]! - LOW) / (HIGH - LOW)) * LEVELS);
      halves[Math.min(bins, Math.floor(event / half))]![Math.max(0, Math.min(LEVELS - 1, level))]! += 1;
    }
  const peaks = Array.from({ length: bins }, (_, bin) => peaksOf(halves[bin]!.map((n, level) => n + halves[bin + 1]![level]!)));
  const numbers = [...new Set(peaks.map(({ length }) => length))].filter(
    (k) => peaks.filter(({ length }) => length === k).length > LEAST_SHARE_OF_BINS * bins,
  );
  const k = Math.max(0, ...numbers);
  const typical = peaks.filter(({ length }) => length === k);
  const centres = Array.from({ length: k }, (_, i) => medianOf(typical.map((of) => of[i]!)));
  const tracks = centres.map(() => new Float64Array(bins).fill(Number.NaN));
  for (const [bin, of] of peaks.entries())
    for (const peak of of) {
      const nearest = centres.reduce((best, centre, i) => (Math.abs(centre - peak) < Math.abs(centres[best]! - peak) ? i : best), 0);
      const known = tracks[nearest]![bin]!;
      if (Number.isNaN(known) || Math.abs(peak - centres[nearest]!) < Math.abs(known - centres[nearest]!)) tracks[nearest]![bin] = peak;
    }
  return tracks
    .filter((track) => track.filter((place) => !Number.isNaN(place)).length >= bins / 2)
    .map((track) => {
      const middle = medianOf(track.filter((place) => !Number.isNaN(place)));
      const places = track.map((place) => (Number.isNaN(place) ? middle : place));
      return { channel: id, places, deviates: (good: readonly boolean[]) => deviating(places, good) };
    });
}

/** Maxima of the kernel density (bandwidth of Silverman) taller than a third of the highest. */
function peaksOf(counts: Float64Array): readonly number[] {
  const width = (HIGH - LOW) / LEVELS;
  const total = counts.reduce((sum, n) => sum + n, 0);
  const quantile = (p: number) => {
    let sum = 0;
    let level = 0;
    while (level < LEVELS - 1 && sum < p * total) sum += counts[level++]!;
    return level;
  };
  const mean = counts.reduce((sum, n, level) => sum + n * level, 0) / total;
  const deviation = Math.sqrt(counts.reduce((sum, n, level) => sum + n * (level - mean) ** 2, 0) / total);
  const spread = Math.min(deviation, (quantile(0.75) - quantile(0.25)) / 1.34) || deviation || 1;
  const density = smooth(counts, Math.max(1, 0.9 * spread * total ** -0.2));
  const top = Math.max(...density);
  const peaks: number[] = [];
  for (let level = 1; level < LEVELS - 1; level++)
    if (density[level]! > density[level - 1]! && density[level]! >= density[level + 1]! && density[level]! > PEAK_SHARE * top)
      peaks.push(LOW + (level + 0.5) * width);
  return peaks.length > 0 ? peaks : [LOW + (density.indexOf(top) + 0.5) * width];
}

function deviating(places: Float64Array, good: readonly boolean[]): readonly boolean[] {
  const smoothed = smooth(places, 3);
  const kept = smoothed.filter((_, bin) => good[bin]);
  const middle = medianOf(kept);
  const mad = 1.4826 * medianOf(kept.map((value) => Math.abs(value - middle)));
  return Array.from(smoothed, (value) => Math.abs(value - middle) > MAD_LIMIT * mad);
}

function withoutShortRuns(good: readonly boolean[]): readonly boolean[] {
  const out = [...good];
  for (let bin = 0; bin < out.length; bin++) {
    if (!good[bin]) continue;
    let end = bin;
    while (end < good.length && good[end]) end++;
    if (end - bin < CONSECUTIVE && end < good.length && bin > 0) out.fill(false, bin, end);
    bin = end;
  }
  return out;
}

/** A half bin is bad where either of the two bins that share it is. */
function runsOf(kept: readonly boolean[], half: number, eventCount: number): readonly FlaggedRun[] {
  const runs: FlaggedRun[] = [];
  for (let bin = 0; bin < kept.length; bin++) {
    if (kept[bin]) continue;
    let end = bin;
    while (end < kept.length && !kept[end]) end++;
    runs.push({ reason: 'signal', from: Math.floor(bin * half), to: end === kept.length ? eventCount : Math.floor((end + 1) * half) });
    bin = end;
  }
  return runs;
}
