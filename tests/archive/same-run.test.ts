import { mkdirSync, mkdtempSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { encodeFcs } from '../../core/data/fcs/write/write.ts';
import { parseProtocol } from '../../core/study/protocol/protocol.ts';
import { beginBatch, failuresOf, findBatch, retryFailed } from '../../headless/archive/batches.ts';
import { keepProtocol } from '../../headless/archive/documents.ts';
import { importFiles } from '../../headless/archive/import/import-files.ts';
import type { Archive } from '../../headless/archive/open-archive.ts';
import { analysisOf, togetherOf } from '../../headless/archive/results.ts';
import { setMetadata } from '../../headless/archive/runs.ts';
import type { SameRunKind } from '../../headless/archive/schema.ts';
import { selectRuns } from '../../headless/archive/select-runs.ts';
import { runBatch } from '../../headless/batch/run-batch.ts';
import { writeRunsPdf } from '../../headless/reports/write-reports.ts';
import { resultTable } from '../../headless/tables/result-table.ts';
import { type SampleOrder, simulateSample } from '../../test-data/simulate-sample.ts';
import { root, runCli } from '../cli/run-cli.ts';
import { at, openNew, type Store, stores } from './archive-support.ts';

const text = readFileSync(path.join(root, 'core/study/protocol/nk-t.json'), 'utf8');
const now = () => at(30);

describe.each(stores.map((open) => [open.name, open] as const))('runs that were measured together, %s', (_name, open) => {
  let store: Store;
  let archive: Archive;
  let folder = '';
  const file = (name: string): string => path.join(folder, 'plate', name);
  const write = (name: string, order: Partial<SampleOrder>) => {
    const { content } = simulateSample({ culture: 'resting-blood', seed: 1, events: 6000, instrument: 'modern', lot: name, ...order });
    writeFileSync(file(name), encodeFcs(content));
  };

  beforeAll(async () => {
    store = open();
    archive = await openNew(store);
    folder = mkdtempSync(path.join(tmpdir(), 'lymphoscope-same-run-'));
    mkdirSync(path.join(folder, 'plate'));
    write('fmo.fcs', { seed: 5, omits: ['CD56'] });
    write('sample.fcs', { seed: 6, composition: { nk: 0, nktLike: 0 } });
    write('other.fcs', { seed: 7 });
    await importFiles(archive, [folder], { keywords: parseProtocol(text).metadata, now });
    const [fmo] = await selectRuns(archive.db, 'name~fmo');
    await setMetadata(archive, fmo?.id ?? '', { role: 'fmo', omits: 'CD56' });
    // simulated files have no date
    await archive.db.updateTable('runs').set({ acquired_on: '2026-01-01' }).execute();
  });
  afterAll(async () => {
    await archive?.close();
    await store?.remove();
    rmSync(folder, { recursive: true, force: true });
  });

  async function begin(sameRun?: SameRunKind, engine = '1') {
    const { sha256 } = await keepProtocol(archive.db, text, 'me', now());
    const about = { protocolSha256: sha256, engine, query: '', respectPauses: false, by: 'me', at: now() };
    return beginBatch(archive, { ...about, ...(sameRun === undefined ? {} : { sameRun }) });
  }
  const resultsOf = async (batchId: string) =>
    archive.db
      .selectFrom('batch_runs')
      .innerJoin('results', 'results.id', 'batch_runs.result_id')
      .innerJoin('runs', 'runs.id', 'batch_runs.run_id')
      .selectAll('results')
      .select('runs.name')
      .where('batch_id', '=', batchId)
      .orderBy('runs.name')
      .execute();
  const saysControl = (row: Parameters<typeof analysisOf>[0]) =>
    analysisOf(row).populations.some(({ gate }) => gate?.automatic?.evidence.some(({ code }) => code === 'control-fmo'));

  it('help each other where the batch says so, and only there', async () => {
    const alone = await begin();
    await runBatch(archive, alone, { jobs: 1, now });
    const together = await begin('folder');
    expect(await runBatch(archive, together, { jobs: 1, now })).toEqual({ total: 3, done: 3, failed: 0 });
    const [before, after] = [await resultsOf(alone.id), await resultsOf(together.id)];
    expect(before.map(saysControl)).toEqual([false, false, false]);
    expect(after.map((row) => [row.name, saysControl(row)])).toEqual([
      ['fmo.fcs', false],
      ['other.fcs', true],
      ['sample.fcs', true],
    ]);
    expect(before.map(togetherOf)).toEqual([undefined, undefined, undefined]);
    expect(after.map((row) => togetherOf(row)?.length)).toEqual([3, 3, 3]);
    expect(new Set([...before, ...after].map(({ id }) => id)).size).toBe(6);
  });

  it('give the same bytes with two workers, by day as by folder, and nothing is gated twice', async () => {
    const first = await resultsOf((await findBatch(archive.db)).id);
    for (const [kind, engine] of [
      ['folder', '2w'],
      ['day', 'day'],
    ] as const) {
      const batch = await begin(kind, engine);
      await runBatch(archive, batch, { jobs: 2, now });
      const bytes = (rows: typeof first, version: string) => rows.map(({ analysis }) => analysis.replaceAll(`"version":"${version}"`, ''));
      expect(bytes(await resultsOf(batch.id), engine)).toEqual(bytes(first, '1'));
    }
    const again = await begin('folder');
    await runBatch(archive, again, {
      jobs: 1,
      now,
      workers: () => ({ run: () => Promise.reject(new Error('nothing is to be done')), dispose: () => undefined }) as never,
    });
    expect((await findBatch(archive.db)).state).toBe('finished');
  });

  it('are reported with what helped them, and are stale when anything of it changes', async () => {
    const batch = await findBatch(archive.db);
    const pdf = path.join(folder, 'runs.pdf');
    expect(await writeRunsPdf(archive, { batch }, pdf, { language: 'en', generatedAt: at(1) })).toMatchObject({ runs: 3 });
    const [fmo] = await selectRuns(archive.db, 'name~fmo');
    await setMetadata(archive, fmo?.id ?? '', { role: 'fmo', omits: 'CD3' });
    await expect(resultTable(archive.db, { batch })).rejects.toMatchObject({ code: 'results-stale', values: { count: 3 } });
    await setMetadata(archive, fmo?.id ?? '', { role: 'fmo', omits: 'CD56' });
    await expect(resultTable(archive.db, { batch })).resolves.toBeDefined();
  });

  it('name only those as helpers that could be read', async () => {
    renameSync(file('fmo.fcs'), path.join(folder, 'away'));
    const batch = await begin('folder', 'away');
    expect(await runBatch(archive, batch, { jobs: 2, now })).toEqual({ total: 3, done: 3, failed: 1 });
    expect((await failuresOf(archive.db, batch.id)).map(({ code }) => code)).toEqual(['file-not-found']);
    const rows = await resultsOf(batch.id);
    expect(rows.map((row) => [row.name, togetherOf(row)?.length, saysControl(row)])).toEqual([
      ['other.fcs', 2, false],
      ['sample.fcs', 2, false],
    ]);
    renameSync(path.join(folder, 'away'), file('fmo.fcs'));
    await retryFailed(archive.db, batch.id);
    expect(await runBatch(archive, batch, { jobs: 1, now })).toEqual({ total: 3, done: 3, failed: 0 });
    await expect(resultTable(archive.db, { batch: await findBatch(archive.db) })).resolves.toBeDefined();
  });

  it('are left where they were when they are stopped in the midst, and done later', async () => {
    const stop = new AbortController();
    stop.abort();
    const batch = await begin('folder', 'stopped');
    expect(await runBatch(archive, batch, { jobs: 1, now, signal: stop.signal })).toMatchObject({ done: 0 });
    expect(await runBatch(archive, batch, { jobs: 2, now })).toEqual({ total: 3, done: 3, failed: 0 });
  });

  it.runIf(_name === 'sqliteStore')('by the command line', () => {
    const place = path.join(folder, 'cli.db');
    expect(runCli(['archive', 'import', '--archive', place, path.join(folder, 'plate')]).code).toBe(0);
    const batch = runCli(['batch', '--archive', place, '--same-run', 'folder', '--json']);
    expect(JSON.parse(batch.out)).toMatchObject({ done: 3, failed: 0 });
    expect(runCli(['batch', '--archive', place, '--same-run', 'plate']).code).not.toBe(0);
  });
});
