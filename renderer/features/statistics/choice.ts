import {
  type GridColumn,
  type GridStatistic,
  sampleColumns,
  statisticsColumns,
  statisticsOf,
} from '../../../core/exchange/tables/statistics-grid.ts';
import type { StatisticsChoice } from '../../../core/study/arrangement/statistics-choice.ts';
import type { SampleAnalysis } from '../../../core/study/sample/sample-analysis.ts';

/** What a table can show of these samples, and what it does show. */
export interface TableOfSamples {
  /** Of any of the samples, in the order of their strategies. */
  readonly populations: readonly { readonly path: string; readonly name: string; readonly depth: number }[];
  readonly statistics: readonly GridStatistic[];
  readonly choice: StatisticsChoice;
  readonly columns: readonly GridColumn[];
}

/** Without a choice: the parts of the composition, or all populations where there are none, by the usual statistics. */
export function tableOfSamples(
  analyses: readonly SampleAnalysis[],
  chosen: StatisticsChoice | undefined,
  minimumOf: (analysis: SampleAnalysis) => number,
  usualStatistics: readonly string[] = ['percent-of-parent', 'count'],
): TableOfSamples {
  const known = new Map<string, TableOfSamples['populations'][number]>();
  const roles = new Set<string>();
  for (const { populations } of analyses)
    for (const { path, name, depth, role } of populations) {
      if (!known.has(path)) known.set(path, { path, name, depth });
      if (role !== undefined) roles.add(path);
    }
  const populations = [...known.values()];
  const statistics = statisticsOf(analyses);
  const usual = roles.size > 0 ? [...roles] : populations.map(({ path }) => path);
  const choice = chosen ?? { populations: usual.slice(0, MOST_AT_FIRST), statistics: [...usualStatistics] };
  // what is the same of all samples, or known of none, takes no room
  const told = sampleColumns.filter(
    ({ id, cell }) => id === 'file' || id === 'call' || new Set(analyses.map((one) => cell(one).value)).size > 1,
  );
  const shown = statistics.filter(({ id }) => choice.statistics.includes(id));
  return { populations, statistics, choice, columns: [...told, ...statisticsColumns(choice.populations, shown, minimumOf)] };
}

const MOST_AT_FIRST = 12;
