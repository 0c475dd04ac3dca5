import type { CallResult } from '../../core/contract/bridge.ts';
import { declaredCommands } from '../../core/contract/commands.ts';
import { ask, attempt } from '../context/app-context.ts';
import { useApp, useWindow } from '../context/use-app.ts';
import { CompensationDialog } from '../features/compensation/compensation-dialog.tsx';
import { ControlsDialog } from '../features/compensation/controls-dialog.tsx';
import { FitDialog } from '../features/culture/fit-dialog.tsx';
import { FigureDialog } from '../features/figures/figure-dialog.tsx';
import { GroupDialog } from '../features/groups/group-dialog.tsx';
import { GuidesDialog } from '../features/help/guides-dialog.tsx';
import { HistoryDialog } from '../features/history/history-dialog.tsx';
import { EventsDialog } from '../features/interchange/events-dialog.tsx';
import { InterchangeDialog } from '../features/interchange/interchange-dialog.tsx';
import { ReportDialog } from '../features/interchange/report-dialog.tsx';
import { OverlayDialog } from '../features/plots/overlay-dialog.tsx';
import { RemovingDialog } from '../features/populations/removing-dialog.tsx';
import { PreferencesDialog } from '../features/preferences/preferences-dialog.tsx';
import { MetadataGrid } from '../features/samples/metadata-grid.tsx';
import { restoreAutosave } from '../features/session/actions.ts';
import { LeavingDialog } from '../features/session/leaving-dialog.tsx';
import { ProtocolDialog } from '../features/session/protocol-dialog.tsx';
import { RecentDialog } from '../features/session/recent-dialog.tsx';
import { RecoverDialog } from '../features/session/recover-dialog.tsx';
import { SealDialog } from '../features/session/seal-dialog.tsx';
import { ValidateDialog } from '../features/validation/validate-dialog.tsx';
import { useLanguage, useMessages } from '../messages/language.ts';
import { setView } from '../store/store.ts';
import { CloseAction } from '../ui/close-action.tsx';
import { Dialog } from '../ui/dialog.tsx';
import { CommandPalette } from './command-palette.tsx';
import { LegendDialog } from './legend-dialog.tsx';
import { messages } from './messages.ts';
import { ShortcutsDialog } from './shortcuts-dialog.tsx';

export function Dialogs({ about }: { readonly about: CallResult<'appInfo'> }) {
  const app = useApp();
  const dialog = useWindow(({ view }) => view.dialog);
  const close = () => setView(app.store, { dialog: undefined });
  if (dialog === 'palette') return <CommandPalette onClose={close} />;
  if (dialog === 'audit') return <HistoryDialog onClose={close} />;
  if (dialog === 'shortcuts') return <ShortcutsDialog onClose={close} />;
  if (dialog === 'guides') return <GuidesDialog onClose={close} />;
  if (dialog === 'legend') return <LegendDialog onClose={close} />;
  if (dialog === 'about') return <AboutDialog about={about} onClose={close} />;
  if (dialog === 'leaving') return <LeavingDialog onClose={close} />;
  if (dialog === 'preferences') return <PreferencesDialog onClose={close} />;
  if (dialog === 'seal') return <SealDialog onClose={close} />;
  if (dialog === 'protocol') return <ProtocolDialog onClose={close} />;
  if (dialog === 'report') return <ReportDialog onClose={close} />;
  if (dialog === 'recent') return <RecentDialog onClose={close} />;
  if (dialog === 'removing') return <RemovingDialog onClose={close} />;
  if (dialog === 'interchange') return <InterchangeDialog onClose={close} />;
  if (dialog === 'figure') return <FigureDialog onClose={close} />;
  if (dialog === 'overlays') return <OverlayDialog onClose={close} />;
  if (dialog === 'group') return <GroupDialog onClose={close} />;
  if (dialog === 'metadata') return <MetadataGrid onClose={close} />;
  if (dialog === 'compensation') return <CompensationDialog onClose={close} />;
  if (dialog === 'controls') return <ControlsDialog onClose={close} />;
  if (dialog === 'events') return <EventsDialog onClose={close} />;
  if (dialog === 'fit') return <FitDialog onClose={close} />;
  if (dialog === 'validate') return <ValidateDialog onClose={close} />;
  if (dialog === 'recover')
    return (
      <RecoverDialog
        onRestore={() => {
          close();
          void restoreAutosave(app);
        }}
        onDiscard={() => {
          close();
          void attempt(app, () => ask(app.bridge.clearAutosave()));
        }}
        onLater={close}
      />
    );
  return null;
}

interface Closable {
  readonly onClose: () => void;
}

function AboutDialog({ about, onClose }: Closable & { readonly about: CallResult<'appInfo'> }) {
  const t = useMessages(messages);
  const language = useLanguage();
  return (
    <Dialog label={declaredCommands['help.about'].words[language]} onClose={onClose} testId="about">
      <h2 className="dialog-title">{t('appName')}</h2>
      <p>{t('aboutText', { version: about.version, electron: about.electron })}</p>
      {about.oldRuntime && <p role="alert">{t('oldRuntime', { electron: about.electron })}</p>}
      <p>{t('researchUseFull')}</p>
      <CloseAction onClose={onClose} />
    </Dialog>
  );
}
