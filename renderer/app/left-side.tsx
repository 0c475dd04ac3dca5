import { type RefObject, useEffect, useMemo } from 'react';
import { Group, Panel, type PanelImperativeHandle, usePanelRef } from 'react-resizable-panels';
import type { PopulationResult } from '../../core/statistics/population-result.ts';
import { lookOf } from '../../core/study/arrangement/looks.ts';
import { membersOf } from '../../core/study/session/document/group-members.ts';
import type { SessionDocument } from '../../core/study/session/document/session-document.ts';
import { useApp, useWindow } from '../context/use-app.ts';
import { moveGroup, putIntoGroup } from '../features/groups/actions.ts';
import { GroupsPanel } from '../features/groups/groups-panel.tsx';
import { renameAt } from '../features/populations/actions.ts';
import { giveToAll, giveToGroup, giveToSamples } from '../features/populations/clipboard.ts';
import { choose, chosenBeside } from '../features/populations/combine.ts';
import { populationColour } from '../features/populations/population-rows.ts';
import { PopulationTree } from '../features/populations/population-tree.tsx';
import { SamplesPanel } from '../features/samples/samples-panel.tsx';
import { useMessages } from '../messages/language.ts';
import { foldSide, isFolded, setPanels } from '../store/arrangement.ts';
import { groupColour, groupedPaths, keyOfSample, overriddenPaths, shownGroup, shownProtocol } from '../store/document.ts';
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
  const all = useRows();
  const document = useWindow(({ session }) => session.history.present);
  const shown = useWindow(({ view }) => view.group);
  const members = useMemo(() => membersByGroup(document), [document]);
  const isListed = shown === undefined ? undefined : members.get(shown);
  const rows = useMemo(() => (isListed === undefined ? all : all.filter(({ id }) => isListed.has(id))), [all, isListed]);
  const search = useWindow(({ view }) => view.search);
  const picked = useWindow(({ view }) => view.picked);
  const selected = useWindow(({ view }) => view.selected);
  const dropping = useWindow(({ view }) => view.dropping);
  return (
    <div className="left-samples">
      {all.length > 0 && (
        <GroupsPanel
          groups={document.groups.map((group) => ({
            group,
            colour: groupColour(document, group.id),
            count: members.get(group.id)?.size ?? 0,
          }))}
          total={all.length}
          shown={isListed === undefined ? undefined : shown}
          onShow={(group) => setView(app.store, { group, picked: [] })}
          onMove={(id, by) => moveGroup(app, id, by)}
          onSamples={(id, keys) => putIntoGroup(app, id, keys)}
          onGate={(id, path, taken) => (id === undefined ? giveToAll(app, path, taken) : giveToGroup(app, path, id, taken))}
        />
      )}
      <SamplesPanel
        samples={rows}
        total={all.length}
        search={search}
        onSearch={(typed) => setView(app.store, { search: typed })}
        picked={picked}
        onPick={(change) => setView(app.store, { draft: undefined, ...change })}
        selected={selected}
        onSelect={(id) => setView(app.store, { selected: id, draft: undefined })}
        dropping={dropping}
        onGate={(id, path, taken) => giveToSamples(app, path, picked.includes(id) ? picked : [id], taken)}
      />
    </div>
  );
}

/** The rows of each group, by its id. */
const membersByGroup = (document: SessionDocument): ReadonlyMap<string, ReadonlySet<string>> =>
  new Map(document.groups.map((group) => [group.id, new Set<string>(membersOf(document, group).map(keyOfSample))]));

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
