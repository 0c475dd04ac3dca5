import * as z from 'zod';
import { idSchema, stampSchema } from '../document/group.ts';
import { digestSchema, type SessionDocument } from '../document/session-document.ts';
import { emptyDocument } from '../document/session-empty.ts';
import { limits } from '../document/session-limits.ts';
import { refuseSession } from '../document/session-problems.ts';
import { editSchemas } from '../edits/edit-kinds.ts';
import { applyEdit } from '../edits/edits.ts';

/** Undo, redo and sealing are acts too: they are written down, never taken back. */
const actionSchema = z.discriminatedUnion('type', [
  ...editSchemas,
  z.strictObject({ type: z.literal('undo') }),
  z.strictObject({ type: z.literal('redo') }),
  /** What was written before there were chains is taken as it stands, for this reason; from here on each entry carries the digest of the one before. */
  z.strictObject({ type: z.literal('seal'), reason: z.string().trim().min(1).max(limits.text) }),
]);
export type Action = Readonly<z.infer<typeof actionSchema>>;

export const auditEntrySchema = z.strictObject({
  ...stampSchema.shape,
  action: actionSchema,
  /** Samples that another gating group gates since, by the groups' names then; a name is absent for all samples together. */
  regrouped: z
    .array(z.strictObject({ sample: idSchema, from: z.string().optional(), to: z.string().optional() }))
    .max(limits.samples)
    .optional(),
  /** The digest of the entry before (core/base/chain). */
  before: digestSchema.optional(),
});
export type AuditEntry = Readonly<z.infer<typeof auditEntrySchema>>;

/** Does everything again that the audit tells, from the empty document on. Throws where an entry does not fit what went before. */
export function replayAudit(audit: readonly AuditEntry[]): SessionDocument {
  const past: SessionDocument[] = [];
  let future: SessionDocument[] = [];
  let present = emptyDocument;
  for (const { at, by, action } of audit) {
    if (action.type === 'undo') {
      future.push(present);
      present = past.pop() ?? unplayable(at);
    } else if (action.type === 'redo') {
      past.push(present);
      present = future.pop() ?? unplayable(at);
    } else if (action.type !== 'seal') {
      past.push(present);
      future = [];
      present = applyEdit(present, action, { at, by });
    }
  }
  return present;
}

/** Refuses an entry that does not fit what went before. */
export const unplayable = (at: string): never => refuseSession('audit-broken', { at }, 'audit');
