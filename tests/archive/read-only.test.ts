import { chmodSync, copyFileSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import pg from 'pg';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { browseRuns } from '../../headless/archive/browse.ts';
import { openArchive } from '../../headless/archive/open-archive.ts';
import { addFile } from '../../headless/archive/runs.ts';
import { saveQuery } from '../../headless/archive/saved-queries.ts';
import { isRoot, runAsNobody } from '../cli/run-as-nobody.ts';
import { runCli, sampleFile } from '../cli/run-cli.ts';
import { at, hex, someRun } from './archive-support.ts';
import { type PostgresServer, postgresMissing, startPostgres } from './postgres-server.ts';

describe.skipIf(!isRoot)('an archive file that this account may only read', () => {
  let folder = '';
  let archive = '';
  const asReader = (...args: readonly string[]) => runAsNobody([...args, '--archive', archive, '--json']);
  beforeAll(() => {
    folder = mkdtempSync(path.join(tmpdir(), 'lymphoscope-read-only-'));
    chmodSync(folder, 0o755);
    mkdirSync(path.join(folder, 'runs'));
    archive = path.join(folder, '結果 #1?.db');
    copyFileSync(sampleFile('simulated-cik.fcs'), path.join(folder, 'runs', 'simulated-cik.fcs'));
    expect(runCli(['archive', 'import', '--archive', archive, path.join(folder, 'runs')]).code).toBe(0);
    expect(runCli(['batch', '--archive', archive]).code).toBe(0);
  });
  afterAll(() => rmSync(folder, { recursive: true, force: true }));

  it('is read, with nothing made beside it', () => {
    const before = readdirSync(folder);
    expect(JSON.parse(asReader('archive', 'list').out).rows).toHaveLength(1);
    expect(JSON.parse(asReader('archive', 'check').out)).toMatchObject({ runs: 1, results: 1, faults: [] });
    expect(readdirSync(folder)).toEqual(before);
  });

  it('is not written, in one sentence', () => {
    const bytes = readFileSync(archive);
    for (const args of [['archive', 'query', 'nk>=50', '--save', 'mine'], ['batch']]) {
      const run = asReader(...args);
      expect([run.code, run.err]).toEqual([2, expect.stringContaining('archive-read-only')]);
    }
    expect(readFileSync(archive).equals(bytes)).toBe(true);
  });

  it('waits while its owner is writing', async () => {
    const owner = await openArchive(archive);
    await saveQuery(owner.db, { name: 'all', query: '' }, 'owner', at(1));
    expect(asReader('archive', 'list').err).toContain('archive-unsettled');
    await owner.close();
    expect(JSON.parse(asReader('archive', 'list', 'queries').out).rows).toHaveLength(1);
  });
});

describe.skipIf(postgresMissing !== undefined)('a database that this account may only read', () => {
  let server: PostgresServer;
  afterAll(() => server?.remove());

  it('is read, and not written, in one sentence', async () => {
    server = await startPostgres();
    const url = await server.newDatabase();
    const owner = await openArchive(url, { create: true });
    expect(owner.readOnly).toBe(false);
    await addFile(owner, { path: '/a', sha256: hex('a'), size: 1, modified: 1 }, [someRun(hex('a'))], at(0));
    await owner.close();
    const client = new pg.Client(url);
    await client.connect();
    await client.query('create role reader login; grant select on all tables in schema public to reader');
    await client.end();
    const reader = await openArchive(url.replace('lymphoscope@', 'reader@'));
    expect(reader.readOnly).toBe(true);
    expect(await browseRuns(reader.db, '', 10)).toMatchObject({ total: 1 });
    await expect(saveQuery(reader.db, { name: 'a', query: '' }, 'reader', at(1))).rejects.toMatchObject({ code: 'archive-read-only' });
    await reader.close();
  });
});
