import { lightOfGate } from '../../gating/strategy/population.ts';
import type { PopulationResult } from '../../statistics/population-result.ts';
import type { LayoutItem } from '../../study/arrangement/layout.ts';
import { formatCount, formatNumber, formatPercent } from '../plot/number-format.ts';
import type { SmallTable } from './draw-table.ts';
import type { Translate } from './messages.ts';

type StatisticsItem = Extract<LayoutItem, { kind: 'statistics' }>;
type Statistic = StatisticsItem['statistics'][number];

interface Column {
  readonly head: string;
  readonly cell: (population: PopulationResult) => string;
}

/**
 * The populations that an item names, in the order of the strategy, with their lights. What a red gate or a parent of too few events
 * withholds stands as a dash.
 */
export function statisticsTable(
  item: Pick<StatisticsItem, 'populations' | 'statistics'>,
  populations: readonly PopulationResult[],
  minimumEvents: number,
  t: Translate,
): SmallTable {
  const wanted = new Set(item.populations);
  const shown = wanted.size === 0 ? populations : populations.filter(({ path }) => wanted.has(path));
  const least = Math.min(...shown.map(({ depth }) => depth));
  const columns = item.statistics.flatMap((statistic) => columnsOf(statistic, shown, populations, minimumEvents, t));
  return {
    heads: [t('population'), ...columns.map(({ head }) => head)],
    rows: shown.map((population) => {
      const light = population.gate && lightOfGate(population.gate);
      return {
        name: population.path === '' ? t('allEvents') : population.name,
        depth: population.depth - least,
        ...(light === undefined ? {} : { light }),
        numbers: columns.map(({ cell }) => cell(population)),
      };
    }),
  };
}

function columnsOf(
  statistic: Statistic,
  shown: readonly PopulationResult[],
  all: readonly PopulationResult[],
  minimumEvents: number,
  t: Translate,
): readonly Column[] {
  if (statistic === 'count') return [{ head: t('count'), cell: ({ count }) => formatCount(count) }];
  if (statistic === 'percent-of-total') return [{ head: t('percentOfTotal'), cell: ({ percentOfTotal }) => formatPercent(percentOfTotal) }];
  if (statistic === 'percent-of-parent') {
    const counts = new Map(all.map(({ path, count }) => [path, count]));
    const isHeld = ({ path, gate }: PopulationResult) =>
      path === '' || (gate && lightOfGate(gate)) === 'red' || (counts.get(parentOf(path)) ?? 0) < minimumEvents;
    return [
      { head: t('percentOfParent'), cell: (population) => formatPercent(isHeld(population) ? undefined : population.percentOfParent) },
    ];
  }
  const channels = [...new Set(shown.flatMap(({ medians }) => Object.keys(medians)))];
  return channels.map((channel) => ({ head: channel, cell: ({ medians }) => formatNumber(medians[channel] ?? Number.NaN) }));
}

const parentOf = (path: string): string => path.slice(0, Math.max(0, path.lastIndexOf('/')));
