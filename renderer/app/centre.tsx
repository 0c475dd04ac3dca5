import { useMemo, useRef } from 'react';
import { CommandChoice } from '../commands/command-choice.tsx';
import { runCommand } from '../commands/run-command.ts';
import { useCommands } from '../commands/use-commands.ts';
import { useApp, useWindow } from '../context/use-app.ts';
import { ArchiveView } from '../features/archive/archive-view.tsx';
import { CourseView } from '../features/course/course-view.tsx';
import { CultureView } from '../features/culture/culture-view.tsx';
import { KillingView } from '../features/killing/killing-view.tsx';
import { LayoutView } from '../features/layout/layout-view.tsx';
import { LotsView } from '../features/ledger/lots-view.tsx';
import { AncestryStrip } from '../features/plots/ancestry-strip.tsx';
import { PlotGrid } from '../features/plots/plot-grid.tsx';
import { parentCount } from '../features/populations/population-rows.ts';
import { QualityView } from '../features/quality/quality-view.tsx';
import { ResidualView } from '../features/residual/residual-view.tsx';
import { ReviewView } from '../features/review/review-view.tsx';
import { StatisticsView } from '../features/statistics/statistics-view.tsx';
import { CompositionChart } from '../features/trends/composition-chart.tsx';
import { TrendsView } from '../features/trends/trends-view.tsx';
import { useMessages } from '../messages/language.ts';
import { shownProtocol } from '../store/document.ts';
import { livePopulations } from '../store/live-populations.ts';
import { groupResults, listedResults, selectedResult } from '../store/selectors.ts';
import type { CentreName } from '../store/state.ts';
import { setView } from '../store/store.ts';
import { Choice } from '../ui/choice.tsx';
import { Select } from '../ui/select.tsx';
import { useRoving } from '../ui/use-roving.ts';
import { EmptyState } from './empty-state.tsx';
import { messages } from './messages.ts';
import { Notices, TrustNotices } from './notices.tsx';
import { RefusedState } from './refused-state.tsx';

export function Centre() {
  const t = useMessages(messages);
  const page = useCommands(centreCommands).find(({ on }) => on);
  const centre = useWindow(({ view }) => view.centre);
  const ofArchive = useWindow(({ view }) => view.review.source === 'archive');
  const dropping = useWindow(({ view }) => view.dropping);
  const isEmpty = useWindow((state) => listedResults(state).length === 0);
  const refused = useWindow((state) => {
    const result = selectedResult(state);
    return result?.phase === 'failed' ? result : undefined;
  });
  return (
    <section className="centre" aria-label={page && t('pageNamed', { page: page.short })} data-part>
      <TrustNotices />
      {centre === 'archive' ? (
        <ArchiveView />
      ) : centre === 'review' && ofArchive ? (
        <ReviewView />
      ) : isEmpty && !standsAlone.has(centre) ? (
        <EmptyState dropping={dropping} />
      ) : (
        <>
          <CentreHead centre={centre} />
          {centre === 'plots' && (refused?.problem ? <RefusedState name={refused.name} problem={refused.problem} /> : <PlotGrid />)}
          {(centre === 'composition' || centre === 'statistics') && <ViewOfAll centre={centre} />}
          {centre === 'culture' && <CultureView />}
          {centre === 'quality' && <QualityView />}
          {centre === 'trends' && <TrendsView />}
          {centre === 'layout' && <LayoutView />}
          {centre === 'review' && <ReviewView />}
          {centre === 'residual' && <ResidualView />}
          {centre === 'killing' && <KillingView />}
          {centre === 'lots' && <LotsView />}
          {centre === 'course' && <CourseView />}
        </>
      )}
      <Notices />
    </section>
  );
}

/** Pages that have something to show without samples. */
const standsAlone: ReadonlySet<CentreName> = new Set(['residual', 'killing', 'lots', 'course']);

const centreCommands = [
  'view.plots',
  'view.composition',
  'view.culture',
  'view.quality',
  'view.trends',
  'view.layout',
  'view.review',
  'view.residual',
  'view.killing',
  'view.lots',
  'view.course',
  'view.archive',
] as const;

/** Which page; below it, on pages of one sample, which one, and where in its gates the plots stand. */
function CentreHead({ centre }: { readonly centre: CentreName }) {
  const app = useApp();
  const t = useMessages(messages);
  const tabs = useCommands(centreCommands);
  const bar = useRef<HTMLDivElement>(null);
  const onKeyDown = useRoving(bar);
  return (
    <>
      <div className="centre-head">
        <div ref={bar} className="centre-tabs" role="toolbar" aria-label={t('centreTabs')} onKeyDown={onKeyDown}>
          <CommandChoice label={t('centreTabs')} commands={centreCommands} testId="centre" />
        </div>
        <div className="centre-tabs-narrow">
          <Select
            label={t('centreTabs')}
            value={tabs.find(({ on }) => on)?.id ?? 'view.plots'}
            options={tabs.map(({ id, short }) => ({ id, label: short }))}
            onChange={(id) => void runCommand(app, id)}
            testId="centre-tabs"
          />
        </div>
      </div>
      {(centre === 'composition' || centre === 'statistics' || centre === 'trends') && <GroupNote />}
      {(centre === 'plots' || centre === 'culture' || centre === 'quality') && <SampleStrip hasPath={centre === 'plots'} />}
    </>
  );
}

function SampleStrip({ hasPath }: { readonly hasPath: boolean }) {
  const app = useApp();
  const sample = useWindow((state) => selectedResult(state)?.name);
  const path = useWindow(({ view }) => view.population);
  const population = useWindow((state) => livePopulations(state).find((known) => known.path === state.view.population));
  const isFew = useWindow((state) => {
    const total = parentCount(livePopulations(state), state.view.population);
    return total !== undefined && total < shownProtocol(state).statistics.minimumEvents;
  });
  return (
    <AncestryStrip
      sample={sample}
      path={hasPath ? path : undefined}
      count={population?.count}
      percentOfParent={isFew ? undefined : population?.percentOfParent}
      standing={population?.standing}
      onGo={(population) => setView(app.store, { population })}
    />
  );
}

/** On pages of all samples: that only those of one group are shown. */
function GroupNote() {
  const app = useApp();
  const t = useMessages(messages);
  const group = useWindow(({ session, view }) => session.history.present.groups.find(({ id }) => id === view.group)?.name);
  if (group === undefined) return null;
  return (
    <p className="centre-group small" data-testid="group-note">
      {t('onlyGroup', { group })}{' '}
      <button type="button" className="link" onClick={() => setView(app.store, { group: undefined })} data-testid="group-note-all">
        {t('showAllSamples')}
      </button>
    </p>
  );
}

/** All samples side by side, as bars or as a table. */
function ViewOfAll({ centre }: { readonly centre: 'composition' | 'statistics' }) {
  const app = useApp();
  const t = useMessages(messages);
  return (
    <>
      <div className="centre-choice">
        <Choice
          label={t('viewOf')}
          value={centre}
          options={[
            { id: 'composition', label: t('viewChart'), testId: 'all-chart' },
            { id: 'statistics', label: t('viewTable'), testId: 'all-table' },
          ]}
          onChange={(id) => setView(app.store, { centre: id })}
        />
      </div>
      {centre === 'composition' ? <Comparison /> : <StatisticsView />}
    </>
  );
}

/** The composition of all samples of the session side by side. */
function Comparison() {
  const app = useApp();
  const known = useWindow(groupResults);
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
