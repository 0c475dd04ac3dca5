import { has } from '../../data/events/bitmask.ts';
import type { SampleColumns } from '../../data/events/sample-columns.ts';
import type { Population } from '../../gating/strategy/population.ts';
import type { PlotAxis } from './plot-data.ts';
import { axisOf, BINS, binOf, membersIn, type PlotChannel } from './plot-data.ts';

/** Events of a population along one channel. */
export interface HistogramData {
  readonly population: string;
  readonly count: number;
  readonly x: PlotAxis;
  /** Events in each of the equal bins of the axis; those beyond an edge are in its last bin. */
  readonly counts: Uint32Array;
}

/** Counts all events of a population along one channel. */
export function histogramPopulation(
  population: Population,
  x: PlotChannel,
  columns: SampleColumns,
  axis: PlotAxis = axisOf(x, columns),
): HistogramData {
  const parts = columns.scaled(x.source ?? x.index, x.scale);
  const counts = new Uint32Array(BINS);
  const { gateKernels } = columns;
  columns.shards.forEach((shard, i) => {
    const part = parts[i]!;
    if (gateKernels !== undefined) {
      const range = axis.max - axis.min;
      gateKernels.count(
        [part],
        shard.eventCount,
        membersIn(population, shard),
        ({ countLine }, [values], events, words, at) => countLine(values!, events, words, axis.min, range, BINS, at),
        counts,
      );
      return;
    }
    for (let event = 0; event < shard.eventCount; event++) {
      if (!has(population.members, shard.firstEvent + event)) continue;
      const bin = binOf(part[event]!, axis);
      if (bin >= 0) counts[bin]! += 1;
    }
  });
  return { population: population.path, count: population.count, x: axis, counts };
}

/** A Gaussian smoothing for the eye (FlowJo draws its histograms so); the sum stays the same, the edges reflect. `sigma` in bins. */
export function smoothHistogram(counts: Uint32Array, sigma = 2): Float64Array {
  const reach = Math.ceil(sigma * 3);
  const weights = Array.from({ length: 2 * reach + 1 }, (_, i) => Math.exp(-((i - reach) ** 2) / (2 * sigma * sigma)));
  const total = weights.reduce((sum, weight) => sum + weight, 0);
  const last = counts.length - 1;
  const smooth = new Float64Array(counts.length);
  counts.forEach((count, at) => {
    if (count === 0) return;
    weights.forEach((weight, i) => {
      const to = at + i - reach;
      const reflected = to < 0 ? -to - 1 : to > last ? 2 * last - to + 1 : to;
      smooth[Math.min(last, Math.max(0, reflected))]! += (count * weight) / total;
    });
  });
  return smooth;
}
