import * as z from 'zod';
import { type AuditEntry, auditEntrySchema } from './audit/audit.ts';
import { documentSchema, type SessionDocument } from './document/session-document.ts';
import { limits } from './document/session-limits.ts';

/** A session file: the protocol as it is worked with, the samples, what a person decided in single samples, and how it all came about. */
export const sessionSchema = z.strictObject({
  format: z.literal('lymphoscope-session'),
  /** Of the file format; see `migrations` in session-text.ts. */
  version: z.literal(1),
  ...documentSchema.shape,
  audit: z.array(auditEntrySchema).max(limits.audit),
});
type SessionFields = z.infer<typeof sessionSchema>;
export interface Session extends Readonly<Omit<SessionFields, 'audit'>> {
  /** Oldest first. Only ever grows. */
  readonly audit: readonly AuditEntry[];
}

export const asSession = (document: SessionDocument, audit: readonly AuditEntry[]): Session => ({
  format: 'lymphoscope-session',
  version: 1,
  ...document,
  audit,
});
