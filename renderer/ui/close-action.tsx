import { useWords } from '../messages/language.ts';
import { Button } from './button.tsx';

/** The only action of a dialog that tells something. */
export function CloseAction({ onClose, testId }: { readonly onClose: () => void; readonly testId?: string }) {
  const speak = useWords();
  return (
    <div className="dialog-actions">
      <Button large autoFocus onClick={onClose} {...(testId === undefined ? {} : { testId })}>
        {speak('close')}
      </Button>
    </div>
  );
}
