import { useMemo } from 'react';
import { useApp, useWindow } from '../context/use-app.ts';
import { ArchiveView } from '../features/archive/archive-view.tsx';
import { CultureView } from '../features/culture/culture-view.tsx';
import { AncestryStrip } from '../features/plots/ancestry-strip.tsx';
import { PlotGrid } from '../features/plots/plot-grid.tsx';
import { parentCount } from '../features/populations/population-rows.ts';
import { QualityView } from '../features/quality/quality-view.tsx';
import { CompositionChart } from '../features/trends/composition-chart.tsx';
import { TrendsView } from '../features/trends/trends-view.tsx';
import { useMessages } from '../messages/language.ts';
import { isUncounted, livePopulations } from '../store/live-populations.ts';
import { listedResults, selectedResult, sessionResults } from '../store/selectors.ts';
import type { CentreName } from '../store/state.ts';
import { setView } from '../store/store.ts';
import { Choice, type Option } from '../ui/choice.tsx';
import { Select } from '../ui/select.tsx';
import { runCommand } from './commands.ts';
import { EmptyState } from './empty-state.tsx';
import { messages } from './messages.ts';
import { Notices } from './notices.tsx';
import { RefusedState } from './refused-state.tsx';

export function Centre() {
  const app = useApp();
  const centre = useWindow(({ view }) => view.centre);
  const dropping = useWindow(({ view }) => view.dropping);
  const isEmpty = useWindow((state) => listedResults(state).length === 0);
  const refused = useWindow((state) => {
    const result = selectedResult(state);
    return result?.phase === 'failed' ? result : undefined;
  });
  return (
    <main className="centre">
      <Notices />
      {centre === 'archive' ? (
        <ArchiveView />
      ) : isEmpty ? (
        <EmptyState
          onOpenFiles={() => void runCommand(app, 'file.open-samples')}
          onOpenSamples={() => void runCommand(app, 'file.open-simulated')}
          onOpenArchive={() => void runCommand(app, 'view.archive')}
          dropping={dropping}
        />
      ) : (
        <>
          <CentreHead />
          {centre === 'plots' && (refused?.problem ? <RefusedState name={refused.name} problem={refused.problem} /> : <PlotGrid />)}
          {centre === 'composition' && <Comparison />}
          {centre === 'culture' && <CultureView />}
          {centre === 'quality' && <QualityView />}
          {centre === 'trends' && <TrendsView />}
        </>
      )}
    </main>
  );
}

function CentreHead() {
  const app = useApp();
  const t = useMessages(messages);
  const centre = useWindow(({ view }) => view.centre);
  const sample = useWindow((state) => selectedResult(state)?.name);
  const path = useWindow(({ view }) => view.population);
  const population = useWindow((state) => livePopulations(state).find((known) => known.path === state.view.population));
  const uncounted = useWindow(isUncounted);
  const isFew = useWindow((state) => {
    const total = parentCount(livePopulations(state), state.view.population);
    return total !== undefined && total < state.session.history.present.protocol.statistics.minimumEvents;
  });
  const tabs: readonly Option<CentreName>[] = [
    { id: 'plots', label: t('plotsTab'), testId: 'centre-plots' },
    { id: 'composition', label: t('compositionTab'), testId: 'centre-composition' },
    { id: 'culture', label: t('cultureTab'), testId: 'centre-culture' },
    { id: 'quality', label: t('qualityTab'), testId: 'centre-quality' },
    { id: 'trends', label: t('trendsTab'), testId: 'centre-trends' },
    { id: 'archive', label: t('archive'), testId: 'centre-archive' },
  ];
  const go = (chosen: CentreName) => (chosen === 'archive' ? void runCommand(app, 'view.archive') : setView(app.store, { centre: chosen }));
  return (
    <div className="centre-head">
      <AncestryStrip
        sample={sample}
        onPreviousSample={() => void runCommand(app, 'view.previous-sample')}
        onNextSample={() => void runCommand(app, 'view.next-sample')}
        path={path}
        count={uncounted ? undefined : population?.count}
        percentOfParent={isFew ? undefined : population?.percentOfParent}
        onGo={(population) => setView(app.store, { population })}
      />
      <div className="centre-tabs">
        <Choice label={t('centreTabs')} value={centre} options={tabs} onChange={go} />
      </div>
      <div className="centre-tabs-narrow">
        <Select
          label={t('centreTabs')}
          value={centre}
          options={tabs.map(({ id, label }) => ({ id, label }))}
          onChange={go}
          testId="centre-tabs"
        />
      </div>
    </div>
  );
}

/** The composition of all samples of the session side by side. */
function Comparison() {
  const app = useApp();
  const known = useWindow(sessionResults);
  const selected = useWindow(({ view }) => view.selected);
  const theme = useWindow(({ view }) => view.theme);
  const samples = useMemo(
    () => known.map(({ key, name, analysis }) => ({ id: key, name, composition: analysis?.value.composition })),
    [known],
  );
  const select = useMemo(() => (id: string) => setView(app.store, { selected: id }), [app]);
  return (
    <div className="centre-chart">
      <CompositionChart samples={samples} selected={selected} onSelect={select} theme={theme} />
    </div>
  );
}
