import type { CancelSignal } from '../base/cancel-signal.ts';
import type { ColumnSource } from '../data/events/column-source.ts';
import type { SampleColumns } from '../data/events/sample-columns.ts';
import type { Population } from '../gating/strategy/population.ts';
import type { ScaledChannel } from '../gating/strategy/used-channels.ts';
import { type ChannelMedians, channelMedians } from './channel-medians.ts';
import { countingInterval, type IntervalOptions } from './interval.ts';
import { type EventLabels, labelEvents } from './label-events.ts';
import type { PopulationResult } from './population-result.ts';

export interface MeasureOptions {
  readonly interval: IntervalOptions;
  readonly minimumEvents: number;
}

/** Counts, percentages with their counting interval, and medians of linear (compensated) values of each population. */
export function measurePopulations(
  populations: readonly Population[],
  channels: readonly ScaledChannel[],
  options: MeasureOptions,
  medians: MedianTable,
): readonly PopulationResult[] {
  const total = populations[0]?.count ?? 0;
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

export type MedianTable = ReadonlyMap<ScaledChannel, ReadonlyMap<Population, number>>;

/** Which medians are wanted, and the table that they make. */
export interface MedianPlan {
  readonly sources: readonly (number | ColumnSource)[];
  readonly groups: readonly EventLabels[];
  /** One for each group. */
  readonly tableOf: (found: readonly ChannelMedians[]) => MedianTable;
}

/** Medians of all populations of enough events in all channels: events are labelled once. */
export function planMedians(
  populations: readonly Population[],
  channels: readonly ScaledChannel[],
  columns: SampleColumns,
  { minimumEvents }: Pick<MeasureOptions, 'minimumEvents'>,
): MedianPlan {
  const large = channels.length === 0 ? [] : populations.filter(({ count }) => count >= minimumEvents);
  const eventCount = columns.shards.reduce((sum, shard) => sum + shard.eventCount, 0);
  const masks = large.map(({ members }) => members);
  return {
    sources: channels.map(({ source, index }) => source ?? index),
    groups: large.length === 0 ? [] : labelEvents(masks, eventCount),
    tableOf: (found) =>
      new Map(
        channels.map((channel, i) => {
          // what holds no event has no label
          const none = large.map((population): [Population, number] => [population, Number.NaN]);
          const known = found.flatMap((medians) =>
            [...medians[i]!].map(([place, median]): [Population, number] => [large[place]!, median]),
          );
          return [channel, new Map([...none, ...known])];
        }),
      ),
  };
}

/** Medians of linear values of all populations of enough events, in one thread. */
export function measureMedians(
  populations: readonly Population[],
  channels: readonly ScaledChannel[],
  columns: SampleColumns,
  options: Pick<MeasureOptions, 'minimumEvents'>,
  signal?: CancelSignal,
): MedianTable {
  const { sources, groups, tableOf } = planMedians(populations, channels, columns, options);
  return tableOf(groups.map((labels) => channelMedians(sources, labels, columns, signal)));
}

const percent = (count: number, of: number): number | undefined => (of === 0 ? undefined : (100 * count) / of);
