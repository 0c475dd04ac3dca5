import { useVirtualizer } from '@tanstack/react-virtual';
import { type ReactNode, type RefObject, useEffect } from 'react';

export interface VirtualRowsProps {
  readonly count: number;
  /** Height of a row in pixels until it is measured. */
  readonly estimate: number;
  /** What scrolls. */
  readonly scroller: RefObject<HTMLElement | null>;
  /** The row that must be in sight. */
  readonly shown?: number | undefined;
  /** Rows around those in sight that are drawn too. */
  readonly around?: number;
  readonly children: (index: number) => ReactNode;
}

/** The rows of a long list that are in sight, and a few around them; the others are room. */
export function VirtualRows({ count, estimate, scroller, shown = -1, around = 8, children }: VirtualRowsProps) {
  const rows = useVirtualizer({ count, getScrollElement: () => scroller.current, estimateSize: () => estimate, overscan: around });
  useEffect(() => {
    if (shown >= 0) rows.scrollToIndex(shown, { align: 'auto' });
  }, [rows, shown]);
  return (
    <div role="presentation" style={{ height: rows.getTotalSize(), position: 'relative' }}>
      {rows.getVirtualItems().map(({ key, index, start }) => (
        <div
          key={key}
          ref={rows.measureElement}
          data-index={index}
          role="presentation"
          style={{ position: 'absolute', insetInline: 0, top: 0, transform: `translateY(${start}px)` }}
        >
          {children(index)}
        </div>
      ))}
    </div>
  );
}

/** From so many rows on, only those in sight are drawn. */
export const LONG_LIST = 100;
