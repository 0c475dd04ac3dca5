import type { Channel } from '../../data/events/channel.ts';
import { isMarkedCompensated } from '../../data/panel/find-channel.ts';

/*
 * The names over a table of events, as FlowJo writes them and everybody reads them: "Comp-FITC-A :: CD3" is a detector, its marker, and that its
 * values are compensated, so that a table that is opened again keeps its markers and is not compensated twice.
 */

const BETWEEN = ' :: ';

/** What stands over a channel; `compensated` are the $PnN of channels whose values are. A marker that is the name says nothing more. */
export function writtenName({ name, marker, index }: Channel, compensated: readonly string[] = []): string {
  const own = name || `P${index}`;
  const marked = compensated.includes(name) && !isMarkedCompensated(name) ? `Comp-${own}` : own;
  return marker === undefined || marker === name ? marked : `${marked}${BETWEEN}${marker}`;
}

/** A detector and its marker, of what stands over a channel; signs with blanks about them count before others. */
export function readName(written: string): { readonly name: string; readonly marker?: string } {
  const [, name, marker] = /^(.+?)\s+::\s+(.+)$/s.exec(written) ?? /^(.+?)\s*::\s*(.+)$/s.exec(written) ?? [];
  return name === undefined || marker === undefined ? { name: written } : { name, marker };
}
