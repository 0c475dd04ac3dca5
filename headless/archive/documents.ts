import { canonicalJson } from '../../core/base/chain/canonical-json.ts';
import { Problem } from '../../core/base/problem.ts';
import { type Protocol, parseProtocol } from '../../core/study/protocol/protocol.ts';
import type { Database } from './database.ts';
import { sha256Of } from './digests.ts';
import { inTransaction, logRows } from './log.ts';
import type { StoredProtocol } from './schema.ts';

export interface ProtocolVersion {
  readonly sha256: string;
  readonly protocol: Protocol;
  readonly text: string;
}

/** Keeps a version of a protocol, named by its bytes, and the profiles that it classifies by. Throws where the text is no protocol. */
export async function keepProtocol(db: Database, text: string, by: string, at: string): Promise<ProtocolVersion> {
  const protocol = parseProtocol(text);
  const sha256 = sha256Of(text);
  const row = { sha256, name: protocol.name, revision: protocol.revision, text, added_by: by, added_at: at };
  await inTransaction(db, async (transaction) => {
    await transaction
      .insertInto('protocols')
      .values(row)
      .onConflict((c) => c.doNothing())
      .execute();
    const { profiles } = protocol.classifier;
    if (profiles !== undefined) await keepProfiles(transaction, profiles, at);
    await logRows(transaction, 'protocol', [{ table: 'protocols', key: [sha256] }]);
  });
  return { sha256, protocol, text };
}

/** A version by its digest or the beginning of it. */
export async function protocolVersion(db: Database, digest: string): Promise<ProtocolVersion> {
  const found = /^[0-9a-f]{4,64}$/.test(digest)
    ? await db.selectFrom('protocols').selectAll().where('sha256', 'like', `${digest}%`).execute()
    : [];
  const [only] = found;
  if (only === undefined || found.length > 1) throw new Problem('protocol-unknown', unknown, { protocol: digest });
  return { sha256: only.sha256, protocol: parseProtocol(only.text), text: only.text };
}

export const listProtocols = (db: Database): Promise<readonly StoredProtocol[]> =>
  db.selectFrom('protocols').selectAll().orderBy('name').orderBy('revision').orderBy('sha256').execute();

/** Keeps a set of profiles as it is: plain JSON with a name and a revision, whatever else it holds. */
export async function keepProfiles(
  db: Database,
  document: { readonly name: string; readonly revision: number },
  at: string,
): Promise<string> {
  const text = canonicalJson(document);
  const sha256 = sha256Of(text);
  const row = { sha256, name: document.name, version: document.revision, document: text, added_at: at };
  await inTransaction(db, async (transaction) => {
    await transaction
      .insertInto('profiles')
      .values(row)
      .onConflict((c) => c.doNothing())
      .execute();
    await logRows(transaction, 'protocol', [{ table: 'profiles', key: [sha256] }]);
  });
  return sha256;
}

export const listProfiles = (db: Database) => db.selectFrom('profiles').selectAll().orderBy('name').orderBy('version').execute();

const unknown = {
  en: 'The archive holds no single protocol version {protocol}.',
  ja: 'アーカイブに該当するプロトコル版{protocol}がない、または一つに定まりません。',
};
