import { useMemo } from 'react';
import { useApp, useWindow } from '../context/use-app.ts';
import { exportReport } from '../features/interchange/export.ts';
import { openPopulation, removeGateAt, renameAt } from '../features/populations/actions.ts';
import { PopulationTree } from '../features/populations/population-tree.tsx';
import { removeSample, revealSample, toggleReference } from '../features/samples/actions.ts';
import type { SampleAction } from '../features/samples/sample-row.ts';
import { SamplesPanel } from '../features/samples/samples-panel.tsx';
import { relinkSample } from '../features/session/actions.ts';
import { useMessages } from '../messages/language.ts';
import { overriddenPaths } from '../store/document.ts';
import { isUncounted, livePopulations } from '../store/live-populations.ts';
import { isStale, sampleRows, selectedResult, shownAnalysis, tilesOf } from '../store/selectors.ts';
import { setView } from '../store/store.ts';
import { SplitPanel } from '../ui/split-panel.tsx';
import { runCommand } from './commands.ts';
import { messages } from './messages.ts';

export function LeftSide() {
  const app = useApp();
  const t = useMessages(messages);
  const folded = useWindow(({ view }) => view.folded);
  return (
    <SplitPanel
      side="left"
      folded={folded.left}
      onFold={(left) => setView(app.store, { folded: { ...folded, left } })}
      label={t('samples')}
    >
      <div className="left-samples">
        <Samples />
      </div>
      <Populations />
    </SplitPanel>
  );
}

function Samples() {
  const app = useApp();
  const rows = useRows();
  const selected = useWindow(({ view }) => view.selected);
  const dropping = useWindow(({ view }) => view.dropping);
  const actions: { readonly [A in SampleAction]: (id: string) => unknown } = {
    'open-plot': (id) => setView(app.store, { selected: id, centre: 'plots' }),
    'edit-metadata': (id) =>
      setView(app.store, { selected: id, tab: 'details', folded: { ...app.store.getState().view.folded, right: false } }),
    'toggle-reference': (id) => toggleReference(app, id),
    'export-report': (id) => exportReport(app, id),
    reveal: (id) => revealSample(app, id),
    relink: (id) => relinkSample(app, id),
    remove: (id) => removeSample(app, id),
  };
  return (
    <SamplesPanel
      samples={rows}
      selected={selected}
      onSelect={(id) => setView(app.store, { selected: id, draft: undefined })}
      onAction={(id, action) => void actions[action](id)}
      onAddFiles={() => void runCommand(app, 'file.open-samples')}
      dropping={dropping}
    />
  );
}

/** The rows are made anew when a sample or the document changes, not when the view does. */
function useRows() {
  const { store } = useApp();
  const document = useWindow(({ session }) => session.history.present);
  const samples = useWindow(({ results }) => results.samples);
  // biome-ignore lint/correctness/useExhaustiveDependencies: they are what rows follow from
  return useMemo(() => sampleRows(store.getState()), [store, document, samples]);
}

function Populations() {
  const app = useApp();
  const analysis = useWindow(shownAnalysis);
  const population = useWindow(({ view }) => view.population);
  const stale = useWindow((state) => isStale(state, selectedResult(state)));
  const minimum = useWindow(({ session }) => session.history.present.protocol.statistics.minimumEvents);
  const overridden = useWindow(overriddenPaths);
  const uncounted = useWindow(isUncounted);
  const isMoved = useWindow(({ view }) => view.draft?.id !== undefined);
  const populations = useWindow(livePopulations);
  if (analysis === undefined) return null;
  return (
    <div className="left-populations panel-line">
      <PopulationTree
        populations={populations}
        selected={population}
        onSelect={(path) => setView(app.store, { population: path, tab: 'gate' })}
        onOpen={(path) => openPopulation(app, path, tilesOf(app.store.getState()))}
        onRename={(path, name) => renameAt(app, path, name)}
        onDelete={(path) => removeGateAt(app, path)}
        overridden={overridden}
        minimumEvents={minimum}
        stale={isMoved ? uncounted : stale}
      />
    </div>
  );
}
