import { useMessages } from '../../messages/language.ts';
import { Button } from '../../ui/button.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import { messages } from './messages.ts';

export interface RecoverDialogProps {
  /** When the copy was kept, in the reader's own words. */
  readonly keptAt?: string | undefined;
  readonly onRestore: () => void;
  readonly onDiscard: () => void;
  /** Esc: decide later; the copy stays. */
  readonly onLater: () => void;
}

/** An automatic copy of unsaved work was found. Nothing is thrown away without a press on it. */
export function RecoverDialog({ keptAt, onRestore, onDiscard, onLater }: RecoverDialogProps) {
  const t = useMessages(messages);
  return (
    <Dialog label={t('recoverTitle')} onClose={onLater} testId="recover">
      <h2 className="dialog-title">{t('recoverTitle')}</h2>
      <p>{t('recoverText')}</p>
      {keptAt !== undefined && <p className="quiet small">{t('recoverWhen', { when: keptAt })}</p>}
      <div className="dialog-actions">
        <Button kind="danger" large onClick={onDiscard} testId="discard-autosave">
          {t('discard')}
        </Button>
        <Button kind="primary" large autoFocus onClick={onRestore} testId="restore-autosave">
          {t('restore')}
        </Button>
      </div>
    </Dialog>
  );
}
