import './split-panel.css';
import type { ReactNode } from 'react';
import { useMessages } from '../messages/language.ts';
import { classes } from './classes.ts';
import { Icon } from './icon.tsx';
import { messages } from './messages.ts';

export interface SplitPanelProps {
  readonly side: 'left' | 'right';
  readonly folded: boolean;
  readonly onFold: (folded: boolean) => void;
  /** Its name for screen readers. */
  readonly label: string;
  readonly children: ReactNode;
}

/** A panel beside the plots that gets out of the way: the strip at its inner edge folds it and brings it back. */
export function SplitPanel({ side, folded, onFold, label, children }: SplitPanelProps) {
  const t = useMessages(messages);
  const action = side === 'left' ? t(folded ? 'unfoldLeft' : 'foldLeft') : t(folded ? 'unfoldRight' : 'foldRight');
  return (
    <section className={classes('split-panel', `split-panel-${side}`, folded && 'is-folded')} aria-label={label}>
      <div className="split-content" inert={folded}>
        {children}
      </div>
      <button
        type="button"
        className="split-fold"
        aria-label={action}
        aria-expanded={!folded}
        title={action}
        onClick={() => onFold(!folded)}
        data-testid={`fold-${side}`}
      >
        <Icon name={(side === 'left') === folded ? 'right' : 'left'} size={12} />
      </button>
    </section>
  );
}
