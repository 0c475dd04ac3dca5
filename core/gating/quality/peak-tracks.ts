import { medianOf } from '../../base/math/running-median.ts';
import { BINS, type Density, smooth } from '../density/density-1d.ts';
import { findPeaks, sideWidth } from '../density/peaks.ts';
import { type BinHistograms, HIGH, LEVELS, LOW } from './bin-histograms.ts';

/** Where one peak of a channel stands in every bin of events. */
export interface PeakTrack {
  readonly channel: string;
  /** Place and standard deviation of the peak over the whole file, on the display scale. */
  readonly position: number;
  readonly spread: number;
  /** Place in each bin; NaN where too few events of the peak are in it. */
  readonly places: Float64Array;
  /** Sampling error of each place: what the events at hand allow, however quiet the file. */
  readonly errors: Float64Array;
  /** Share of a bin's events near the peak. */
  readonly shares: Float64Array;
  /** How far the share about the peak's usual place is from its usual one, in standard errors of counting. */
  readonly vacancy: Float64Array;
}

const BANDWIDTH = 0.02;
/** Half width of the window that follows a peak, in its standard deviations. */
const REACH = 1.6;
const STEPS = 5;
/** Events of a peak without which its place in a bin is not known. */
const FEWEST = 25;
/** A peak that holds fewer of a bin's events is not followed. */
const LEAST_EVENTS_EXPECTED = 60;

/** Follows the peaks of a channel from bin to bin by a few mean-shift steps from where each stands in the whole file. */
export function trackPeaks({ channel, counts, bins, eventsPerBin }: BinHistograms): readonly PeakTrack[] {
  const pooled = pool(counts, bins);
  const bandwidthBins = (BANDWIDTH * BINS) / (HIGH - LOW);
  const peaks = findPeaks(pooled, bandwidthBins);
  return peaks
    .map((peak) => ({
      at: peak.position,
      spread: Math.min(0.12, Math.max(0.015, (sideWidth(pooled, peak, -1) + sideWidth(pooled, peak, 1)) / 2)),
    }))
    .map(({ at, spread }) => {
      const others = peaks.map(({ position }) => position).filter((position) => position !== at);
      return follow(counts, bins, { position: at, spread, others }, channel);
    })
    .filter(({ shares }) => mean(shares) * eventsPerBin >= LEAST_EVENTS_EXPECTED);
}

function pool(counts: Uint32Array, bins: number): Density {
  const fine = new Float64Array(BINS);
  let total = 0;
  for (let bin = 0; bin < bins; bin++)
    for (let level = 0; level < LEVELS; level++) {
      const n = counts[bin * LEVELS + level]!;
      total += n;
      if (n === 0) continue;
      const from = (level * BINS) / LEVELS;
      const to = ((level + 1) * BINS) / LEVELS;
      for (let at = Math.floor(from); at < to; at++) fine[at]! += (n * (Math.min(to, at + 1) - Math.max(from, at))) / (to - from);
    }
  return { low: LOW, high: HIGH, counts: smooth(fine, (BANDWIDTH * BINS) / (HIGH - LOW)), total };
}

interface Followed {
  readonly position: number;
  readonly spread: number;
  /** The channel's other peaks: a window that ends at one of them has lost its own. */
  readonly others: readonly number[];
}

function follow(counts: Uint32Array, bins: number, { position, spread, others }: Followed, channel: string): PeakTrack {
  const [places, errors, shares] = [new Float64Array(bins), new Float64Array(bins), new Float64Array(bins)];
  const [homes, totals] = [new Float64Array(bins), new Float64Array(bins)];
  const width = (HIGH - LOW) / LEVELS;
  const half = REACH * spread;
  for (let bin = 0; bin < bins; bin++) {
    let [at, n] = [position, 0];
    for (let step = 0; step < STEPS; step++) {
      n = 0;
      let sum = 0;
      const [from, to] = [Math.max(0, Math.floor((at - half - LOW) / width)), Math.min(LEVELS, Math.ceil((at + half - LOW) / width))];
      for (let level = from; level < to; level++) {
        const held = counts[bin * LEVELS + level]!;
        n += held;
        sum += held * (LOW + (level + 0.5) * width);
      }
      if (n > 0) at = sum / n;
    }
    let [total, home] = [0, 0];
    const [first, last] = [Math.floor((position - half - LOW) / width), Math.ceil((position + half - LOW) / width)];
    for (let level = 0; level < LEVELS; level++) {
      total += counts[bin * LEVELS + level]!;
      if (level >= first && level < last) home += counts[bin * LEVELS + level]!;
    }
    homes[bin] = home;
    totals[bin] = total;
    const lost = others.some((other) => Math.abs(at - other) < Math.abs(at - position));
    places[bin] = n < FEWEST || lost ? Number.NaN : at;
    errors[bin] = (1.6 * spread) / Math.sqrt(Math.max(1, n));
    shares[bin] = total === 0 ? 0 : n / total;
  }
  const usual = medianOf(homes.map((n, bin) => n / Math.max(1, totals[bin]!)));
  const vacancy = homes.map(
    (n, bin) => (n / Math.max(1, totals[bin]!) - usual) / Math.sqrt(Math.max(1e-6, usual * (1 - usual)) / Math.max(1, totals[bin]!)),
  );
  return { channel, position, spread, places, errors, shares, vacancy };
}

const mean = (values: Float64Array): number => values.reduce((sum, value) => sum + value, 0) / values.length;
