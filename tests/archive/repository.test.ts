import { readFileSync } from 'node:fs';
import { Kysely, sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { beginBatch, countBatch, findBatch, pendingRuns } from '../../headless/archive/batches.ts';
import { acceptBatch, listDecisions, recordFirstResults, rejectBatch, rollBack } from '../../headless/archive/decisions.ts';
import { keepProfiles, keepProtocol, listProfiles, listProtocols, protocolVersion } from '../../headless/archive/documents.ts';
import { migrate, schemaVersion } from '../../headless/archive/migrate.ts';
import type { Archive } from '../../headless/archive/open-archive.ts';
import { openArchive } from '../../headless/archive/open-archive.ts';
import { addOverride, overrideBook, placeGates } from '../../headless/archive/overrides.ts';
import { ensureMaterial } from '../../headless/archive/people-and-lots.ts';
import { GuardedPostgresDialect, serverConnections } from '../../headless/archive/postgres.ts';
import { givenDigest, resultIdOf, storeResults } from '../../headless/archive/results.ts';
import { addFile, duplicateRuns, metadataOf, runsByIds, setMetadata } from '../../headless/archive/runs.ts';
import { forgetQuery, listQueries, saveQuery } from '../../headless/archive/saved-queries.ts';
import type { ArchiveTables } from '../../headless/archive/schema.ts';
import { countRuns, selectRuns } from '../../headless/archive/select-runs.ts';
import { LibsqlDialect } from '../../headless/archive/sqlite.ts';
import { createResultWriter } from '../../headless/batch/result-writer.ts';
import { at, hex, openNew, type Store, someRun, stores } from './archive-support.ts';

const protocolText = readFileSync(new URL('../../core/study/protocol/nk-t.json', import.meta.url), 'utf8');
const protocolAgain = JSON.stringify({ ...JSON.parse(protocolText), revision: 2 });

describe.each(stores.map((open) => [open.name, open] as const))('the repository, %s', (_name, open) => {
  let store: Store;
  let archive: Archive;
  beforeAll(async () => {
    store = open();
    archive = await openNew(store);
  });
  afterAll(async () => {
    await archive?.close();
    await store?.remove();
  });

  async function runOf(id: string) {
    const [run] = await runsByIds(archive.db, [id]);
    if (run === undefined) throw new Error(`no run ${id}`);
    return run;
  }

  it('opens again with what it holds, and refuses a later schema', async () => {
    const place = await store.newPlace();
    const first = await openArchive(place, { create: true });
    await addFile(first, { path: '/a', sha256: hex('a'), size: 1, modified: 1.5 }, [someRun(hex('a'))], at(0));
    await first.close();
    const second = await openArchive(place);
    expect(await countRuns(second.db, '')).toBe(1);
    await sql`update schema_version set version = 99`.execute(second.db);
    await second.close();
    await expect(openArchive(place)).rejects.toMatchObject({ code: 'archive-newer' });
  });

  it('lifts an archive of the first schema to this one, and keeps what it holds', async () => {
    const place = await store.newPlace();
    const bare = store.name === 'SQLite' ? new LibsqlDialect(place) : new GuardedPostgresDialect(serverConnections(place, 4), place);
    const old = new Kysely<ArchiveTables>({ dialect: bare });
    await migrate(old, place, 1);
    await old.insertInto('donors').values({ id: 'D1', note: 'ドナー' }).execute();
    await old.destroy();
    const lifted = await openArchive(place);
    expect(await lifted.db.selectFrom('donors').selectAll().execute()).toEqual([{ id: 'D1', note: 'ドナー' }]);
    const { rows } = await sql<{ version: number }>`select version from schema_version`.execute(lifted.db);
    expect(rows).toEqual([{ version: schemaVersion }]);
    await lifted.close();
  });

  it('opens a new archive from two sides at once', async () => {
    const place = await store.newPlace();
    const both = await Promise.all([openArchive(place, { create: true }), openArchive(place, { create: true })]);
    const ids = await Promise.all(both.map(({ db }) => db.selectFrom('archive_info').select('value').where('name', '=', 'id').execute()));
    expect(ids[0]).toEqual(ids[1]);
    for (const one of both) await one.close();
  });

  it('keeps a file once, with its links, wherever it lies', async () => {
    const metadata = { role: 'sample', donor: 'ドナー1', lot: 'L-1', culture: 'C-1', day: 14, declaredMethod: 'ANK', run: 'R-7' } as const;
    const run = someRun(hex('b'), { metadata, acquired_on: '2026-01-31', name: '検体 %_1.fcs' });
    expect(await addFile(archive, { path: '/b', sha256: hex('b'), size: 3_000_000_000, modified: 1 }, [run], at(1))).toBe(1);
    expect(await addFile(archive, { path: '/copy of b', sha256: hex('b'), size: 3_000_000_000, modified: 1 }, [run], at(2))).toBe(0);
    const stored = await runOf(`${hex('b')}:0`);
    expect(stored).toMatchObject({ donor_id: 'ドナー1', lot_id: 'L-1', day: 14, events: 100 });
    expect((await metadataOf(archive.db, [stored])).get(stored.id)).toEqual(metadata);
    const { size } = await archive.db.selectFrom('run_files').select('size').where('path', '=', '/b').executeTakeFirstOrThrow();
    expect(size).toBe(3_000_000_000);
    expect(await runsByIds(archive.db, ['none'])).toEqual([]);
  });

  it('finds runs by what a person types', async () => {
    const lots = ['A12', 'A13', 'B1'];
    for (const [i, lot] of lots.entries()) {
      const metadata = { role: 'sample', lot, day: i * 7 } as const;
      const run = someRun(hex('cde'[i] ?? ''), { metadata, acquired_on: `2026-0${i + 2}-10`, cytometer: i === 2 ? null : 'FACSCanto II' });
      await addFile(archive, { path: `/data/${lot}.fcs`, sha256: run.sha256, size: 1, modified: 1 }, [run], at(3));
    }
    const found = async (query: string) => (await selectRuns(archive.db, query)).map(({ lot_id }) => lot_id);
    expect(await found('lot=A12|A13')).toEqual(['A12', 'A13']);
    expect(await found('lot~a1 day>=7')).toEqual(['A13']);
    expect(await found('cytometer~canto acquired>=2026-03')).toEqual(['A13']);
    expect(await found('acquired=2026-02')).toEqual(['A12']);
    expect(await found('path~"/data/B"')).toEqual(['B1']);
    expect(await found('"検体 %_1"')).toEqual(['L-1']);
    expect(await found('%_1')).toEqual(['L-1']);
    expect(await found('culture=C-1')).toEqual(['L-1']);
    expect(await found('day>=0 lot!=L-1')).toEqual(['A12', 'A13', 'B1']);
    expect(await countRuns(archive.db, 'role=sample')).toBe(4);
    const [first, ...others] = await selectRuns(archive.db, '');
    const page = await selectRuns(archive.db, '', { limit: 2, after: first?.id });
    expect(page.map(({ id }) => id)).toEqual(others.slice(0, 2).map(({ id }) => id));
    for (const wrong of ['lot>1', 'day~1', 'day=many', 'foo=1', 'acquired>=10.1.2026', '= ='])
      await expect(found(wrong)).rejects.toMatchObject({ code: 'query-invalid' });
  });

  it('keeps queries under names', async () => {
    await saveQuery(archive.db, { name: '今週', query: 'acquired>=2026-02' }, 'me', at(1));
    await saveQuery(archive.db, { name: '今週', query: 'acquired>=2026-03' }, 'me', at(1));
    expect(await listQueries(archive.db)).toEqual([{ name: '今週', query: 'acquired>=2026-03' }]);
    await expect(saveQuery(archive.db, { name: 'x', query: 'foo=1' }, 'me', at(1))).rejects.toMatchObject({ code: 'query-invalid' });
    await forgetQuery(archive.db, '今週');
    expect(await listQueries(archive.db)).toEqual([]);
  });

  it('takes in what hostile keywords hold', async () => {
    const metadata = { role: 'sample', lot: 'L\u0000\u{1f9ec}', donor: "'; drop table runs; --" } as const;
    const run = someRun(hex('9'), { metadata, cytometer: 'BD\u0000 \u202e', panel: '\u0000', keywords: JSON.stringify({ A: '\u0000' }) });
    await addFile(archive, { path: '/9', sha256: hex('9'), size: 1, modified: 1 }, [run], at(4));
    expect(await runOf(`${hex('9')}:0`)).toMatchObject({
      lot_id: 'L\u{1f9ec}',
      cytometer: 'BD \u202e',
      donor_id: "'; drop table runs; --",
    });
    expect(await selectRuns(archive.db, `donor="'; drop table runs; --"`)).toHaveLength(1);
  });

  it('finds the same events under other names', async () => {
    await addFile(archive, { path: '/f', sha256: hex('f'), size: 1, modified: 1 }, [someRun(hex('f'), { data_sha256: hex('c') })], at(4));
    const groups = await duplicateRuns(archive.db);
    expect(groups.map((group) => group.map(({ sha256 }) => sha256[0]))).toEqual([['c', 'f']]);
  });

  it('keeps a material once', async () => {
    const { db } = archive;
    const bag = await ensureMaterial(db, { kind: 'frozen-bag', label: 'BAG-1', cells: 1e9, volumeMl: 100 });
    const dose = await ensureMaterial(db, { kind: 'dose', label: 'DOSE-1' });
    expect(dose).not.toBe(bag);
    expect(await ensureMaterial(db, { kind: 'dose', label: 'DOSE-1' })).toBe(dose);
  });

  it('keeps every version of a protocol and of a profile by its bytes', async () => {
    const one = await keepProtocol(archive.db, protocolText, 'me', at(1));
    await keepProtocol(archive.db, protocolAgain, 'me', at(2));
    await keepProtocol(archive.db, protocolText, 'someone', at(3));
    expect((await listProtocols(archive.db)).map(({ revision }) => revision)).toEqual([1, 2]);
    expect((await protocolVersion(archive.db, one.sha256.slice(0, 8))).text).toBe(protocolText);
    await expect(protocolVersion(archive.db, 'ffffffff')).rejects.toMatchObject({ code: 'protocol-unknown' });
    await expect(keepProtocol(archive.db, '{}', 'me', at(1))).rejects.toMatchObject({ code: 'version-unknown' });
    const own = { name: 'ANK', revision: 7 };
    await keepProfiles(archive.db, own, at(1));
    await keepProfiles(archive.db, { revision: 7, name: 'ANK' }, at(2));
    const { name = '', revision = 0 } = one.protocol.classifier.profiles ?? {};
    expect((await listProfiles(archive.db)).map((profile) => [profile.name, profile.version])).toEqual([
      ['ANK', 7],
      [name, revision],
    ]);
  });

  it('adds overrides as versions and never changes one', async () => {
    const entry = { sha256: hex('c'), dataset: 0, protocolSha256: hex('1'), population: 'A', by: 'me', at: at(1), reason: 'shifted' };
    await addOverride(archive.db, { ...entry, to: { kind: 'rectangle', ranges: [{ min: 1 }] } });
    await addOverride(archive.db, { ...entry, to: null });
    await placeGates(archive.db, { placed: [{ ...entry, to: null }], takenBack: [] }, hex('1'));
    const book = await overrideBook(archive.db, hex('1'));
    expect(book.entries.map(({ version, to }) => [version, to === null])).toEqual([
      [1, false],
      [2, true],
    ]);
    const run = await runOf(`${hex('c')}:0`);
    expect(givenDigest(run, hex('1'), book, undefined)).not.toBe(givenDigest(run, hex('2'), book, undefined));
  });

  it('takes a gate back that a session took back, and none that somebody else placed', async () => {
    const file = { sha256: hex('d'), dataset: 0, population: 'A' };
    const gate = (min: number, second: number, by: string) => ({
      ...file,
      by,
      at: at(second),
      reason: 'r',
      to: { kind: 'rectangle' as const, ranges: [{ min }] },
    });
    const back = { ...file, by: 'me', at: at(20), placedAt: [at(11)] };
    const versions = async () =>
      (await overrideBook(archive.db, hex('3'))).entries.map(({ to, by, reason }) => [by, to === null ? reason : 'gate']);
    const place = (placed: Parameters<typeof placeGates>[1]['placed'], takenBack: readonly (typeof back)[]) =>
      placeGates(archive.db, { placed, takenBack }, hex('3'));
    await place([], [back]);
    expect(await versions()).toEqual([]);
    await place([gate(1, 11, 'me')], []);
    await place([], [back]);
    await place([], [back]);
    expect(await versions()).toEqual([
      ['me', 'gate'],
      ['me', 'taken back in the session'],
    ]);
    await place([gate(2, 30, 'she')], []);
    await place([], [back]);
    expect(await versions()).toHaveLength(3);
  });

  it('keeps one result a key, and decisions as a whole with their reasons', async () => {
    const { db } = archive;
    const [first, second] = [await keepProtocol(db, protocolText, 'me', at(1)), await keepProtocol(db, protocolAgain, 'me', at(1))];
    const decide = (reason: string) => ({ reason, by: 'me', at: at(9) });
    const batchOf = async (protocolSha256: string) => {
      const batch = await beginBatch(archive, { protocolSha256, engine: '1', query: 'lot~a1', respectPauses: false, by: 'me', at: at(5) });
      const writer = createResultWriter(archive, batch.id, () => at(6));
      for (const run of await pendingRuns(db, batch.id, -1, 10)) {
        const key = { runId: run.id, protocolSha256, engine: '1', givenSha256: hex('0') };
        const summary = { group_id: protocolSha256.slice(0, 4), method: '', nk: 50, nkt_like: null, t: null, double_negative: null };
        const result = { key, analysis: '{}', summary };
        await writer.add({ runId: run.id, result });
        await writer.flush();
        await storeResults(db, [{ ...result, analysis: '{"another": 1}' }], at(7));
      }
      return batch;
    };
    const a = await batchOf(first.sha256);
    expect(await countBatch(db, a.id)).toEqual({ total: 2, done: 2, failed: 0 });
    await recordFirstResults(archive, a, at(8));
    const current = async () => (await selectRuns(db, `group=${second.sha256.slice(0, 4)}`)).length;
    const b = await batchOf(second.sha256);
    await recordFirstResults(archive, b, at(8));
    expect(await current()).toBe(0);
    await expect(acceptBatch(archive, b.id, decide('  '))).rejects.toMatchObject({ code: 'reason-missing' });
    await rejectBatch(archive, b.id, decide('not yet'));
    const accepted = await acceptBatch(archive, b.id, decide('SOP 12'));
    expect(await current()).toBe(2);
    expect(await countRuns(db, 'nk>=50')).toBe(2);
    await expect(acceptBatch(archive, b.id, decide('again'))).rejects.toMatchObject({ code: 'nothing-to-decide' });
    await rollBack(archive, accepted.id, decide('wrong cut'));
    expect(await current()).toBe(0);
    await expect(rollBack(archive, accepted.id, decide('twice'))).rejects.toMatchObject({ code: 'decision-not-undoable' });
    expect((await listDecisions(db)).map(({ kind }) => kind)).toEqual(['roll-back', 'accept', 'reject', 'first']);
    expect(await db.selectFrom('results').select('id').where('analysis', '<>', '{}').execute()).toEqual([]);
    const ids = await db.selectFrom('results').select('id').execute();
    expect(new Set(ids.map(({ id }) => id)).size).toBe(4);
    expect(ids.map(({ id }) => id)).toContain(
      resultIdOf({ runId: `${hex('c')}:0`, protocolSha256: first.sha256, engine: '1', givenSha256: hex('0') }),
    );
    expect((await findBatch(db)).id).toBe(b.id);
  });

  it('chooses no batch of nothing', async () => {
    const { sha256 } = await keepProtocol(archive.db, protocolText, 'me', at(1));
    const wanted = { protocolSha256: sha256, engine: '1', query: 'lot=none', respectPauses: false, by: 'me', at: at(5) };
    await expect(beginBatch(archive, wanted)).rejects.toMatchObject({ code: 'batch-empty' });
  });

  it('lets what is known be corrected', async () => {
    const id = `${hex('e')}:0`;
    await setMetadata(archive, id, { role: 'reference', donor: 'D9' });
    expect(await runOf(id)).toMatchObject({ role: 'reference', donor_id: 'D9', lot_id: null });
  });
});
