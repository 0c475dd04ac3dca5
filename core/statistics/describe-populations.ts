import { normalQuantile } from '../base/math/normal.ts';
import type { Population } from '../gating/strategy/population.ts';
import { frequencyOf } from './frequency.ts';
import type { IntervalOptions } from './interval.ts';
import { correlation, pairStatistics } from './pair-statistics.ts';
import type { DescribedSample } from './population-values.ts';
import { gatherValues, sortedValues } from './population-values.ts';
import type { StatisticRequest } from './request.ts';
import { type Estimate, valueStatistics } from './value-statistics.ts';

/** One number of one population, with everything that it rests on. */
export interface StatisticResult extends Estimate {
  readonly request: StatisticRequest;
  /** Population, by path. */
  readonly population: string;
  /** Values that it is of. */
  readonly n: number;
  /** Why there is no value. */
  readonly reason?: 'few-events' | 'channel-absent' | 'population-absent' | 'undefined';
}

export interface DescribeOptions {
  readonly interval: IntervalOptions;
  /** Below this number of values a statistic of values is not given. */
  readonly minimumEvents: number;
}

/** Every statistic that was asked for, of every population that it was asked of. */
export function describePopulations(
  requests: readonly StatisticRequest[],
  sample: DescribedSample,
  options: DescribeOptions,
): readonly StatisticResult[] {
  return requests.flatMap((request) =>
    sample.populations
      .filter(({ path }) => request.populations === undefined || request.populations.includes(path))
      .map((population) => describeOne(request, population, sample, options)),
  );
}

function describeOne(
  request: StatisticRequest,
  population: Population,
  sample: DescribedSample,
  options: DescribeOptions,
): StatisticResult {
  const head = { request, population: population.path };
  const none = (reason: NonNullable<StatisticResult['reason']>, n = population.count): StatisticResult => ({
    ...head,
    value: undefined,
    n,
    reason,
  });
  const z = normalQuantile(1 - (1 - options.interval.confidence) / 2);
  const given = (estimate: Estimate, n: number): StatisticResult => ({
    ...head,
    ...estimate,
    n,
    ...(estimate.value === undefined ? { reason: 'undefined' as const } : {}),
  });

  if (request.of === 'frequency') {
    const found = frequencyOf(population, request.denominator, sample.populations, options.interval, z);
    if (found === undefined) return none('population-absent');
    return given({ value: found.percent, ...(found.interval === undefined ? {} : { interval: found.interval }) }, found.denominator.count);
  }
  if (request.of === 'correlation') {
    const [x, y] = request.channels.map(sample.channel);
    if (x === undefined || y === undefined) return none('channel-absent');
    const [xs, ys] = pairedFinite(gatherValues(sample, x, request.space, population), gatherValues(sample, y, request.space, population));
    return xs.length < Math.max(2, options.minimumEvents) ? none('few-events', xs.length) : given(correlation(xs, ys, z), xs.length);
  }
  const channel = sample.channel(request.channel);
  if (channel === undefined) return none('channel-absent');
  const sorted = sortedValues(sample, channel, request.space, population);
  if (sorted.length < Math.max(1, options.minimumEvents)) return none('few-events', sorted.length);
  if (request.of === 'values') {
    const input = { sorted, percentile: request.percentile ?? 50, confidence: options.interval.confidence };
    return given(valueStatistics[request.statistic](input), sorted.length);
  }
  const against = sample.populations.find(({ path }) => path === request.against);
  if (against === undefined) return none('population-absent');
  const other = sortedValues(sample, channel, request.space, against);
  if (other.length < Math.max(1, options.minimumEvents)) return none('few-events', other.length);
  return given(pairStatistics[request.statistic](sorted, other), sorted.length);
}

/** Events that have both values. */
function pairedFinite(xs: Float64Array, ys: Float64Array): readonly [Float64Array, Float64Array] {
  const keeps = (_: number, i: number) => Number.isFinite(xs[i]!) && Number.isFinite(ys[i]!);
  return [xs.filter(keeps), ys.filter(keeps)];
}
