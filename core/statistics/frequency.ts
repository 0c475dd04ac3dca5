import { and, count } from '../data/events/bitmask.ts';
import type { Population } from '../gating/strategy/population.ts';
import { countingInterval, type Interval, type IntervalOptions } from './interval.ts';

/** What a population is a percentage of: an ancestor by how far up it stands (1 the parent), all events, or any population by its path. */
export type Denominator = { readonly ancestor: number } | 'total' | { readonly population: string };

export interface Frequency {
  readonly count: number;
  readonly denominator: { readonly path: string; readonly count: number };
  /** Undefined where the denominator holds no event. */
  readonly percent: number | undefined;
  /** Of counting alone. For a population that does not lie inside the denominator, an interval of the ratio of two counts. */
  readonly interval: Pick<Interval, 'low' | 'high'> | undefined;
  /** Whether every event of the population is in the denominator: else the number is a ratio and may pass 100. */
  readonly isPart: boolean;
}

/** The percentage of a population in a denominator; undefined where there is no such denominator. */
export function frequencyOf(
  population: Population,
  denominator: Denominator,
  populations: readonly Population[],
  options: IntervalOptions,
  z: number,
): Frequency | undefined {
  const whole = denominatorOf(population, denominator, populations);
  if (whole === undefined) return undefined;
  const isPart = count(and(population.members, whole.members)) === population.count;
  const of = whole.count;
  return {
    count: population.count,
    denominator: { path: whole.path, count: of },
    percent: of === 0 ? undefined : (100 * population.count) / of,
    interval: isPart ? countingInterval(population.count, of, options) : ratioInterval(population.count, of, z),
    isPart,
  };
}

function denominatorOf(population: Population, denominator: Denominator, populations: readonly Population[]): Population | undefined {
  if (denominator === 'total') return populations[0];
  if ('population' in denominator) return populations.find(({ path }) => path === denominator.population);
  let at: Population | undefined = population;
  for (let up = 0; up < denominator.ancestor; up++) at = at?.parent;
  return at;
}

/** Of two counts that share no events: the logarithm of their ratio is near normal. In percent. */
function ratioInterval(a: number, b: number, z: number): Pick<Interval, 'low' | 'high'> | undefined {
  if (a === 0 || b === 0) return undefined;
  const reach = Math.exp(z * Math.sqrt(1 / a + 1 / b));
  return { low: (100 * a) / b / reach, high: ((100 * a) / b) * reach };
}
