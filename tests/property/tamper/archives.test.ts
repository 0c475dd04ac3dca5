import { copyFileSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { type Kysely, sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { ChainHead } from '../../../core/base/chain/chain.ts';
import { entryDigest } from '../../../core/base/chain/chain.ts';
import { Problem } from '../../../core/base/problem.ts';
import { parseProtocol } from '../../../core/study/protocol/protocol.ts';
import { beginBatch } from '../../../headless/archive/batches.ts';
import { checkArchive } from '../../../headless/archive/check.ts';
import type { Database } from '../../../headless/archive/database.ts';
import { acceptBatch } from '../../../headless/archive/decisions.ts';
import { keepProtocol } from '../../../headless/archive/documents.ts';
import { digestRows, type GuardedTable, guardedNames, guardedTables } from '../../../headless/archive/guarded-rows.ts';
import { importFiles } from '../../../headless/archive/import/import-files.ts';
import { headOfLog } from '../../../headless/archive/log.ts';
import type { LogEntry } from '../../../headless/archive/log-table.ts';
import { type Archive, newArchive } from '../../../headless/archive/open-archive.ts';
import { addOverride } from '../../../headless/archive/overrides.ts';
import { setMetadata } from '../../../headless/archive/runs.ts';
import { saveQuery } from '../../../headless/archive/saved-queries.ts';
import type { ArchiveTables } from '../../../headless/archive/schema.ts';
import { runBatch } from '../../../headless/batch/run-batch.ts';
import { seedRandom } from '../../../test-data/random.ts';
import { at, hex } from '../../archive/archive-support.ts';
import { root, sampleFile } from '../../cli/run-cli.ts';
import { countForProof, proofSeed } from '../../proof.ts';
import { otherValue, pickOf, type Random, upTo } from './changes.ts';

/* A tenth of the changes that `npm run prove -- tamper` makes. LYMPHO_PROOF_SEED repeats them. */

const CHANGES = 500;

let folder = '';
let archive: Archive;
let head: ChainHead;

beforeAll(async () => {
  folder = mkdtempSync(path.join(tmpdir(), 'lymphoscope-tamper-'));
  for (const name of ['simulated-cik.fcs', 'simulated-expanded-nk.fcs']) copyFileSync(sampleFile(name), path.join(folder, name));
  archive = await newArchive(path.join(folder, 'archive.db'));
  const shipped = JSON.parse(readFileSync(path.join(root, 'core/study/protocol/nk-t.json'), 'utf8'));
  const now = () => at(1);
  await importFiles(archive, [folder], { keywords: parseProtocol(JSON.stringify(shipped)).metadata, now });
  const runs = await archive.db.selectFrom('runs').select('id').execute();
  await setMetadata(
    archive,
    runs.map(({ id }) => id),
    { role: 'sample', lot: 'A12', donor: 'D1', culture: 'C1', day: 14 },
  );
  for (const revision of [1, 2]) {
    const text = JSON.stringify({ ...shipped, revision, strategy: shipped.strategy.slice(0, 1), classifier: { ...shipped.classifier } });
    const { sha256 } = await keepProtocol(archive.db, text, 'me', now());
    const batch = await beginBatch(archive, { protocolSha256: sha256, engine: '1', query: '', respectPauses: false, by: 'me', at: now() });
    await runBatch(archive, batch, { jobs: 1, now });
    if (revision === 2) await acceptBatch(archive, batch.id, { reason: 'SOP-12', by: 'me', at: now() });
  }
  const gate = { sha256: hex('1'), dataset: 0, protocolSha256: hex('2'), population: 'A', by: 'me', at: now(), reason: 'seen' };
  for (let i = 0; i < 3; i++) await addOverride(archive.db, { ...gate, to: null });
  await saveQuery(archive.db, { name: 'all', query: 'lot=A12' }, 'me', now());
  head = await headOfLog(archive.db);
}, 120_000);
afterAll(async () => {
  await archive?.close();
  rmSync(folder, { recursive: true, force: true });
});

type Table = GuardedTable | 'log' | 'content_digests';
const keysOf = (table: Table): readonly string[] =>
  table === 'log' ? ['seq'] : table === 'content_digests' ? ['table_name', 'row_key'] : guardedTables[table];
type Row = { readonly [column: string]: string | number | null };

async function rowsOf(db: Database, table: Table): Promise<readonly Row[]> {
  return (await sql<Row>`select * from ${sql.table(table)} order by ${sql.join(keysOf(table).map((key) => sql.ref(key)))}`.execute(db))
    .rows;
}
const isRow = (table: Table, row: Row) =>
  sql.join(
    keysOf(table).map((key) => sql`${sql.ref(key)} = ${row[key]}`),
    sql` and `,
  );
const setColumn = (db: Database, table: Table, row: Row, column: string, value: unknown) =>
  sql`update ${sql.table(table)} set ${sql.ref(column)} = ${value} where ${isRow(table, row)}`.execute(db);

/** Changes something in the archive as a stranger would; gives the row that is another one now, where it is one of a table. */
const changes: { readonly [kind: string]: (random: Random, db: Database, table: Table) => Promise<Row | undefined> } = {
  async value(random, db, table) {
    const row = pickOf(random, await rowsOf(db, table));
    const column = pickOf(random, Object.keys(row));
    const value = otherValue(random, row[column]) as string | number;
    await setColumn(db, table, row, column, value);
    return { ...row, [column]: value };
  },
  async row(random, db, table) {
    const row = pickOf(random, await rowsOf(db, table));
    if (random.uniform() < 0.5) {
      await sql`delete from ${sql.table(table)} where ${isRow(table, row)}`.execute(db);
      return undefined;
    }
    const key = keysOf(table).at(-1) ?? '';
    const added = { ...row, [key]: otherValue(random, row[key]) as string | number };
    await sql`insert into ${sql.table(table)} (${sql.join(Object.keys(added).map((name) => sql.ref(name)))}) values (${sql.join(Object.values(added))})`.execute(
      db,
    );
    return undefined;
  },
  async order(random, db, table) {
    const rows = await rowsOf(db, table);
    const [a, b] = [pickOf(random, rows), pickOf(random, rows)];
    const columns = Object.keys(a).filter((column) => !keysOf(table).includes(column));
    if (columns.every((column) => a[column] === b[column])) throw new Error('the same');
    for (const column of columns) {
      await setColumn(db, table, a, column, b[column]);
      await setColumn(db, table, b, column, a[column]);
    }
    return undefined;
  },
  async tail(random, db) {
    await sql`delete from log where seq > ${head.entries - 1 - upTo(random, 3)}`.execute(db);
    return undefined;
  },
  async bit(random, db, table) {
    const row = pickOf(random, await rowsOf(db, table));
    const column = pickOf(
      random,
      Object.keys(row).filter((name) => typeof row[name] === 'string' && row[name] !== '' && !keysOf(table).includes(name)),
    );
    const bytes = Buffer.from(String(row[column]));
    const where = upTo(random, bytes.length);
    bytes[where] = (bytes[where] ?? 0) ^ (1 << upTo(random, 8));
    await sql`update ${sql.table(table)} set ${sql.ref(column)} = cast(${bytes} as text) where ${isRow(table, row)}`.execute(db);
    return undefined;
  },
};
const kinds = Object.keys(changes);

/** The digest of the row beside it and in the entry that told it, and what the entry behind carries, computed anew. */
async function renew(db: Database, table: Table, row: Row): Promise<void> {
  if (table === 'log') return carry(db, row as unknown as LogEntry);
  if (table === 'content_digests') return;
  const key = guardedTables[table].map((column) => row[column] as string | number);
  const [digest] = await digestRows(db, [{ table, key }]);
  const text = JSON.stringify(key);
  await sql`update content_digests set sha256 = ${digest?.sha256} where table_name = ${table} and row_key = ${text}`.execute(db);
  const entries = (await rowsOf(db, 'log')) as unknown as readonly LogEntry[];
  const telling = entries.findLast(({ contents }) => contents.includes(JSON.stringify(text)) && contents.includes(`"${table}"`));
  if (telling === undefined) return;
  const contents = JSON.stringify(
    (JSON.parse(telling.contents) as [string, string, string][]).map((told) =>
      told[0] === table && told[1] === text ? [table, text, digest?.sha256] : told,
    ),
  );
  await sql`update log set contents = ${contents} where seq = ${telling.seq}`.execute(db);
  await carry(db, { ...telling, contents });
}

const carry = async (db: Database, entry: LogEntry): Promise<void> =>
  void (await sql`update log set before = ${entryDigest(entry, entry.before)} where seq = ${entry.seq + 1}`.execute(db));

class Undone extends Error {}

/** Makes a change, looks what is found, and takes it back. Undefined where it could not be made. */
async function tried(
  random: Random,
  kind: string,
  table: Table,
  renewed: boolean,
): Promise<{ readonly all: number; readonly alone: number } | undefined> {
  let found: { readonly all: number; readonly alone: number } | undefined;
  await (archive.db as Kysely<ArchiveTables>)
    .transaction()
    .execute(async (db) => {
      await sql`pragma defer_foreign_keys = on`.execute(db);
      const row = await changes[kind]?.(random, db, table);
      if (renewed && row !== undefined) await renew(db, table, row);
      const report = await checkArchive({ ...archive, db: db as unknown as Kysely<ArchiveTables> }, [head]).catch((error: unknown) => {
        if (error instanceof Problem) return { faults: [{ kind: 'refused' }] };
        throw error;
      });
      found = { all: report.faults.length, alone: report.faults.filter((fault) => fault.kind !== 'anchor').length };
      throw new Undone();
    })
    // a change that the database refuses is none
    .catch((error: unknown) => error);
  return found;
}

describe('an archive with a single change', () => {
  it(`is found, ${CHANGES} times`, async () => {
    expect((await checkArchive(archive, [head])).faults).toEqual([]);
    const random = seedRandom(proofSeed);
    const tables: readonly Table[] = [...guardedNames, 'log', 'log', 'log', 'content_digests'];
    const filled: Table[] = [];
    for (const table of tables) if ((await rowsOf(archive.db, table)).length > 0) filled.push(table);
    const unseen: string[] = [];
    const done: { [kind: string]: number } = {};
    let withoutAnchor = 0;
    for (let made = 0; made < CHANGES; ) {
      const kind = kinds[made % kinds.length] ?? '';
      const table = pickOf(random, filled);
      const renewed = made % 2 === 1;
      const found = await tried(random, kind, table, renewed);
      if (found === undefined) continue;
      made += 1;
      done[kind] = (done[kind] ?? 0) + 1;
      if (found.alone === 0) withoutAnchor += 1;
      if (found.all === 0) unseen.push(`${kind} ${table} ${renewed}`);
    }
    countForProof('archives changed', CHANGES);
    countForProof('archives found by an anchor alone', withoutAnchor);
    countForProof('archives unseen', unseen.length);
    expect(unseen).toEqual([]);
    expect((await checkArchive(archive, [head])).faults).toEqual([]);
  }, 600_000);
});
