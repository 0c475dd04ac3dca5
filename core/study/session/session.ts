import * as z from 'zod';
import { nextLink } from '../../base/chain/chain.ts';
import { type Arrangement, arrangementSchema } from '../arrangement/arrangement.ts';
import { type AuditEntry, auditEntrySchema } from './audit/audit.ts';
import { digestSchema, documentSchema, type SessionDocument } from './document/session-document.ts';
import { limits } from './document/session-limits.ts';

/** A session file: the protocol as it is worked with, the samples, what a person decided in single samples, and how it all came about. */
export const sessionSchema = z.strictObject({
  format: z.literal('lymphoscope-session'),
  /** Of the file format; see `migrations` in session-text.ts. */
  version: z.literal(3),
  ...documentSchema.shape,
  /** How the window looks: no part of what is audited and undone. */
  arrangement: arrangementSchema.optional(),
  audit: z.array(auditEntrySchema).max(limits.audit),
  /** How many entries the audit has and the digest of its last one; absent where it was begun before there were chains and nobody sealed it. */
  seal: z.strictObject({ entries: z.int().min(0), head: digestSchema }).optional(),
});
type SessionFields = z.infer<typeof sessionSchema>;
export interface Session extends Readonly<Omit<SessionFields, 'audit' | 'arrangement'>> {
  readonly arrangement?: Arrangement | undefined;
  /** Oldest first. Only ever grows. */
  readonly audit: readonly AuditEntry[];
}

export const asSession = (document: SessionDocument, audit: readonly AuditEntry[], arrangement?: Arrangement): Session => ({
  format: 'lymphoscope-session',
  version: 3,
  ...document,
  ...(arrangement && Object.keys(arrangement).length > 0 ? { arrangement } : {}),
  audit,
  ...sealOf(audit),
});

function sealOf(audit: readonly AuditEntry[]): Pick<Session, 'seal'> {
  const head = nextLink(audit);
  return head === undefined ? {} : { seal: { entries: audit.length, head } };
}
