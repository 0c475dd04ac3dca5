import '../ui/empty-state.css';
import { useMessages } from '../messages/language.ts';
import { Button } from '../ui/button.tsx';
import { classes } from '../ui/classes.ts';
import { Icon } from '../ui/icon.tsx';
import { messages } from './messages.ts';

export interface EmptyStateProps {
  readonly onOpenFiles: () => void;
  readonly onOpenSamples: () => void;
  readonly onOpenArchive: () => void;
  /** Files are being dragged over the window. */
  readonly dropping?: boolean;
}

/** Where the plots will be, before there is a file: what to do first. */
export function EmptyState({ onOpenFiles, onOpenSamples, onOpenArchive, dropping = false }: EmptyStateProps) {
  const t = useMessages(messages);
  return (
    <div className={classes('empty', dropping && 'is-dropping')} data-testid="empty">
      <Icon name="density" size={32} />
      <h2 className="empty-title">{t(dropping ? 'dropHere' : 'emptyTitle')}</h2>
      <p className="empty-hint">{t('emptyHint')}</p>
      <div className="empty-actions">
        <Button kind="primary" large onClick={onOpenFiles} testId="open-files">
          {t('openFiles')}
        </Button>
        <Button large onClick={onOpenSamples} testId="open-samples">
          {t('openSamples')}
        </Button>
        <Button large onClick={onOpenArchive} testId="open-archive">
          {t('openArchive')}
        </Button>
      </div>
      <p className="quiet small">{t('formats')}</p>
    </div>
  );
}
