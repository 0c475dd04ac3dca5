import './statistics.css';
import { useMemo, useState } from 'react';
import { useApp, useWindow } from '../../context/use-app.ts';
import { useLanguage, useMessages } from '../../messages/language.ts';
import { liked } from '../../store/preferences.ts';
import { isStale, sessionResults, settledResults } from '../../store/selectors.ts';
import { Button } from '../../ui/button.tsx';
import { classes } from '../../ui/classes.ts';
import { SearchField } from '../../ui/search-field.tsx';
import { copyTable, exportTable, setChoice } from './actions.ts';
import { tableOfSamples } from './choice.ts';
import { ColumnChooser } from './column-chooser.tsx';
import { messages } from './messages.ts';
import { minimumOf, type TableRow, tableRows } from './rows.ts';
import { SampleTable } from './sample-table.tsx';

/** All samples of the session by populations and statistics. */
export function StatisticsView() {
  const app = useApp();
  const t = useMessages(messages);
  const language = useLanguage();
  const { store } = app;
  const document = useWindow(({ session }) => session.history.present);
  const samples = useWindow(({ results }) => results.samples);
  const group = useWindow(({ view }) => view.group);
  const chosen = useWindow(({ session }) => session.arrangement.statistics);
  const usual = useWindow((state) => liked(state, 'statistics'));
  const stale = useWindow((state) => sessionResults(state).flatMap((result) => (isStale(state, result) ? [result.key] : [])));
  const isSettled = useWindow((state) => (settledResults(state)?.length ?? 0) > 0);
  const [filter, setFilter] = useState('');
  const [isChoosing, setChoosing] = useState(false);
  // biome-ignore lint/correctness/useExhaustiveDependencies: they are what rows follow from
  const rows = useMemo(() => tableRows(store.getState()), [store, document, samples, group]);
  const table = useMemo(
    () =>
      tableOfSamples(
        rows.map(({ analysis }) => analysis),
        chosen,
        minimumOf,
        usual,
      ),
    [rows, chosen, usual],
  );
  const shown = useMemo(() => rows.filter(({ analysis }) => matches(analysis.sample, filter)), [rows, filter]);
  const [order, setOrder] = useState<readonly TableRow[]>(shown);
  const inOrder = () => order.map(({ analysis }) => analysis);
  return (
    <div className="statistics" data-testid="statistics-page">
      <div className="statistics-bar">
        <SearchField value={filter} onChange={setFilter} label={t('statisticsFilter')} testId="statistics-filter" />
        <span className="quiet small" data-testid="statistics-shown">
          {t('statisticsShown', { shown: shown.length, all: rows.length })}
        </span>
        <span className="statistics-fill" />
        <Button expanded={isChoosing} onClick={() => setChoosing(!isChoosing)} testId="statistics-choose">
          {t('statisticsChoose')}
        </Button>
        <Button disabled={!isSettled} onClick={() => void copyTable(app, table.columns, inOrder())} testId="statistics-copy">
          {t('statisticsCopy')}
        </Button>
        <Button
          kind="primary"
          disabled={!isSettled}
          onClick={() => void exportTable(app, table.columns, inOrder())}
          testId="statistics-export"
        >
          {t('statisticsExport')}
        </Button>
      </div>
      <div className={classes('statistics-body', isChoosing && 'is-choosing')}>
        <SampleTable
          rows={shown}
          stale={stale}
          columns={table.columns}
          language={language}
          sort={table.choice.sort}
          onSort={(sort) => setChoice(app, { ...table.choice, sort })}
          onOrder={setOrder}
        />
        {isChoosing && <ColumnChooser table={table} onChange={(choice) => setChoice(app, choice)} />}
      </div>
    </div>
  );
}

function matches({ file, metadata, group }: TableRow['analysis']['sample'], filter: string): boolean {
  const words = filter.normalize('NFKC').toLowerCase().split(/\s+/).filter(Boolean);
  const text = [file, metadata.lot, metadata.donor, metadata.role, metadata.culture, metadata.declaredMethod, metadata.run, group]
    .filter((part) => part != null)
    .join(' ')
    .normalize('NFKC')
    .toLowerCase();
  return words.every((word) => text.includes(word));
}
