import { type RefObject, useEffect, useMemo } from 'react';
import { Group, Panel, type PanelImperativeHandle, usePanelRef } from 'react-resizable-panels';
import type { PopulationResult } from '../../core/statistics/population-result.ts';
import { lookOf } from '../../core/study/arrangement/looks.ts';
import { useApp, useWindow } from '../context/use-app.ts';
import { renameAt } from '../features/populations/actions.ts';
import { giveToSamples } from '../features/populations/clipboard.ts';
import { choose, chosenBeside } from '../features/populations/combine.ts';
import { populationColour } from '../features/populations/population-rows.ts';
import { PopulationTree } from '../features/populations/population-tree.tsx';
import { SamplesPanel } from '../features/samples/samples-panel.tsx';
import { useMessages } from '../messages/language.ts';
import { foldSide, isFolded, setPanels } from '../store/arrangement.ts';
import { groupedPaths, overriddenPaths, shownGroup, shownProtocol } from '../store/document.ts';
import { livePopulations } from '../store/live-populations.ts';
import { sampleRows, shownAnalysis } from '../store/selectors.ts';
import { setView } from '../store/store.ts';
import { PanelEdge, SplitPanel } from '../ui/split-panel.tsx';
import { messages } from './messages.ts';

/** Their share of the left side before anybody moved the edge, percent. */
const SAMPLES = 38;

export function LeftSide({ panel }: { readonly panel: RefObject<PanelImperativeHandle | null> }) {
  const app = useApp();
  const t = useMessages(messages);
  const folded = useWindow((state) => isFolded(state, 'left'));
  const panels = useWindow(({ session }) => session.arrangement.panels);
  const hasPopulations = useWindow((state) => shownAnalysis(state) !== undefined);
  const samples = usePanelRef();
  const share = panels?.samples ?? SAMPLES;
  useEffect(() => {
    const { current } = samples;
    if (hasPopulations && current !== null && Math.abs(current.getSize().asPercentage - share) > 1) current.resize(`${share}%`);
  }, [samples, share, hasPopulations]);
  return (
    <SplitPanel
      side="left"
      panel={panel}
      width={panels?.left?.width ?? 260}
      least={180}
      folded={folded}
      onFold={(fold) => foldSide(app.store, 'left', fold)}
      label={t('leftSide')}
    >
      <Group
        orientation="vertical"
        onLayoutChanged={(_layout, { isUserInteraction }) => {
          const size = samples.current?.getSize().asPercentage;
          if (isUserInteraction && size !== undefined) setPanels(app.store, { samples: Math.round(size * 10) / 10 });
        }}
      >
        <Panel
          id="samples-part"
          className="left-part"
          style={{ overflow: 'hidden' }}
          panelRef={samples}
          defaultSize={hasPopulations ? `${share}%` : '100%'}
          minSize={96}
        >
          <Samples />
        </Panel>
        {hasPopulations && <PanelEdge label={t('samplesEdge')} testId="edge-samples" />}
        {hasPopulations && (
          <Panel id="populations-part" className="left-part" style={{ overflow: 'hidden' }} minSize={120}>
            <Populations />
          </Panel>
        )}
      </Group>
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
      onGate={(id, path, taken) => giveToSamples(app, path, [id], taken)}
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
  const chosen = useWindow(chosenBeside);
  const looks = useWindow(({ session }) => session.arrangement.looks);
  const colourOf = (of: PopulationResult) => lookOf(looks, of.gate?.id, of.gate?.part ?? 0)?.colour ?? populationColour(of);
  const minimum = useWindow((state) => shownProtocol(state).statistics.minimumEvents);
  const overridden = useWindow(overriddenPaths);
  const grouped = useWindow(groupedPaths);
  const group = useWindow((state) => shownGroup(state)?.name);
  const populations = useWindow(livePopulations);
  if (analysis === undefined) return null;
  return (
    <PopulationTree
      populations={populations}
      selected={population}
      onSelect={(path) => setView(app.store, { population: path, renaming: false, tab: 'gate' })}
      colourOf={colourOf}
      chosen={chosen}
      onChoose={(path) => choose(app, path)}
      renaming={renaming}
      onRenamed={(name) => {
        setView(app.store, { renaming: false });
        if (name !== undefined) renameAt(app, population, name);
      }}
      overridden={overridden}
      grouped={grouped}
      group={group}
      minimumEvents={minimum}
    />
  );
}
