import type { PopulationResult } from '../analysis.ts';
import type { SampleColumns } from '../events/sample-columns.ts';
import type { Population } from '../gating/gate-sample.ts';
import { gather, type ScaledChannel } from '../gating/used-channels.ts';
import { countingInterval, type IntervalOptions } from './interval.ts';
import { medianInPlace } from './median.ts';

export interface MeasureOptions {
  readonly interval: IntervalOptions;
  readonly minimumEvents: number;
}

/** Counts, percentages with their counting interval, and medians of linear (compensated) values of each population. */
export function measurePopulations(
  populations: readonly Population[],
  channels: readonly ScaledChannel[],
  columns: SampleColumns,
  options: MeasureOptions,
): readonly PopulationResult[] {
  const total = populations[0]?.count ?? 0;
  return populations.map((population) => {
    const { path, name, role, depth, count, parent, placed, members } = population;
    const of = parent?.count ?? count;
    const median = ({ index, source }: ScaledChannel) =>
      count < options.minimumEvents ? undefined : medianInPlace(gather(columns, source ?? index, members, count));
    return {
      path,
      name,
      ...(role === undefined ? {} : { role }),
      depth,
      count,
      percentOfParent: percent(count, of),
      percentOfTotal: percent(count, total),
      interval: countingInterval(count, of, options.interval),
      medians: Object.fromEntries(channels.map((channel) => [channel.used.id, median(channel)])),
      ...(placed === undefined ? {} : { gate: placed }),
    };
  });
}

const percent = (count: number, of: number): number | undefined => (of === 0 ? undefined : (100 * count) / of);
