import { ask } from '../../context/app-context.ts';
import { useApp, useWindow } from '../../context/use-app.ts';
import { useMessages } from '../../messages/language.ts';
import { Button } from '../../ui/button.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import { leaveNow, saveSession } from './actions.ts';
import { messages } from './messages.ts';

/** The session is to be left with something unsaved: to close the window, to begin another session or to open one. */
export function LeavingDialog({ onClose }: { readonly onClose: () => void }) {
  const app = useApp();
  const t = useMessages(messages);
  const leaving = useWindow(({ view }) => view.leaving);
  const isClosing = leaving.to === 'close';
  const leave = async () => {
    await ask(app.bridge.clearAutosave());
    onClose();
    await leaveNow(app, leaving);
  };
  const save = async () => {
    const saved = await saveSession(app);
    onClose();
    if (saved) await leaveNow(app, leaving);
  };
  const title = t(isClosing ? 'closingTitle' : 'leavingTitle');
  return (
    <Dialog label={title} onClose={onClose} testId="closing">
      <h2 className="dialog-title">{title}</h2>
      <p>{t('leavingText')}</p>
      <div className="dialog-actions">
        <Button kind="danger" large onClick={() => void leave()} testId="close-without">
          {t(isClosing ? 'closeWithout' : 'leaveWithout')}
        </Button>
        <Button large onClick={onClose}>
          {t('cancel')}
        </Button>
        <Button kind="primary" large autoFocus onClick={() => void save()} testId="save-and-close">
          {t(isClosing ? 'saveAndClose' : 'saveAndLeave')}
        </Button>
      </div>
    </Dialog>
  );
}
