import { type AuditEntry, unplayable } from '../audit/audit.ts';
import type { SessionDocument } from '../document/session-document.ts';
import { emptyDocument } from '../document/session-empty.ts';
import { applyEdit } from '../edits/edits.ts';
import type { Change } from './change.ts';
import { changesBetween } from './document-changes.ts';

/** One act of the audit, with what it changed. */
export interface Act {
  readonly entry: AuditEntry;
  readonly changes: readonly Change[];
  /** `undone`: what it did does not stand now. Undoing, redoing and sealing are acts of their own and `stand`. */
  readonly state: 'stands' | 'undone';
  /** How many times to undo (negative) or redo (positive) until the session is as it was just after this act; absent where that is out of reach. */
  readonly steps?: number;
}

/** How many acts can be undone and done again now: those of before the session was opened cannot. */
export interface Reach {
  readonly undoable: number;
  readonly redoable: number;
}

/**
 * The acts of an audit, oldest first, with the values before and after them.
 * Throws where an entry does not fit what went before.
 */
export function chronicleOf(audit: readonly AuditEntry[], reach: Reach): readonly Act[] {
  const past: Did[] = [];
  let future: Did[] = [];
  let present = emptyDocument;
  const changes: (readonly Change[])[] = [];
  audit.forEach(({ at, by, action }, entry) => {
    const before = present;
    if (action.type === 'undo') {
      const did = past.pop() ?? unplayable(at);
      future.push(did);
      present = did.before;
    } else if (action.type === 'redo') {
      const did = future.pop() ?? unplayable(at);
      past.push(did);
      present = did.after;
    } else if (action.type !== 'seal') {
      present = applyEdit(present, action, { at, by });
      past.push({ entry, before, after: present });
      future = [];
    }
    changes.push(changesBetween(before, present));
  });
  const steps = new Map([
    ...past.map(({ entry }, i) => [entry, i + 1 - past.length] as const).filter(([, back]) => -back <= reach.undoable),
    ...future.map(({ entry }, i) => [entry, future.length - i] as const).filter(([, forth]) => forth <= reach.redoable),
  ]);
  const standing = new Set(past.map(({ entry }) => entry));
  return audit.map((entry, i): Act => {
    const away = steps.get(i);
    const isEdit = !['undo', 'redo', 'seal'].includes(entry.action.type);
    return {
      entry,
      changes: changes[i]!,
      state: isEdit && !standing.has(i) ? 'undone' : 'stands',
      ...(away === undefined ? {} : { steps: away }),
    };
  });
}

/** An edit that was done, and the session before and after it. */
interface Did {
  readonly entry: number;
  readonly before: SessionDocument;
  readonly after: SessionDocument;
}
