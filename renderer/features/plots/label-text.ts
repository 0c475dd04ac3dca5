import { formatCount, formatPercent } from '../../../core/show/plot/number-format.ts';
import type { LabelStatistic } from '../../../core/study/arrangement/looks.ts';
import type { LivePopulation } from '../../store/live-populations.ts';

/** What a label says below the name of its population. */
export function labelText(
  population: LivePopulation | undefined,
  statistics: readonly LabelStatistic[],
  ofTotal: string,
): string | undefined {
  if (population === undefined) return undefined;
  const about = population.standing === 'about' ? '~' : '';
  const percent = (value: number | undefined): string =>
    value === undefined ? formatPercent(undefined) : `${about}${formatPercent(value)}%`;
  const texts = {
    percentOfParent: () => percent(population.percentOfParent),
    percentOfTotal: () => `${percent(population.percentOfTotal)} ${ofTotal}`,
    count: () => `${about}${formatCount(population.count)}`,
  } as const satisfies { readonly [S in LabelStatistic]: () => string };
  return statistics.map((statistic) => texts[statistic]()).join(' · ');
}
