import type { CallResult } from '../../core/contract/bridge.ts';
import { declaredCommands } from '../../core/contract/commands.ts';
import { describeAction } from '../../core/study/session/audit/audit-messages.ts';
import { ask, attempt } from '../context/app-context.ts';
import { useApp, useWindow } from '../context/use-app.ts';
import { CompensationDialog } from '../features/compensation/compensation-dialog.tsx';
import { InterchangeDialog } from '../features/interchange/interchange-dialog.tsx';
import { RemovingDialog } from '../features/populations/removing-dialog.tsx';
import { restoreAutosave } from '../features/session/actions.ts';
import { LeavingDialog } from '../features/session/leaving-dialog.tsx';
import { RecentDialog } from '../features/session/recent-dialog.tsx';
import { RecoverDialog } from '../features/session/recover-dialog.tsx';
import { SealDialog } from '../features/session/seal-dialog.tsx';
import { useLanguage, useMessages } from '../messages/language.ts';
import { setView } from '../store/store.ts';
import { CloseAction } from '../ui/close-action.tsx';
import { Dialog } from '../ui/dialog.tsx';
import { CommandPalette } from './command-palette.tsx';
import { messages } from './messages.ts';
import { ShortcutsDialog } from './shortcuts-dialog.tsx';

export function Dialogs({ about }: { readonly about: CallResult<'appInfo'> }) {
  const app = useApp();
  const dialog = useWindow(({ view }) => view.dialog);
  const close = () => setView(app.store, { dialog: undefined });
  if (dialog === 'palette') return <CommandPalette onClose={close} />;
  if (dialog === 'audit') return <AuditDialog onClose={close} />;
  if (dialog === 'shortcuts') return <ShortcutsDialog onClose={close} />;
  if (dialog === 'about') return <AboutDialog about={about} onClose={close} />;
  if (dialog === 'leaving') return <LeavingDialog onClose={close} />;
  if (dialog === 'seal') return <SealDialog onClose={close} />;
  if (dialog === 'recent') return <RecentDialog onClose={close} />;
  if (dialog === 'removing') return <RemovingDialog onClose={close} />;
  if (dialog === 'interchange') return <InterchangeDialog onClose={close} />;
  if (dialog === 'compensation') return <CompensationDialog onClose={close} />;
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

function AuditDialog({ onClose }: Closable) {
  const t = useMessages(messages);
  const language = useLanguage();
  const audit = useWindow(({ session }) => session.history.audit);
  const title = declaredCommands['edit.audit'].words[language].replace('…', '');
  return (
    <Dialog label={title} onClose={onClose} testId="audit">
      <h2 className="dialog-title">{title}</h2>
      <p className="quiet small">{t('auditHint')}</p>
      <div className="audit">
        <table>
          <thead>
            <tr>
              <th>{t('auditWhen')}</th>
              <th>{t('auditWho')}</th>
              <th>{t('auditWhat')}</th>
            </tr>
          </thead>
          <tbody>
            {audit.map((entry, i) => (
              // biome-ignore lint/suspicious/noArrayIndexKey: the audit only ever grows
              <tr key={i}>
                <td>{entry.at.slice(0, 19).replace('T', ' ')}</td>
                <td>{entry.by}</td>
                <td>{describeAction(entry, language)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      <CloseAction onClose={onClose} />
    </Dialog>
  );
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
