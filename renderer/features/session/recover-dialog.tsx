import { useWords } from '../../messages/language.ts';
import { Button } from '../../ui/button.tsx';
import { Dialog } from '../../ui/dialog.tsx';

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
  const speak = useWords();
  return (
    <Dialog label={speak('recoverTitle')} onClose={onLater} testId="recover">
      <h2 className="dialog-title">{speak('recoverTitle')}</h2>
      <p>{speak('recoverText')}</p>
      {keptAt !== undefined && <p className="quiet small">{speak('recoverWhen', { when: keptAt })}</p>}
      <div className="dialog-actions">
        <Button kind="danger" large onClick={onDiscard} testId="discard-autosave">
          {speak('discard')}
        </Button>
        <Button kind="primary" large autoFocus onClick={onRestore} testId="restore-autosave">
          {speak('restore')}
        </Button>
      </div>
    </Dialog>
  );
}
