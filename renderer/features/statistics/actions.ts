import { guarded } from '../../../core/base/tables/guard.ts';
import { numberText, tableFormOf } from '../../../core/base/tables/write-table.ts';
import type { GridColumn } from '../../../core/exchange/tables/statistics-grid.ts';
import { statisticsRows } from '../../../core/exchange/tables/statistics-rows.ts';
import type { StatisticsChoice } from '../../../core/study/arrangement/statistics-choice.ts';
import type { SampleAnalysis } from '../../../core/study/sample/sample-analysis.ts';
import { type AppContext, ask, attempt } from '../../context/app-context.ts';
import { translator } from '../../messages/language.ts';
import { setArrangement } from '../../store/arrangement.ts';
import { setView } from '../../store/store.ts';
import { messages } from './messages.ts';

export const setChoice = ({ store }: AppContext, statistics: StatisticsChoice): void => setArrangement(store, { statistics });

/** For a spreadsheet: tabs between cells, numbers to four digits as the machine's locale writes them, without separators of thousands. */
export async function copyTable(app: AppContext, columns: readonly GridColumn[], analyses: readonly SampleAnalysis[]): Promise<void> {
  const { language } = app.store.getState().view;
  const { columns: heads, rows } = statisticsRows(columns, analyses, language);
  const form = tableFormOf(navigator.language);
  const line = (cells: readonly (string | number | undefined)[]) =>
    cells
      .slice(0, columns.length)
      .map((cell) => (typeof cell === 'number' ? numberText(cell, form) : guarded((cell ?? '').replace(/\s+/g, ' '))))
      .join('\t');
  await navigator.clipboard.writeText([heads.map(({ name }) => name), ...rows].map(line).join('\r\n'));
  setView(app.store, { message: translator(messages, language)('statisticsCopied') });
}

/** Written where a dialog points, as CSV, XLSX or Parquet by the name of the file. */
export async function exportTable(app: AppContext, columns: readonly GridColumn[], analyses: readonly SampleAnalysis[]): Promise<void> {
  const { language } = app.store.getState().view;
  const { columns: heads, rows } = statisticsRows(columns, analyses, language);
  const written = await attempt(app, () => ask(app.bridge.saveTable('statistics.xlsx', heads, rows)));
  if (written) setView(app.store, { message: translator(messages, language)('written', { file: written.name }) });
}
