import * as z from 'zod';
import { type SessionDocument, stampSchema } from '../document/session-document.ts';
import { emptyDocument } from '../document/session-empty.ts';
import { refuseSession } from '../document/session-problems.ts';
import { editSchemas } from '../edits/edit-kinds.ts';
import { applyEdit } from '../edits/edits.ts';

/** Undo and redo are acts too: they are written down, never taken back. */
const actionSchema = z.discriminatedUnion('type', [
  ...editSchemas,
  z.strictObject({ type: z.literal('undo') }),
  z.strictObject({ type: z.literal('redo') }),
]);
export type Action = Readonly<z.infer<typeof actionSchema>>;

export const auditEntrySchema = z.strictObject({ ...stampSchema.shape, action: actionSchema });
export type AuditEntry = Readonly<z.infer<typeof auditEntrySchema>>;

/** Does everything again that the audit tells, from the empty document on. Throws where an entry does not fit what went before. */
export function replayAudit(audit: readonly AuditEntry[]): SessionDocument {
  const past: SessionDocument[] = [];
  let future: SessionDocument[] = [];
  let present = emptyDocument;
  for (const { at, by, action } of audit) {
    if (action.type === 'undo') {
      future.push(present);
      present = past.pop() ?? broken(at);
    } else if (action.type === 'redo') {
      past.push(present);
      present = future.pop() ?? broken(at);
    } else {
      past.push(present);
      future = [];
      present = applyEdit(present, action, { at, by });
    }
  }
  return present;
}

const broken = (at: string): never => refuseSession('audit-broken', { at }, 'audit');
