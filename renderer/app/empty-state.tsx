import '../ui/empty-state.css';
import { CommandButton } from '../commands/command-button.tsx';
import { useMessages } from '../messages/language.ts';
import { classes } from '../ui/classes.ts';
import { Icon } from '../ui/icon.tsx';
import { messages } from './messages.ts';

/** Where the plots will be, before there is a file: what to do first. `dropping`: files are being dragged over the window. */
export function EmptyState({ dropping = false }: { readonly dropping?: boolean }) {
  const t = useMessages(messages);
  return (
    <div className={classes('empty', dropping && 'is-dropping')} data-testid="empty">
      <Icon name="density" size={32} />
      <h2 className="empty-title">{t(dropping ? 'dropHere' : 'emptyTitle')}</h2>
      <p className="empty-hint">{t('emptyHint')}</p>
      <div className="empty-actions">
        <CommandButton command="file.open-samples" kind="primary" large testId="open-files" />
        <CommandButton command="file.open-simulated" large testId="open-samples" />
        <CommandButton command="view.archive" large testId="open-archive" />
      </div>
      <p className="quiet small">{t('formats')}</p>
    </div>
  );
}
