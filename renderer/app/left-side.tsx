import { useMemo } from 'react';
import { useApp, useWindow } from '../context/use-app.ts';
import { renameAt } from '../features/populations/actions.ts';
import { PopulationTree } from '../features/populations/population-tree.tsx';
import { SamplesPanel } from '../features/samples/samples-panel.tsx';
import { useMessages } from '../messages/language.ts';
import { overriddenPaths } from '../store/document.ts';
import { livePopulations } from '../store/live-populations.ts';
import { sampleRows, shownAnalysis } from '../store/selectors.ts';
import { setView } from '../store/store.ts';
import { SplitPanel } from '../ui/split-panel.tsx';
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
      label={t('leftSide')}
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
  return (
    <SamplesPanel
      samples={rows}
      selected={selected}
      onSelect={(id) => setView(app.store, { selected: id, draft: undefined })}
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
  const { population, renaming } = useWindow(({ view }) => ({ population: view.population, renaming: view.renaming }));
  const minimum = useWindow(({ session }) => session.history.present.protocol.statistics.minimumEvents);
  const overridden = useWindow(overriddenPaths);
  const populations = useWindow(livePopulations);
  if (analysis === undefined) return null;
  return (
    <div className="left-populations panel-line">
      <PopulationTree
        populations={populations}
        selected={population}
        onSelect={(path) => setView(app.store, { population: path, renaming: false, tab: 'gate' })}
        renaming={renaming}
        onRenamed={(name) => {
          setView(app.store, { renaming: false });
          if (name !== undefined) renameAt(app, population, name);
        }}
        overridden={overridden}
        minimumEvents={minimum}
      />
    </div>
  );
}
