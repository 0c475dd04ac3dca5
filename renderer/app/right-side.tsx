import { SplitPanel } from '../design/split-panel.tsx';
import { Tabs } from '../design/tabs.tsx';
import { useWords } from '../i18n/language.ts';
import { ClassificationCard } from '../panels/classification-card.tsx';
import { FindingsPanel } from '../panels/findings-panel.tsx';
import { Inspector } from '../panels/inspector.tsx';
import { MetadataEditor } from '../panels/metadata-editor.tsx';
import { parentCount } from '../panels/population-rows.ts';
import { sampleAt } from '../store/document.ts';
import { findingsOf, isStale, selectedResult, shownAnalysis } from '../store/selectors.ts';
import { setView } from '../store/store.ts';
import { overriddenPaths, placeGate, revertAt, scopeOf } from '../work/gates.ts';
import { describeShown } from '../work/samples.ts';
import { useDesk, useWindow } from './desk-context.ts';

export function RightSide() {
  const desk = useDesk();
  const speak = useWords();
  const folded = useWindow(({ view }) => view.folded);
  const tab = useWindow(({ view }) => view.tab);
  const findings = useWindow((state) => findingsOf(state).length);
  return (
    <SplitPanel
      side="right"
      folded={folded.right}
      onFold={(right) => setView(desk.store, { folded: { ...folded, right } })}
      label={speak('inspector')}
    >
      <Tabs
        label={speak('inspector')}
        active={tab}
        onChange={(chosen) => setView(desk.store, { tab: chosen })}
        tabs={[
          { id: 'gate', label: speak('gate') },
          { id: 'details', label: speak('details') },
          { id: 'findings', label: speak('findings'), badge: findings > 0 ? String(findings) : undefined },
        ]}
      >
        {tab === 'gate' && <GateTab />}
        {tab === 'details' && <DetailsTab />}
        {tab === 'findings' && <FindingsTab />}
      </Tabs>
    </SplitPanel>
  );
}

function GateTab() {
  const desk = useDesk();
  const analysis = useWindow(shownAnalysis);
  const path = useWindow(({ view }) => view.population);
  const stale = useWindow((state) => isStale(state, selectedResult(state)));
  const state = useWindow((whole) => whole);
  const population = analysis?.populations.find((known) => known.path === path);
  const gate = population?.gate;
  const overridden = overriddenPaths(state).has(path);
  return (
    <>
      <Inspector
        population={population}
        parentCount={analysis && parentCount(analysis.populations, path)}
        channels={analysis?.channels ?? []}
        overridden={overridden}
        scope={scopeOf(state, path, gate)}
        onScope={(scope) => setView(desk.store, { scope })}
        onGateChange={(changed) => gate?.id !== undefined && placeGate(desk, { id: gate.id, gate: changed }, path)}
        onRevert={() => revertAt(desk, path)}
        minimumEvents={state.session.history.present.protocol.statistics.minimumEvents}
        stale={stale}
      />
      {analysis && path === '' && <Call />}
    </>
  );
}

function Call() {
  const analysis = useWindow(shownAnalysis);
  const stale = useWindow((state) => isStale(state, selectedResult(state)));
  if (analysis === undefined) return null;
  return (
    <ClassificationCard classification={analysis.classification} declaredMethod={analysis.sample.metadata.declaredMethod} stale={stale} />
  );
}

function DetailsTab() {
  const desk = useDesk();
  const metadata = useWindow(({ session, view }) => sampleAt(session.history.present, view.selected)?.metadata);
  return (
    <>
      <Call />
      {metadata && <MetadataEditor metadata={metadata} onChange={(changed) => describeShown(desk, changed)} />}
    </>
  );
}

function FindingsTab() {
  const desk = useDesk();
  const session = useWindow((state) => state.session);
  const results = useWindow((state) => state.results);
  const samples = [...results.samples.values()]
    .filter(({ key, pending }) => pending || sampleAt(session.history.present, key) !== undefined)
    .map(({ key, name, analysis, facts }) => ({ id: key, name, findings: analysis?.value.findings ?? facts?.findings ?? [] }));
  return <FindingsPanel samples={samples} onSelect={(id) => setView(desk.store, { selected: id })} />;
}
