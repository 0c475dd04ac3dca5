import './archive.css';
import '../../app/empty-state.css';
import { useDesk, useWindow } from '../../context/use-window.ts';
import { useWords } from '../../messages/language.ts';
import { setArchive, setView } from '../../store/store.ts';
import { Button } from '../../ui/button.tsx';
import { Choice } from '../../ui/choice.tsx';
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
  openArchiveFile,
  openArchiveServer,
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
import { RunsPage } from './runs-page.tsx';
import { ServerDialog } from './server-dialog.tsx';

/** The archive in the middle of the window: runs, batches, what they change, what was decided. */
export function ArchiveView() {
  const desk = useDesk();
  const speak = useWords();
  const archive = useWindow((state) => state.archive);
  const protocol = useWindow(({ session }) => session.history.present.protocol);
  const { tab } = archive;
  const isFixed = archive.places?.readOnly === true;
  return (
    <section className="archive" aria-label={speak('archive')} data-testid="archive" data-busy={archive.busy}>
      <div className="archive-head">
        <Button kind="plain" icon="left" onClick={() => setView(desk.store, { centre: 'plots' })} testId="leave-archive">
          {speak('backToPlots')}
        </Button>
        <h2>{speak('archive')}</h2>
        <ArchiveSwitch
          places={archive.places}
          busy={archive.busy}
          onUse={(id) => void switchArchive(desk, id)}
          onFile={() => void openArchiveFile(desk)}
          onServer={() => askForServer(desk)}
          onForget={(id) => void forgetArchive(desk, id)}
        />
        <span className="archive-space" />
        <Choice
          label={speak('archiveTabs')}
          value={tab}
          options={[
            { id: 'runs', label: speak('runsTab'), testId: 'archive-tab-runs' },
            { id: 'batches', label: speak('batchesTab'), testId: 'archive-tab-batches' },
            { id: 'changes', label: speak('changesTab'), testId: 'archive-tab-changes' },
            { id: 'decisions', label: speak('decisionsTab'), testId: 'archive-tab-decisions' },
          ]}
          onChange={(chosen) => setTab(desk, chosen)}
        />
      </div>
      {tab === 'runs' && (
        <RunsPage
          archive={archive}
          onQuery={(query) => void runQuery(desk, query)}
          onKeep={(name) => void keepQuery(desk, name)}
          onForget={(name) => void dropQuery(desk, name)}
          onImport={() => void importFolder(desk)}
          onGateAgain={() => void gateAgain(desk, { respectPauses: false })}
          onChoices={() => askForBatch(desk)}
          onTable={() => void exportArchiveTable(desk)}
          onReports={() => void exportRunReports(desk)}
          onTick={(ids) => tick(desk, ids)}
          onMore={() => void showMore(desk)}
        />
      )}
      {tab === 'batches' && (
        <BatchesPage
          archive={archive}
          onPause={() => void stopArchive(desk)}
          onContinue={(id) => void continueBatch(desk, id)}
          onCancel={(id) => void cancelBatch(desk, id)}
          onChanges={(id) => void showChanges(desk, id)}
          onReport={(id, number) => void exportBatchReport(desk, id, number)}
          onTable={(id) => void exportArchiveTable(desk, id)}
          onFailures={(id) => void showFailures(desk, id)}
        />
      )}
      {tab === 'changes' && (
        <ChangesPage
          comparison={archive.comparison?.value}
          population={archive.population}
          onPopulation={(population) => setArchive(desk.store, { population })}
          onDecide={(kind, reason) => {
            if (archive.comparison !== undefined) void decide(desk, archive.comparison.batch, kind, reason);
          }}
          busy={archive.busy || isFixed}
        />
      )}
      {tab === 'decisions' && (
        <DecisionsPage
          decisions={archive.decisions}
          onRollBack={(id, reason) => void rollBack(desk, id, reason)}
          busy={archive.busy || isFixed}
        />
      )}
      {archive.dialog === 'batch' && (
        <BatchDialog
          archive={archive}
          protocol={protocol}
          onBegin={(choices) => void gateAgain(desk, choices)}
          onClose={() => closeDialog(desk)}
        />
      )}
      {archive.dialog === 'server' && (
        <ServerDialog
          server={archive.server}
          busy={archive.busy}
          onConnect={(url, password, keep) => openArchiveServer(desk, url, password, keep)}
          onClose={() => closeDialog(desk)}
        />
      )}
    </section>
  );
}
