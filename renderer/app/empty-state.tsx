import './empty-state.css';
import { useWords } from '../messages/language.ts';
import { Button } from '../ui/button.tsx';
import { classes } from '../ui/classes.ts';
import { Icon } from '../ui/icon.tsx';

export interface EmptyStateProps {
  readonly onOpenFiles: () => void;
  readonly onOpenSamples: () => void;
  readonly onOpenArchive: () => void;
  /** Files are being dragged over the window. */
  readonly dropping?: boolean;
}

/** Where the plots will be, before there is a file: what to do first. */
export function EmptyState({ onOpenFiles, onOpenSamples, onOpenArchive, dropping = false }: EmptyStateProps) {
  const speak = useWords();
  return (
    <div className={classes('empty', dropping && 'is-dropping')} data-testid="empty">
      <Icon name="density" size={32} />
      <h2 className="empty-title">{speak(dropping ? 'dropHere' : 'emptyTitle')}</h2>
      <p className="empty-hint">{speak('emptyHint')}</p>
      <div className="empty-actions">
        <Button kind="primary" large onClick={onOpenFiles} testId="open-files">
          {speak('openFiles')}
        </Button>
        <Button large onClick={onOpenSamples} testId="open-samples">
          {speak('openSamples')}
        </Button>
        <Button large onClick={onOpenArchive} testId="open-archive">
          {speak('openArchive')}
        </Button>
      </div>
      <p className="quiet small">{speak('formats')}</p>
    </div>
  );
}
