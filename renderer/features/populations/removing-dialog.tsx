import { useApp, useWindow } from '../../context/use-app.ts';
import { useMessages } from '../../messages/language.ts';
import { Button } from '../../ui/button.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import { removeNow } from './actions.ts';
import { messages } from './messages.ts';
import { removalOf } from './removal.ts';

/** Says what goes with a gate that has others below it, and from how many samples. */
export function RemovingDialog({ onClose }: { readonly onClose: () => void }) {
  const app = useApp();
  const t = useMessages(messages);
  const population = useWindow(({ view }) => view.population);
  const removal = removalOf(app.store.getState(), population);
  if (removal === undefined) return null;
  const { names, below, samples } = removal;
  const remove = () => {
    onClose();
    removeNow(app, removal);
  };
  return (
    <Dialog label={t('removingTitle', { names: names.join(', ') })} onClose={onClose} testId="removing">
      <h2 className="dialog-title">{t('removingTitle', { names: names.join(', ') })}</h2>
      <p>{t('removingText', { below: below.length, samples })}</p>
      <ul className="small">
        {below.slice(0, 12).map((path) => (
          <li key={path}>{path}</li>
        ))}
        {below.length > 12 && <li>…</li>}
      </ul>
      <div className="dialog-actions">
        <Button large onClick={onClose}>
          {t('cancel')}
        </Button>
        <Button kind="danger" large autoFocus onClick={remove} testId="remove-all">
          {t('removeAll')}
        </Button>
      </div>
    </Dialog>
  );
}
