import './archive.css';
import '../../ui/empty-state.css';
import { CommandButton } from '../../commands/command-button.tsx';
import { useApp, useWindow } from '../../context/use-app.ts';
import { useLanguage, useMessages } from '../../messages/language.ts';
import { setArchive } from '../../store/store.ts';
import { Choice } from '../../ui/choice.tsx';
import { openArchiveReview } from '../review/archive-actions.ts';
import { WatchPage } from '../watch/watch-page.tsx';
import {
  askForBatch,
  askForServer,
  cancelBatch,
  closeDialog,
  continueBatch,
  decide,
  dropQuery,
  exportArchiveTable,
  exportBatchReport,
  exportRunReports,
  forgetArchive,
  gateAgain,
  importFolder,
  keepQuery,
  newArchiveFile,
  openArchiveFile,
  openArchiveServer,
  refreshLists,
  reviewRuns,
  rollBack,
  runQuery,
  setTab,
  showChanges,
  showFailures,
  showMore,
  stopArchive,
  switchArchive,
  tick,
} from './actions.ts';
import { ArchiveSwitch } from './archive-switch.tsx';
import { BatchDialog } from './batch-dialog.tsx';
import { BatchesPage } from './batches-page.tsx';
import { ChangesPage } from './changes-page.tsx';
import { DecisionsPage } from './decisions-page.tsx';
import { messages } from './messages.ts';
import { RunsPage } from './runs-page.tsx';
import { ServerDialog } from './server-dialog.tsx';

/** The archive in the middle of the window: runs, batches, what they change, what was decided. */
export function ArchiveView() {
  const app = useApp();
  const t = useMessages(messages);
  const language = useLanguage();
  const archive = useWindow((state) => state.archive);
  const protocol = useWindow(({ session }) => session.history.present.protocol);
  const { tab } = archive;
  const isFixed = archive.places?.readOnly === true;
  return (
    <section className="archive" aria-label={t('archive')} data-testid="archive" data-busy={archive.busy}>
      <div className="archive-head">
        <CommandButton command="view.plots" kind="plain" icon="left" testId="leave-archive" />
        <h2>{t('archive')}</h2>
        <ArchiveSwitch
          places={archive.places}
          busy={archive.busy}
          onUse={(id) => void switchArchive(app, id)}
          onFile={() => void openArchiveFile(app)}
          onNew={() => void newArchiveFile(app)}
          onServer={() => askForServer(app)}
          onForget={(id) => void forgetArchive(app, id)}
        />
        <span className="archive-space" />
        <Choice
          label={t('archiveTabs')}
          value={tab}
          options={[
            { id: 'runs', label: t('runsTab'), testId: 'archive-tab-runs' },
            { id: 'batches', label: t('batchesTab'), testId: 'archive-tab-batches' },
            { id: 'changes', label: t('changesTab'), testId: 'archive-tab-changes' },
            { id: 'decisions', label: t('decisionsTab'), testId: 'archive-tab-decisions' },
            { id: 'watch', label: t('watchTab'), testId: 'archive-tab-watch' },
          ]}
          onChange={(chosen) => setTab(app, chosen)}
        />
      </div>
      {archive.changes.map(({ what, message }) => (
        <p key={what} className="archive-problem" role="alert" data-testid="archive-changed">
          {message[language]}
        </p>
      ))}
      {tab === 'runs' && (
        <RunsPage
          archive={archive}
          onQuery={(query) => void runQuery(app, query)}
          onKeep={(name) => void keepQuery(app, name)}
          onForget={(name) => void dropQuery(app, name)}
          onImport={() => void importFolder(app)}
          onGateAgain={() => void gateAgain(app, { respectPauses: false })}
          onChoices={() => askForBatch(app)}
          onReview={() => void reviewRuns(app)}
          onTable={() => void exportArchiveTable(app)}
          onReports={() => void exportRunReports(app)}
          onTick={(ids) => tick(app, ids)}
          onMore={() => void showMore(app)}
        />
      )}
      {tab === 'batches' && (
        <BatchesPage
          archive={archive}
          onLook={() => void refreshLists(app)}
          onPause={() => void stopArchive(app)}
          onContinue={(id) => void continueBatch(app, id)}
          onCancel={(id) => void cancelBatch(app, id)}
          onChanges={(id) => void showChanges(app, id)}
          onReview={(batch) => void openArchiveReview(app, { batch })}
          onReport={(id, number) => void exportBatchReport(app, id, number)}
          onTable={(id) => void exportArchiveTable(app, id)}
          onFailures={(id) => void showFailures(app, id)}
        />
      )}
      {tab === 'changes' && (
        <ChangesPage
          comparison={archive.comparison?.value}
          population={archive.population}
          onPopulation={(population) => setArchive(app.store, { population })}
          onDecide={(kind, reason) => {
            if (archive.comparison !== undefined) void decide(app, archive.comparison.batch, kind, reason);
          }}
          onReview={() => {
            if (archive.comparison !== undefined) void openArchiveReview(app, { batch: archive.comparison.batch });
          }}
          busy={archive.busy || isFixed}
        />
      )}
      {tab === 'decisions' && (
        <DecisionsPage
          decisions={archive.decisions}
          onRollBack={(id, reason) => void rollBack(app, id, reason)}
          busy={archive.busy || isFixed}
        />
      )}
      {tab === 'watch' && <WatchPage isFixed={isFixed} />}
      {archive.dialog === 'batch' && (
        <BatchDialog
          archive={archive}
          protocol={protocol}
          onBegin={(choices) => void gateAgain(app, choices)}
          onClose={() => closeDialog(app)}
        />
      )}
      {archive.dialog === 'server' && (
        <ServerDialog
          server={archive.server}
          busy={archive.busy}
          onConnect={(url, password, how) => openArchiveServer(app, url, password, how)}
          onClose={() => closeDialog(app)}
        />
      )}
    </section>
  );
}
