import { useMessages } from '../messages/language.ts';
import { Button } from './button.tsx';
import { messages } from './messages.ts';

/** The only action of a dialog that tells something. */
export function CloseAction({ onClose, testId }: { readonly onClose: () => void; readonly testId?: string }) {
  const t = useMessages(messages);
  return (
    <div className="dialog-actions">
      <Button large autoFocus onClick={onClose} {...(testId === undefined ? {} : { testId })}>
        {t('close')}
      </Button>
    </div>
  );
}
