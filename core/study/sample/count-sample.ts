import type { GatedSample } from '../../gating/strategy/population.ts';
import type { ScaledChannel } from '../../gating/strategy/used-channels.ts';
import { describePopulations, type StatisticResult } from '../../statistics/describe-populations.ts';
import { mediansShared, type SharedWork } from '../../statistics/helper-thread/share-work.ts';
import { type MedianTable, measureMedians, measurePopulations, planMedians } from '../../statistics/measure.ts';
import type { PopulationResult } from '../../statistics/population-result.ts';
import type { Protocol } from '../protocol/protocol.ts';
import type { GateSampleOptions } from './gate-sample.ts';
import { shareSample } from './helper-thread.ts';
import type { PreparedSample } from './prepared-sample.ts';

/** Counts, percentages and medians of every population, and the further statistics that the protocol asks for, if any. */
export async function countSample(
  sample: PreparedSample,
  { populations }: GatedSample,
  { statistics: wanted }: Protocol,
  options: GateSampleOptions,
): Promise<{ readonly populations: readonly PopulationResult[]; readonly statistics?: readonly StatisticResult[] }> {
  const { columns } = sample;
  const { signal } = options;
  const channel = (id: string) => {
    signal?.throwIfAborted();
    return sample.channel(id);
  };
  const channels = wanted.medians.flatMap((id) => channel(id) ?? []);
  const work = shareSample(sample, options);
  const medians =
    work === undefined
      ? measureMedians(populations, channels, columns, wanted, signal)
      : await measureMediansShared(populations, channels, wanted, work);
  const counted = measurePopulations(populations, channels, wanted, medians);
  if (wanted.reported === undefined || wanted.reported.length === 0) return { populations: counted };
  const described = { populations, columns, channel, uncompensated: (of: ScaledChannel) => columns.linear(uncompensated(of)) };
  return { populations: counted, statistics: describePopulations(wanted.reported, described, wanted) };
}

async function measureMediansShared(
  populations: GatedSample['populations'],
  channels: readonly ScaledChannel[],
  options: Protocol['statistics'],
  work: SharedWork,
): Promise<MedianTable> {
  const { sources, groups, tableOf } = planMedians(populations, channels, work.columns, options);
  const found = [];
  for (const labels of groups) found.push(await mediansShared(sources, labels, work));
  return tableOf(found);
}

const uncompensated = ({ index }: ScaledChannel) => ({ kind: 'channel', channel: index, factor: 1 }) as const;
