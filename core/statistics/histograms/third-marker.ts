import { has } from '../../data/events/bitmask.ts';
import type { SampleColumns } from '../../data/events/sample-columns.ts';
import type { Population } from '../../gating/strategy/population.ts';
import { BINS, binOf, type PlotAxis, type PlotChannel } from './plot-data.ts';

/** The sum of a third channel's positions over the events of each bin of a plot, row by row from the bottom, and how many events have one. */
export interface ThirdSums {
  readonly sums: Float64Array;
  readonly counts: Uint32Array;
}

/** Positions beyond the third axis count as its ends, so that no far event colours a bin alone. */
export function thirdSums(
  population: Population,
  channels: readonly [x: PlotChannel, y: PlotChannel, third: PlotChannel],
  columns: SampleColumns,
  [xAxis, yAxis, third]: readonly [PlotAxis, PlotAxis, PlotAxis],
): ThirdSums {
  const [xs, ys, zs] = columns.together(channels.map(({ source, index, scale }) => ({ of: source ?? index, scale })));
  const sums = new Float64Array(BINS * BINS);
  const counts = new Uint32Array(BINS * BINS);
  columns.shards.forEach(({ firstEvent, eventCount }, i) => {
    const [xPart, yPart, zPart] = [xs![i]!, ys![i]!, zs![i]!];
    for (let event = 0; event < eventCount; event++) {
      if (!has(population.members, firstEvent + event)) continue;
      const value = zPart[event]!;
      const [column, row] = [binOf(xPart[event]!, xAxis), binOf(yPart[event]!, yAxis)];
      if (column < 0 || row < 0 || Number.isNaN(value)) continue;
      sums[row * BINS + column]! += Math.min(third.max, Math.max(third.min, value));
      counts[row * BINS + column]! += 1;
    }
  });
  return { sums, counts };
}
