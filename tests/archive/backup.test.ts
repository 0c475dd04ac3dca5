import { copyFileSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { parseProtocol } from '../../core/study/protocol/protocol.ts';
import { backUp, restore } from '../../headless/archive/backup.ts';
import { beginBatch } from '../../headless/archive/batches.ts';
import { checkArchive } from '../../headless/archive/check.ts';
import { acceptBatch } from '../../headless/archive/decisions.ts';
import { keepProtocol } from '../../headless/archive/documents.ts';
import { importFiles } from '../../headless/archive/import/import-files.ts';
import { type Archive, openArchive } from '../../headless/archive/open-archive.ts';
import { addOverride } from '../../headless/archive/overrides.ts';
import { saveQuery } from '../../headless/archive/saved-queries.ts';
import { tablesInOrder } from '../../headless/archive/tables-in-order.ts';
import { runBatch } from '../../headless/batch/run-batch.ts';
import { root, sampleFile } from '../cli/run-cli.ts';
import { at, hex, openNew, type Store, stores } from './archive-support.ts';

const text = readFileSync(path.join(root, 'core/study/protocol/nk-t.json'), 'utf8');
const now = () => at(1);
let folder = '';
beforeAll(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'lymphoscope-backup-'));
  copyFileSync(sampleFile('simulated-cik.fcs'), path.join(folder, 'cik.fcs'));
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** Every row of every table, in an order of its own. */
async function everything({ db }: Archive): Promise<object> {
  const tables: { [table: string]: readonly string[] } = {};
  for (const [table] of tablesInOrder) {
    const { rows } = await sql<object>`select * from ${sql.table(table)}`.execute(db);
    tables[table] = rows.map((row) => JSON.stringify(row)).sort();
  }
  return tables;
}

async function filled(store: Store): Promise<Archive> {
  const archive = await openNew(store);
  await importFiles(archive, [path.join(folder, 'cik.fcs')], { keywords: parseProtocol(text).metadata, now });
  for (const revision of [1, 2]) {
    const { sha256 } = await keepProtocol(archive.db, JSON.stringify({ ...JSON.parse(text), revision }), 'me', now());
    const batch = await beginBatch(archive, { protocolSha256: sha256, engine: '1', query: '', respectPauses: false, by: 'me', at: now() });
    await runBatch(archive, batch, { jobs: 1, now });
    if (revision === 2) await acceptBatch(archive, batch.id, { reason: '理由', by: 'me', at: now() });
  }
  const gate = { sha256: hex('1'), dataset: 0, protocolSha256: hex('2'), population: 'A', by: 'me', at: now(), reason: 'r' };
  for (let i = 0; i < 3; i++) await addOverride(archive.db, { ...gate, to: null });
  await saveQuery(archive.db, { name: 'all', query: 'all' }, 'me', now());
  return archive;
}

describe.each(stores.map((open) => [open.name, open] as const))('a backup, %s', (_name, open) => {
  it('brings back every row, into a file and into an empty archive of the same kind, and nothing that holds runs', async () => {
    const store = open();
    const archive = await filled(store);
    try {
      const file = path.join(folder, `${store.name}.backup`);
      expect(await backUp(archive, file)).toMatchObject({ runs: 1, results: 2, faults: [] });
      const before = await everything(archive);
      const place = await store.newPlace();
      for (const target of [place, path.join(folder, `${store.name}.db`)]) {
        expect((await restore(file, target, { now: now() })).runs).toBe(1);
        const back = await openArchive(target);
        expect(await everything(back)).toEqual(before);
        expect((await checkArchive(back)).faults).toEqual([]);
        await back.close();
      }
      await expect(restore(file, place, { now: now() })).rejects.toMatchObject({ code: 'archive-not-empty' });
    } finally {
      await archive.close();
      await store.remove();
    }
  });
});
