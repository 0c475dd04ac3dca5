import { useMemo } from 'react';
import { useDesk, useWindow } from '../context/use-window.ts';
import { exportReport } from '../features/interchange/export.ts';
import { openPopulation, removeGateAt, renameAt } from '../features/populations/actions.ts';
import { PopulationTree } from '../features/populations/population-tree.tsx';
import { removeSample, revealSample, toggleReference } from '../features/samples/actions.ts';
import type { SampleAction } from '../features/samples/sample-row.ts';
import { SamplesPanel } from '../features/samples/samples-panel.tsx';
import { relinkSample } from '../features/session/actions.ts';
import { useWords } from '../messages/language.ts';
import { overriddenPaths } from '../store/document.ts';
import { isUncounted, livePopulations } from '../store/live-populations.ts';
import { isStale, sampleRows, selectedResult, shownAnalysis, tilesOf } from '../store/selectors.ts';
import { setView } from '../store/store.ts';
import { SplitPanel } from '../ui/split-panel.tsx';
import { runCommand } from './commands.ts';

export function LeftSide() {
  const desk = useDesk();
  const speak = useWords();
  const folded = useWindow(({ view }) => view.folded);
  return (
    <SplitPanel
      side="left"
      folded={folded.left}
      onFold={(left) => setView(desk.store, { folded: { ...folded, left } })}
      label={speak('samples')}
    >
      <div className="left-samples">
        <Samples />
      </div>
      <Populations />
    </SplitPanel>
  );
}

function Samples() {
  const desk = useDesk();
  const rows = useRows();
  const selected = useWindow(({ view }) => view.selected);
  const dropping = useWindow(({ view }) => view.dropping);
  const actions: { readonly [A in SampleAction]: (id: string) => unknown } = {
    'open-plot': (id) => setView(desk.store, { selected: id, centre: 'plots' }),
    'edit-metadata': (id) =>
      setView(desk.store, { selected: id, tab: 'details', folded: { ...desk.store.getState().view.folded, right: false } }),
    'toggle-reference': (id) => toggleReference(desk, id),
    'export-report': (id) => exportReport(desk, id),
    reveal: (id) => revealSample(desk, id),
    relink: (id) => relinkSample(desk, id),
    remove: (id) => removeSample(desk, id),
  };
  return (
    <SamplesPanel
      samples={rows}
      selected={selected}
      onSelect={(id) => setView(desk.store, { selected: id, draft: undefined })}
      onAction={(id, action) => void actions[action](id)}
      onAddFiles={() => void runCommand(desk, 'file.open-samples')}
      dropping={dropping}
    />
  );
}

/** The rows are made anew when a sample or the document changes, not when the view does. */
function useRows() {
  const { store } = useDesk();
  const document = useWindow(({ session }) => session.history.present);
  const samples = useWindow(({ results }) => results.samples);
  // biome-ignore lint/correctness/useExhaustiveDependencies: they are what rows follow from
  return useMemo(() => sampleRows(store.getState()), [store, document, samples]);
}

function Populations() {
  const desk = useDesk();
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
        onSelect={(path) => setView(desk.store, { population: path, tab: 'gate' })}
        onOpen={(path) => openPopulation(desk, path, tilesOf(desk.store.getState()))}
        onRename={(path, name) => renameAt(desk, path, name)}
        onDelete={(path) => removeGateAt(desk, path)}
        overridden={overridden}
        minimumEvents={minimum}
        stale={isMoved ? uncounted : stale}
      />
    </div>
  );
}
