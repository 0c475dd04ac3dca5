import type { ChainHead } from '../../base/chain/chain.ts';
import { checkDocumentOf, MOST_NESTING, nestingOf, parseJson } from '../../base/json-document.ts';
import { type Migration, migrate } from '../../base/migrate.ts';
import { type SessionTrust, sessionTrust } from './audit-check.ts';
import { limits } from './document/session-limits.ts';
import { refuseSession } from './document/session-problems.ts';
import { checkDocument } from './edits/edit-check.ts';
import { type Session, sessionSchema } from './session.ts';

/** One step from each older version of the format to the next. */
const migrations: { readonly [from: number]: Migration } = {
  // 2 has the audit as a chain; what was written before stays without digests until somebody seals it
  1: (document) => ({ ...document, version: 2 }),
  // 3 has groups of samples
  2: (document) => ({ ...document, version: 3, groups: [] }),
};

/**
 * Reads a session from JSON text, and says whether it is what its audit tells; `anchors` are heads of this audit that were kept elsewhere.
 * Throws `session-too-large`, `version-unknown`, `session-invalid` with the place in the document, or the problem of the first rule between its
 * parts that is broken (see `checkDocument`).
 */
export function openSession(text: string, anchors: readonly ChainHead[] = []): { readonly session: Session; readonly trust: SessionTrust } {
  const { session, written } = readSession(text);
  return { session, trust: sessionTrust(session, written, anchors) };
}

function readSession(text: string): { readonly session: Session; readonly written: unknown } {
  if (text.length > limits.file || nestingOf(text) > MOST_NESTING) tooLarge();
  const kind = { code: 'session-invalid', name: { en: 'session', ja: 'セッション' }, schema: sessionSchema };
  const written = parseJson(text, kind);
  const session = checkDocumentOf(migrate(written, 3, migrations), kind);
  checkDocument(session);
  return { session, written };
}

const tooLarge = (): never => refuseSession('session-too-large', { characters: limits.file, levels: MOST_NESTING });

/**
 * The same session gives the same text, whatever order its keys were made in. Throws `session-too-large` for one that could not
 * be opened again; a session that is not valid is a bug: ZodError.
 */
export function serialiseSession(session: Session): string {
  const text = `${JSON.stringify(sessionSchema.parse(session), sortRecords, 2)}\n`;
  return text.length > limits.file ? tooLarge() : text;
}

/** The schema puts the keys of every object in its own order; a record has only the order in which it was filled. */
const records: readonly string[] = ['transforms', 'markers', 'sources', 'keywords'];

function sortRecords(key: string, value: unknown): unknown {
  if (!records.includes(key) || typeof value !== 'object' || value === null || Array.isArray(value)) return value;
  return Object.fromEntries(Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1)));
}
