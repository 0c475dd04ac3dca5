import type { PopulationResult } from '../analysis.ts';
import type { CancelSignal } from '../cancel-signal.ts';
import type { SampleColumns } from '../events/sample-columns.ts';
import type { Population } from '../gating/gate-sample.ts';
import type { ScaledChannel } from '../gating/used-channels.ts';
import { channelMedians } from './channel-medians.ts';
import { countingInterval, type IntervalOptions } from './interval.ts';
import { labelEvents } from './label-events.ts';

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
  signal?: CancelSignal,
): readonly PopulationResult[] {
  const total = populations[0]?.count ?? 0;
  const medians = measureMedians(populations, channels, columns, options, signal);
  return populations.map((population) => {
    const { path, name, role, depth, count, parent, placed } = population;
    const of = parent?.count ?? count;
    return {
      path,
      name,
      ...(role === undefined ? {} : { role }),
      depth,
      count,
      percentOfParent: percent(count, of),
      percentOfTotal: percent(count, total),
      interval: countingInterval(count, of, options.interval),
      medians: Object.fromEntries(channels.map((channel) => [channel.used.id, medians.get(channel)?.get(population)])),
      ...(placed === undefined ? {} : { gate: placed }),
    };
  });
}

/** All medians of a channel come from one pass over it, whatever the number of populations. */
function measureMedians(
  populations: readonly Population[],
  channels: readonly ScaledChannel[],
  columns: SampleColumns,
  { minimumEvents }: MeasureOptions,
  signal: CancelSignal | undefined,
): ReadonlyMap<ScaledChannel, ReadonlyMap<Population, number>> {
  const large = populations.filter(({ count }) => count >= minimumEvents);
  if (large.length === 0 || channels.length === 0) return new Map();
  const eventCount = columns.shards.reduce((sum, shard) => sum + shard.eventCount, 0);
  const groups = labelEvents(
    large.map(({ members }) => members),
    eventCount,
  );
  const sources = channels.map(({ source, index }) => source ?? index);
  const found = groups.map((labels) => channelMedians(sources, labels, columns, signal));
  return new Map(
    channels.map((channel, i) => {
      // what holds no event has no label
      const none = large.map((population): [Population, number] => [population, Number.NaN]);
      const known = found.flatMap((medians) => [...medians[i]!].map(([place, median]): [Population, number] => [large[place]!, median]));
      return [channel, new Map([...none, ...known])];
    }),
  );
}

const percent = (count: number, of: number): number | undefined => (of === 0 ? undefined : (100 * count) / of);
