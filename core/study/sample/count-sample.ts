import { parseCount, parseReal } from '../../data/fcs/numbers.ts';
import type { GatedSample, Population } from '../../gating/strategy/population.ts';
import type { ScaledChannel } from '../../gating/strategy/used-channels.ts';
import { countAbsolute } from '../../statistics/count-absolute.ts';
import { countGenerations } from '../../statistics/count-generations.ts';
import { describePopulations } from '../../statistics/describe-populations.ts';
import { mediansShared, type SharedWork } from '../../statistics/helper-thread/share-work.ts';
import { type MedianTable, measureMedians, measurePopulations, planMedians } from '../../statistics/measure.ts';
import type { PopulationResult } from '../../statistics/population-result.ts';
import type { Protocol } from '../protocol/protocol.ts';
import type { GateSampleOptions } from './gate-sample.ts';
import { shareSample } from './helper-thread.ts';
import type { PreparedSample } from './prepared-sample.ts';
import type { SampleAnalysis } from './sample-analysis.ts';

type Counts = Pick<SampleAnalysis, 'statistics' | 'absolute' | 'proliferation'> & { readonly populations: readonly PopulationResult[] };

/** Counts, percentages and medians of every population, and what the protocol asks for beyond them, if anything. */
export async function countSample(
  sample: PreparedSample,
  { populations }: GatedSample,
  { statistics: wanted }: Protocol,
  options: GateSampleOptions,
): Promise<Counts> {
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
  const further = countFurther(sample, populations, wanted);
  if (wanted.reported === undefined || wanted.reported.length === 0) return { populations: counted, ...further };
  const described = { populations, columns, channel, uncompensated: (of: ScaledChannel) => columns.linear(uncompensated(of)) };
  return { populations: counted, statistics: describePopulations(wanted.reported, described, wanted), ...further };
}

function countFurther(
  { raw }: PreparedSample,
  populations: readonly Population[],
  { absolute, proliferation = [], interval }: Protocol['statistics'],
): Pick<Counts, 'absolute' | 'proliferation'> {
  const { keywords, eventCount } = raw.dataset;
  const nanolitres = parseReal(keywords.get('$VOL'));
  const sample = {
    populations,
    volume: nanolitres !== undefined && nanolitres > 0 ? nanolitres / 1000 : undefined,
    missingEvents: (populations[0]?.count ?? 0) < Math.max(eventCount, parseCount(keywords.get('$TOT')) ?? 0),
  };
  return {
    ...(absolute === undefined ? {} : { absolute: countAbsolute(absolute, sample, interval.confidence) }),
    ...(proliferation.length === 0 ? {} : { proliferation: proliferation.map((one) => countGenerations(one, populations)) }),
  };
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
