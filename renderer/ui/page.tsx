import type { ReactNode } from 'react';
import { classes } from './classes.ts';

export interface PageProps {
  readonly label: string;
  /** What it shows is being made anew. */
  readonly stale?: boolean;
  readonly testId: string;
  readonly children: ReactNode;
}

/** A page of the middle that scrolls, within reach of the keys also where it holds nothing to press. */
export function Page({ label, stale = false, testId, children }: PageProps) {
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be within reach of the keys
    <section className={classes('page', stale && 'stale')} tabIndex={0} aria-label={label} data-testid={testId} data-stale={stale}>
      {children}
    </section>
  );
}
