import { headOf, isSealed, nextLink } from '../../base/chain/chain.ts';
import type { Arrangement } from '../arrangement/arrangement.ts';
import type { AuditEntry } from './audit/audit.ts';
import type { Stamp } from './document/group.ts';
import { regroupedBy } from './document/group-members.ts';
import type { SessionDocument } from './document/session-document.ts';
import { emptyDocument } from './document/session-empty.ts';
import { type Edit, parseEdit } from './edits/edit-kinds.ts';
import { applyEdit } from './edits/edits.ts';
import { refuseOtherDonor } from './edits/refuse-other-donor.ts';
import { deepFreeze } from './history-freeze.ts';
import { asSession, type Session } from './session.ts';

/** A session while it is worked on. Undo is the previous document; the audit only ever grows. Everything in it is frozen. */
export interface History {
  /** Oldest first, at most `MAX_PAST`. */
  readonly past: readonly SessionDocument[];
  readonly present: SessionDocument;
  /** What `redo` brings next is last. */
  readonly future: readonly SessionDocument[];
  readonly audit: readonly AuditEntry[];
}

/** Documents share what did not change between them, so that these cost about as much as the edits themselves. */
export const MAX_PAST = 500;

export const emptyHistory: History = deepFreeze({ past: [], present: emptyDocument, future: [], audit: [] });

/** A session as it was saved, with nothing to undo yet. */
export function openHistory({ audit, protocol, gateIds, samples, overrides, groups, reviews, plates }: Session): History {
  const present = {
    protocol,
    gateIds,
    samples,
    overrides,
    groups,
    ...(reviews === undefined ? {} : { reviews }),
    ...(plates === undefined ? {} : { plates }),
  };
  return deepFreeze({ past: [], present, future: [], audit });
}

/** The session to be saved, with the arrangement of its window. */
export const sessionOf = ({ present, audit }: History, arrangement?: Arrangement): Session => asSession(present, audit, arrangement);

/**
 * Does an edit, writes it into the audit, and forgets what could have been redone.
 * Throws a Problem where the edit is not valid or does not fit; the history is then as it was.
 */
export function commit(history: History, edit: Edit, stamp: Stamp): History {
  const action = parseEdit(edit);
  refuseOtherDonor(history.present, action);
  const present = applyEdit(history.present, action, stamp);
  return deepFreeze({
    past: [...history.past, history.present].slice(-MAX_PAST),
    present,
    future: [],
    audit: noted(history, action, stamp, present),
  });
}

/** The same history where there is nothing to undo. */
export function undo(history: History, stamp: Stamp): History {
  const present = history.past.at(-1);
  if (present === undefined) return history;
  const audit = noted(history, { type: 'undo' }, stamp, present);
  return deepFreeze({ past: history.past.slice(0, -1), present, future: [...history.future, history.present], audit });
}

/** The same history where there is nothing to redo. */
export function redo(history: History, stamp: Stamp): History {
  const present = history.future.at(-1);
  if (present === undefined) return history;
  const audit = noted(history, { type: 'redo' }, stamp, present);
  return deepFreeze({ past: [...history.past, history.present].slice(-MAX_PAST), present, future: history.future.slice(0, -1), audit });
}

/**
 * Takes an audit that was begun before there were chains as it stands, for a reason that is kept: from here on its entries carry digests.
 * The same history where they do already.
 */
export function seal(history: History, reason: string, { at, by }: Stamp): History {
  if (isSealed(history.audit)) return history;
  const entry: AuditEntry = { at, by, action: { type: 'seal', reason }, before: headOf(history.audit).head };
  return deepFreeze({ ...history, audit: [...history.audit, entry] });
}

function noted(
  { audit, present }: History,
  action: AuditEntry['action'],
  { at, by }: Stamp,
  after: SessionDocument,
): readonly AuditEntry[] {
  const before = nextLink(audit);
  const regrouped = regroupedBy(present, after);
  return [
    ...audit,
    { at, by, action, ...(regrouped.length === 0 ? {} : { regrouped: [...regrouped] }), ...(before === undefined ? {} : { before }) },
  ];
}
