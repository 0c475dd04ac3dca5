import type { RefObject } from 'react';
import type { PanelImperativeHandle } from 'react-resizable-panels';
import type { Finding } from '../../core/base/finding.ts';
import { useApp, useWindow } from '../context/use-app.ts';
import { ClassificationCard } from '../features/culture/classification-card.tsx';
import { AutomaticSteps } from '../features/inspector/automatic-steps.tsx';
import { placeOf } from '../features/inspector/finding-place.ts';
import { FindingsPanel } from '../features/inspector/findings-panel.tsx';
import { Inspector } from '../features/inspector/inspector.tsx';
import { usePercentiles } from '../features/inspector/use-percentiles.ts';
import { placeGate, revertAt, scopeOf } from '../features/populations/actions.ts';
import { parentCount } from '../features/populations/population-rows.ts';
import { describeShown } from '../features/samples/actions.ts';
import { MetadataEditor } from '../features/samples/metadata-editor.tsx';
import { useMessages } from '../messages/language.ts';
import { foldSide, isFolded } from '../store/arrangement.ts';
import { shownClassified } from '../store/classified.ts';
import { groupedPaths, overriddenPaths, protocolTitle, sampleAt, shownGroup, shownProtocol, tailoredIn } from '../store/document.ts';
import { drawnBy } from '../store/drawn-by.ts';
import { heldGate, livePopulations } from '../store/live-populations.ts';
import { lookAt, setLook } from '../store/looks.ts';
import { parentPath } from '../store/population-path.ts';
import { countFindings, findingsIn, isStale, listedResults, sampleRows, selectedResult, shownAnalysis } from '../store/selectors.ts';
import { setView } from '../store/store.ts';
import { SplitPanel } from '../ui/split-panel.tsx';
import { Tabs } from '../ui/tabs.tsx';
import { jumpTo } from './jump-to.ts';
import { messages } from './messages.ts';

export function RightSide({ panel }: { readonly panel: RefObject<PanelImperativeHandle | null> }) {
  const app = useApp();
  const t = useMessages(messages);
  const folded = useWindow((state) => isFolded(state, 'right'));
  const width = useWindow(({ session }) => session.arrangement.panels?.right?.width);
  const tab = useWindow(({ view }) => view.tab);
  const findings = useWindow(countFindings);
  return (
    <SplitPanel
      side="right"
      panel={panel}
      width={width ?? 280}
      least={220}
      folded={folded}
      onFold={(fold) => foldSide(app.store, 'right', fold)}
      label={t('inspector')}
      isPart
    >
      <Tabs
        label={t('inspector')}
        active={tab}
        onChange={(chosen) => setView(app.store, { tab: chosen })}
        tabs={[
          { id: 'gate', label: t('gate') },
          { id: 'details', label: t('details') },
          { id: 'findings', label: t('findings'), badge: findings > 0 ? String(findings) : undefined },
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
  const app = useApp();
  const analysis = useWindow(shownAnalysis);
  const path = useWindow(({ view }) => view.population);
  const stale = useWindow((state) => isStale(state, selectedResult(state)));
  const populations = useWindow(livePopulations);
  const isHeld = useWindow(({ results }) => results.drafted !== undefined);
  const population = populations.find((known) => known.path === path);
  const gate = useWindow((state) => heldGate(state, population?.gate));
  const overridden = useWindow((state) => overriddenPaths(state).has(path) || groupedPaths(state).has(path));
  const group = useWindow((state) => shownGroup(state)?.name);
  const scope = useWindow((state) => scopeOf(state, path, gate));
  const drawn = useWindow((state) => drawnBy(state, gate?.id, path));
  const tailored = useWindow(({ session }) => tailoredIn(session.history.present, gate?.id));
  const colour = useWindow((state) => lookAt(state, gate)?.colour);
  const sample = useWindow(({ view }) => view.selected);
  const percentiles = usePercentiles(sample, analysis, parentPath(path), gate?.dimensions ?? []);
  const minimum = useWindow((state) => shownProtocol(state).statistics.minimumEvents);
  return (
    <>
      <Inspector
        population={population && { ...population, ...(gate && { gate }) }}
        parentCount={parentCount(populations, path)}
        channels={analysis?.channels ?? []}
        overridden={overridden}
        drawn={drawn}
        tailored={tailored}
        colour={colour}
        onColour={(chosen) => gate?.id !== undefined && setLook(app.store, { gate: gate.id, part: gate.part }, { colour: chosen })}
        scope={scope}
        group={group}
        onScope={(scope) => {
          setView(app.store, { scope });
          // the reason of a gate that is this sample's or its group's own already
          if (
            gate?.id !== undefined &&
            gate.own !== undefined &&
            scope.kind === (gate.own.group === undefined ? 'sample' : 'group') &&
            scope.reason !== gate.own.reason
          )
            placeGate(app, { id: gate.id, gate: gate.gate }, path);
        }}
        onGateChange={(changed) => gate?.id !== undefined && placeGate(app, { id: gate.id, gate: changed }, path)}
        onRevert={() => revertAt(app, path)}
        minimumEvents={minimum}
        percentiles={percentiles.tables}
        onPercentiles={percentiles.ask}
        stale={stale || isHeld}
      />
      <AutomaticSteps />
      {analysis && path === '' && <Call />}
    </>
  );
}

function Call() {
  const sample = useWindow(shownClassified);
  const stale = useWindow((state) => isStale(state, selectedResult(state)));
  const protocol = useWindow(protocolTitle);
  const isOnPage = useWindow(({ view }) => view.centre === 'culture');
  if (sample === undefined || isOnPage) return null;
  const { classification, sample: of } = sample.analysis;
  return (
    <ClassificationCard classification={classification} declaredMethod={of.metadata.declaredMethod} stale={stale} protocol={protocol} />
  );
}

function DetailsTab() {
  const app = useApp();
  const t = useMessages(messages);
  const metadata = useWindow(({ session, view }) => sampleAt(session.history.present, view.selected)?.metadata);
  const group = useWindow((state) => shownGroup(state)?.name);
  const hasGroups = useWindow(({ session }) => session.history.present.groups.some(({ kind }) => kind === 'gating'));
  return (
    <>
      <Call />
      {hasGroups && (
        <p className="panel-section" data-testid="details-group">
          {t('detailsGroup', { group: group ?? t('detailsAll') })}
        </p>
      )}
      {metadata && <MetadataEditor metadata={metadata} onChange={(changed) => describeShown(app, changed)} />}
    </>
  );
}

function FindingsTab() {
  const app = useApp();
  const selected = useWindow(({ view }) => view.selected);
  const rows = useWindow(sampleRows);
  const names = new Map(rows.map(({ id, name }) => [id, name]));
  const samples = useWindow(listedResults).map((result) => {
    const of = { analysis: result.analysis?.value, channels: result.facts?.channels ?? [] };
    return {
      id: result.key,
      name: names.get(result.key) ?? result.name,
      findings: findingsIn(result),
      hasPlace: (finding: Finding) => placeOf(finding, of) !== undefined,
    };
  });
  return (
    <FindingsPanel
      samples={samples}
      selected={selected}
      onSelect={(id) => setView(app.store, { selected: id })}
      onJump={(id, finding) => jumpTo(app, id, finding)}
    />
  );
}
