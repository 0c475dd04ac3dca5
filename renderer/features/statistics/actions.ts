import { tableCells } from '../../../core/base/tables/write-table.ts';
import type { GridColumn } from '../../../core/exchange/tables/statistics-grid.ts';
import { statisticsRows } from '../../../core/exchange/tables/statistics-rows.ts';
import type { StatisticsChoice } from '../../../core/study/arrangement/statistics-choice.ts';
import type { SampleAnalysis } from '../../../core/study/sample/sample-analysis.ts';
import { type AppContext, ask, attempt } from '../../context/app-context.ts';
import { translator } from '../../messages/language.ts';
import { setArrangement } from '../../store/arrangement.ts';
import { setView } from '../../store/store.ts';
import { cellText } from './cell-text.ts';
import { messages } from './messages.ts';

export const setChoice = ({ store }: AppContext, statistics: StatisticsChoice): void => setArrangement(store, { statistics });

/** What is shown, for a spreadsheet: tabs between cells. */
export async function copyTable(app: AppContext, columns: readonly GridColumn[], analyses: readonly SampleAnalysis[]): Promise<void> {
  const { language } = app.store.getState().view;
  const head = columns.map(({ title, population }) => [population?.split('/').at(-1), title[language]].filter(Boolean).join(' '));
  const rows = analyses.map((analysis) => columns.map((column) => cellText(column.cell(analysis), language)));
  await navigator.clipboard.writeText([head, ...rows].map(tabbed).join('\r\n'));
  setView(app.store, { message: translator(messages, language)('statisticsCopied') });
}

/** Guarded as a table in a file is: a name that begins like a formula stays a name. */
const tabbed = (cells: readonly string[]): string =>
  cells.map((cell) => tableCells([cell.replace(/\s+/g, ' ')]).replace(/^"|"$/g, '')).join('\t');

/** Written where a dialog points, as CSV, XLSX or Parquet by the name of the file. */
export async function exportTable(app: AppContext, columns: readonly GridColumn[], analyses: readonly SampleAnalysis[]): Promise<void> {
  const { language } = app.store.getState().view;
  const { columns: heads, rows } = statisticsRows(columns, analyses, language);
  const written = await attempt(app, () => ask(app.bridge.saveTable('statistics.xlsx', heads, rows)));
  if (written) setView(app.store, { message: translator(messages, language)('written', { file: written.name }) });
}
