import type { AppContext, Commands } from '../../context/app-context.ts';
import { liked } from '../../store/preferences.ts';
import { settledResults } from '../../store/selectors.ts';
import { exportTable } from './actions.ts';
import { tableOfSamples } from './choice.ts';
import { minimumOf, tableRows } from './rows.ts';

/** The page's table of all samples, with the columns that were chosen on it, in the order of the session. */
function exportAll(app: AppContext): Promise<void> {
  const state = app.store.getState();
  const settled = new Set((settledResults(state) ?? []).map(({ key }) => key));
  const analyses = tableRows(state).flatMap(({ key, analysis }) => (settled.has(key) ? [analysis] : []));
  const { columns } = tableOfSamples(analyses, state.session.arrangement.statistics, minimumOf, liked(state, 'statistics'));
  return exportTable(app, columns, analyses);
}

export const statisticsCommands = {
  'file.export-table': {
    perform: exportAll,
    when: (state) => state.view.work === undefined && (settledResults(state)?.length ?? 0) > 0,
  },
} as const satisfies Partial<Commands>;
