import { forEachEvent } from '../data/events/bitmask.ts';
import type { SampleColumns } from '../data/events/sample-columns.ts';
import type { Population } from '../gating/strategy/population.ts';
import type { ScaledChannel } from '../gating/strategy/used-channels.ts';
import type { StatisticSpace } from './request.ts';

/** Values of a population in one channel, one an event in order; NaN stays. Off-scale events are in, with the value that they have. */
export function gatherValues(sample: DescribedSample, channel: ScaledChannel, space: StatisticSpace, population: Population): Float64Array {
  const parts = partsOf(sample, channel, space);
  const { shards } = sample.columns;
  const values = new Float64Array(population.count);
  let n = 0;
  let part = 0;
  forEachEvent(population.members, (event) => {
    while (event >= shards[part]!.firstEvent + shards[part]!.eventCount) part++;
    values[n++] = parts[part]![event - shards[part]!.firstEvent]!;
  });
  return values;
}

function partsOf({ columns, uncompensated }: DescribedSample, channel: ScaledChannel, space: StatisticSpace): readonly Float64Array[] {
  if (space === 'raw') return uncompensated(channel);
  const of = channel.source ?? channel.index;
  return space === 'scaled' ? columns.scaled(of, channel.scale) : columns.linear(of);
}

/** The same, rising, without NaN. */
export const sortedValues = (...[sample, channel, space, population]: Parameters<typeof gatherValues>): Float64Array =>
  gatherValues(sample, channel, space, population)
    .filter((value) => !Number.isNaN(value))
    .sort();

export interface DescribedSample {
  readonly populations: readonly Population[];
  readonly columns: SampleColumns;
  /** Undefined where the sample lacks it. */
  readonly channel: (id: string) => ScaledChannel | undefined;
  /** Linear values of a channel before compensation. */
  readonly uncompensated: (channel: ScaledChannel) => readonly Float64Array[];
}
