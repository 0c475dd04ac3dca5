import './split-panel.css';
import { type ReactNode, type RefObject, useEffect } from 'react';
import { Panel, type PanelImperativeHandle, Separator } from 'react-resizable-panels';
import { useMessages } from '../messages/language.ts';
import { classes } from './classes.ts';
import { Icon } from './icon.tsx';
import { messages } from './messages.ts';

/** Of the strip that a folded panel is, CSS pixels. */
const FOLDED = 13;

export interface SplitPanelProps {
  readonly side: 'left' | 'right';
  /** When it is open, CSS pixels. */
  readonly width: number;
  readonly least: number;
  readonly folded: boolean;
  readonly onFold: (folded: boolean) => void;
  readonly panel: RefObject<PanelImperativeHandle | null>;
  /** Its name for screen readers. */
  readonly label: string;
  /** Of the window; else what it holds are such parts. */
  readonly isPart?: boolean;
  readonly children: ReactNode;
}

/** A panel beside the plots that gets out of the way: the tab at its inner edge folds it and brings it back; the edge itself is dragged. */
export function SplitPanel({ side, width, least, folded, onFold, panel, label, isPart = false, children }: SplitPanelProps) {
  const t = useMessages(messages);
  const action = side === 'left' ? t(folded ? 'unfoldLeft' : 'foldLeft') : t(folded ? 'unfoldRight' : 'foldRight');
  useEffect(() => {
    const { current } = panel;
    if (current === null || current.isCollapsed() === folded) return;
    if (folded) current.collapse();
    else current.expand();
  }, [panel, folded]);
  useEffect(() => {
    const { current } = panel;
    if (current === null || current.isCollapsed() || Math.abs(current.getSize().inPixels - width) < 1) return;
    current.resize(width);
  }, [panel, width]);
  return (
    <Panel
      id={side}
      className={classes('split-panel', `split-panel-${side}`, folded && 'is-folded')}
      style={{ overflow: 'hidden' }}
      panelRef={panel}
      defaultSize={folded ? FOLDED : width}
      minSize={least}
      maxSize="45%"
      collapsible
      collapsedSize={FOLDED}
      groupResizeBehavior="preserve-pixel-size"
    >
      <section className="split-content" aria-label={label} inert={folded} data-part={isPart ? true : undefined}>
        {children}
      </section>
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
    </Panel>
  );
}

/** The edge between two panels: dragged, or moved with the arrows. */
export function PanelEdge({ label, testId }: { readonly label: string; readonly testId: string }) {
  return <Separator className="panel-edge" aria-label={label} data-testid={testId} />;
}
