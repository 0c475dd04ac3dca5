import { BINS, type Density, smooth } from '../../../gating/density/density-1d.ts';
import { bandwidthFor, DENSITY_HIGH, DENSITY_LOW } from '../../../gating/density/density-range.ts';
import type { PlotData } from '../../../statistics/histograms/plot-data.ts';

/** Bins that a density is smoothed over: what peaks and cuts are judged by. */
export const bandwidthBins = ({ total }: Density): number => (bandwidthFor(total) * BINS) / (DENSITY_HIGH - DENSITY_LOW);

/** The events of pictures along their first axis, added up on one scale. */
export function pooledDensity(pictures: readonly PlotData[]): Density {
  const counts = new Float64Array(BINS);
  const width = (DENSITY_HIGH - DENSITY_LOW) / BINS;
  let total = 0;
  for (const { x, bins, density } of pictures)
    for (let bin = 0; bin < bins; bin++) {
      let events = 0;
      for (let row = 0; row < bins; row++) events += density[row * bins + bin]!;
      if (events === 0) continue;
      // a bin of a picture lies in several of the pool
      const step = (x.max - x.min) / bins;
      const [from, to] = [x.min + bin * step, x.min + (bin + 1) * step].map((at) => (at - DENSITY_LOW) / width) as [number, number];
      for (let at = Math.floor(from); at < to; at++) {
        const share = (Math.min(at + 1, to) - Math.max(at, from)) / (to - from);
        counts[Math.max(0, Math.min(BINS - 1, at))]! += events * share;
      }
      total += events;
    }
  return { low: DENSITY_LOW, high: DENSITY_HIGH, counts: smooth(counts, (bandwidthFor(total) / width) * 1), total };
}

/** What lies from a place upwards. */
export function densityFrom({ counts, ...density }: Density, from: number): Density {
  const first = Math.ceil(((from - density.low) / (density.high - density.low)) * BINS);
  const kept = counts.map((count, bin) => (bin < first ? 0 : count));
  return { ...density, counts: kept, total: kept.reduce((sum, count) => sum + count, 0) };
}
