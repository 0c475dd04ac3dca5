import { spawnSync } from 'node:child_process';
import { copyFileSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { analyseSample } from '../../core/analyse.ts';
import { ENGINE } from '../../core/base/engine.ts';
import { parseProtocol } from '../../core/study/protocol/protocol.ts';
import { beginBatch, failuresOf, findBatch, resumeBatch, retryFailed, setBatchState } from '../../headless/archive/batches.ts';
import { acceptBatch, listDecisions } from '../../headless/archive/decisions.ts';
import { keepProtocol } from '../../headless/archive/documents.ts';
import { importFiles } from '../../headless/archive/import/import-files.ts';
import { type Archive, openArchive } from '../../headless/archive/open-archive.ts';
import { addOverride } from '../../headless/archive/overrides.ts';
import { setMetadata } from '../../headless/archive/runs.ts';
import { selectRuns } from '../../headless/archive/select-runs.ts';
import { analysisText, packAnalysis } from '../../headless/archive/stored-analysis.ts';
import { startWorkers } from '../../headless/batch/batch-pool.ts';
import { compareBatch } from '../../headless/batch/compare-batch.ts';
import { runBatch } from '../../headless/batch/run-batch.ts';
import { openFile } from '../../headless/files/file-source.ts';
import { createPool, createSha256, softwareVersion } from '../../headless/host/host.ts';
import { spawnThread } from '../../headless/host/worker-port.ts';
import { writeBatchPdf, writeRunsPdf } from '../../headless/reports/write-reports.ts';
import { resultTable } from '../../headless/tables/result-table.ts';
import { root, sampleFile } from '../cli/run-cli.ts';
import { at } from './archive-support.ts';

const names = ['simulated-cik.fcs', 'simulated-expanded-nk.fcs', 'simulated-general-method.lmd', 'simulated-lak-3-day.fcs'];
const text = readFileSync(path.join(root, 'core/study/protocol/nk-t.json'), 'utf8');
const protocol = parseProtocol(text);
const now = () => at(30);

let folder = '';
let archive: Archive;
beforeAll(async () => {
  folder = mkdtempSync(path.join(tmpdir(), 'lymphoscope-batch-'));
  for (const name of names) copyFileSync(sampleFile(name), path.join(folder, name));
  writeFileSync(path.join(folder, 'broken.fcs'), 'no flow cytometry at all, but a name that says so');
  archive = await openArchive(path.join(folder, 'archive.db'), { create: true });
  await importFiles(archive, [folder], { keywords: protocol.metadata, now });
});
afterAll(async () => {
  await archive?.close();
  rmSync(folder, { recursive: true, force: true });
});

async function begin(
  given: { readonly text?: string; readonly engine?: string; readonly query?: string; readonly respectPauses?: boolean } = {},
) {
  const { sha256 } = await keepProtocol(archive.db, given.text ?? text, 'me', now());
  const { engine = ENGINE, query = '', respectPauses = false } = given;
  return beginBatch(archive, { protocolSha256: sha256, engine, query, respectPauses, by: 'me', at: now() });
}

const hasPdftotext = spawnSync('pdftotext', ['-v']).error === undefined;
const textOf = (file: string): string => spawnSync('pdftotext', ['-layout', file, '-'], { encoding: 'utf8' }).stdout;
const storedOf = async (engine: string) =>
  (await archive.db.selectFrom('results').select(['run_id', 'analysis']).where('engine', '=', engine).orderBy('run_id').execute()).map(
    ({ run_id, ...stored }) => [run_id, analysisText(stored).replaceAll(`"version":"${engine}"`, '')] as const,
  );

/** Results as another program would have stored them. */
async function withOtherCounts(engine: string): Promise<void> {
  for (const stored of await archive.db.selectFrom('results').select(['id', 'analysis']).where('engine', '=', engine).execute())
    await archive.db
      .updateTable('results')
      .set({ analysis: packAnalysis(analysisText(stored).replaceAll('"count":', '"count":1')) })
      .where('id', '=', stored.id)
      .execute();
}

describe('a batch', () => {
  it('imports what it can, names what it cannot, and knows a file again', async () => {
    const again = await importFiles(archive, [folder, path.join(folder, 'none')], { keywords: protocol.metadata, now });
    expect(again).toMatchObject({ added: 0, known: 4, missing: 0 });
    expect(again.failed.map(({ problem }) => problem.code)).toEqual(['file-not-found', 'not-fcs']);
    expect(await selectRuns(archive.db, '')).toHaveLength(5);
  });

  it('gives what analysing one file gives', async () => {
    const batch = await begin();
    expect(await runBatch(archive, batch, { jobs: 1, now })).toEqual({ total: 5, done: 5, failed: 0 });
    const stored = new Map(await storedOf(ENGINE));
    for (const run of await selectRuns(archive.db, 'name~cik|lak')) {
      const source = await openFile(path.join(folder, run.name));
      const host = { pool: createPool(), createHash: createSha256, software: softwareVersion(), protocolSha256: batch.protocol_sha256 };
      const alone = await analyseSample({ ...source, name: run.name }, protocol, host);
      await source.close();
      expect(stored.get(run.id)).toBe(JSON.stringify(alone));
    }
    expect((await listDecisions(archive.db)).map(({ kind }) => kind)).toEqual(['first']);
  });

  it('gives the same bytes with two workers, and the same report', async () => {
    const pdfOf = async (engine: string, jobs: number) => {
      const batch = await begin({ engine });
      await runBatch(archive, batch, { jobs, now });
      const file = path.join(folder, `${engine}.pdf`);
      await writeBatchPdf(archive, { ...batch, ...(await findBatch(archive.db, batch.id)), seq: 1, engine: '' }, file, {
        language: 'ja',
        generatedAt: at(1),
      });
      return readFileSync(file);
    };
    const [one, two] = [await pdfOf('1w', 1), await pdfOf('2w', 2)];
    expect(await storedOf('2w')).toEqual(await storedOf('1w'));
    expect(two.equals(one)).toBe(true);
  });

  it('does nothing twice, stops when told, and goes on where it stopped', async () => {
    const stop = new AbortController();
    const batch = await begin({ engine: '3' });
    const counts = await runBatch(archive, batch, { jobs: 1, now, signal: stop.signal, onProgress: () => stop.abort() });
    expect(counts.done).toBeLessThan(counts.total);
    expect((await findBatch(archive.db, batch.id)).state).toBe('paused');
    await expect(resultTable(archive.db, { batch: await findBatch(archive.db, batch.id) })).rejects.toMatchObject({
      code: 'batch-unfinished',
    });
    const seen: number[] = [];
    await runBatch(archive, batch, { jobs: 2, now, onProgress: ({ done }) => seen.push(done) });
    expect(seen).toHaveLength(counts.total - counts.done);
    expect(await storedOf('3')).toHaveLength(5);
    const again = await begin({ engine: '3' });
    await runBatch(archive, again, {
      jobs: 1,
      now,
      workers: () => ({
        ...startWorkers({ protocolText: text, protocolSha256: '' }, 1),
        run: () => Promise.reject(new Error('nothing is to be done')),
      }),
    });
    expect((await findBatch(archive.db)).state).toBe('finished');
  });

  it('stays cancelled, whatever is still in hand', async () => {
    const stop = new AbortController();
    const batch = await begin({ engine: 'cancelled' });
    await runBatch(archive, batch, {
      jobs: 1,
      now,
      signal: stop.signal,
      onProgress() {
        stop.abort();
        void setBatchState(archive.db, batch.id, 'cancelled', now());
      },
    });
    expect((await findBatch(archive.db, batch.id)).state).toBe('cancelled');
  });

  it('gives the run of a worker that died to another one', async () => {
    const batch = await begin({ engine: '4' });
    let spawned = 0;
    const workers: typeof startWorkers = (setting, size) =>
      startWorkers(setting, size, (given) => {
        const port = spawnThread(new URL('../../dist/headless/batch/batch-worker.js', import.meta.url), given);
        if (spawned++ === 0) setTimeout(() => port.close(), 150);
        return port;
      });
    expect(await runBatch(archive, batch, { jobs: 2, now, workers })).toEqual({ total: 5, done: 5, failed: 0 });
    expect(spawned).toBeGreaterThan(2);
    expect(await storedOf('4')).toEqual(await storedOf('1w'));
  });

  it('names a run whose file is gone or changed, and does the others', async () => {
    const file = path.join(folder, 'simulated-cik.fcs');
    const bytes = readFileSync(file);
    writeFileSync(file, bytes.subarray(0, bytes.length - 1));
    const batch = await begin({ engine: '5' });
    expect(await runBatch(archive, batch, { jobs: 2, now })).toEqual({ total: 5, done: 5, failed: 1 });
    const [failure] = await failuresOf(archive.db, batch.id);
    expect(failure).toMatchObject({ code: 'run-changed', message: { ja: expect.stringContaining('変わっている') } });
    writeFileSync(file, bytes);
    await retryFailed(archive.db, batch.id);
    expect(await runBatch(archive, batch, { jobs: 1, now })).toEqual({ total: 5, done: 5, failed: 0 });
  });

  it('says which calls flip and which limits, and lets the whole be accepted', async () => {
    const changed = JSON.parse(text);
    changed.revision = 2;
    const cik = changed.classifier.profiles.methods.find(({ method }: { method: string }) => method === 'cik');
    cik.rules.find(({ feature }: { feature: string }) => feature === 'nkt-like').atLeast = 99;
    const batch = await begin({ text: JSON.stringify(changed), engine: ENGINE });
    await runBatch(archive, batch, { jobs: 1, now });
    const { summary, changes, runs, before } = await compareBatch(archive, batch);
    expect(changes).toEqual([{ part: 'classifier', change: 'changed' }]);
    expect(before?.revision).toBe(1);
    expect(summary).toMatchObject({ runs: 5, changed: 1, flippedCalls: 1, flippedLimits: 1 });
    expect(runs[0]?.limits[0]).toMatchObject({ feature: 'nkt-like', before: { passed: true }, after: { passed: false } });
    await acceptBatch(archive, batch.id, { reason: 'as agreed', by: 'me', at: now() });
    expect(await selectRuns(archive.db, 'group=cik-or-nkt-like')).toHaveLength(0);
    expect((await compareBatch(archive, batch)).summary.changed).toBe(0);
  });

  it("respects a person's gate, and calls what was made before it stale", async () => {
    const batch = await begin();
    const [run] = await selectRuns(archive.db, 'name~expanded');
    const nk = async () => {
      const rows = await archive.db
        .selectFrom('results')
        .select('analysis')
        .where('run_id', '=', run?.id ?? '')
        .where('engine', '=', ENGINE)
        .where('protocol_sha256', '=', batch.protocol_sha256)
        .execute();
      return rows.map(
        (stored) => JSON.parse(analysisText(stored)).populations.find(({ name }: { name: string }) => name === 'Live').count as number,
      );
    };
    await runBatch(archive, batch, { jobs: 1, now });
    const [before = 0] = await nk();
    const to = { kind: 'rectangle' as const, ranges: [{ min: 0, max: 0.01 }] };
    const entry = { sha256: run?.sha256 ?? '', dataset: 0, protocolSha256: batch.protocol_sha256, population: 'Singlets/Live' };
    await addOverride(archive.db, { ...entry, to, by: 'me', at: now(), reason: 'test' });
    await expect(resultTable(archive.db, { batch: await findBatch(archive.db, batch.id) })).rejects.toMatchObject({
      code: 'results-stale',
    });
    const again = await begin();
    await runBatch(archive, again, { jobs: 1, now });
    const counts = await nk();
    expect(counts).toHaveLength(2);
    expect(counts.filter((count) => count !== before)).toHaveLength(1);
    await expect(resultTable(archive.db, { batch: await findBatch(archive.db, again.id) })).resolves.toBeDefined();
  });

  it('reports runs only where the file still gives what is stored', async () => {
    const file = path.join(folder, 'runs.pdf');
    const shared = { language: 'en', generatedAt: at(1) } as const;
    const batch = await begin({ query: 'name~lak' });
    await runBatch(archive, batch, { jobs: 1, now });
    const done = await findBatch(archive.db, batch.id);
    expect(await writeRunsPdf(archive, { batch: done }, file, shared)).toMatchObject({ runs: 1 });
    await withOtherCounts(ENGINE);
    await expect(writeRunsPdf(archive, { batch: done }, file, shared)).rejects.toMatchObject({ code: 'report-differs' });
  });

  it('says in a report that its results are of an older engine, and is not gone on with by another', async () => {
    const file = path.join(folder, 'older.pdf');
    const shared = { language: 'en', generatedAt: at(1) } as const;
    const batch = await begin({ query: 'name~cik', engine: '0.1.0' });
    await runBatch(archive, batch, { jobs: 1, now });
    const done = await findBatch(archive.db, batch.id);
    expect(await writeRunsPdf(archive, { batch: done }, file, shared)).toEqual({ runs: 1, olderEngine: '0.1.0' });
    if (hasPdftotext) expect(textOf(file)).toContain('engine 0.1.0');
    expect(await writeBatchPdf(archive, done, file, shared)).toMatchObject({ olderEngine: '0.1.0' });
    if (hasPdftotext) expect(textOf(file)).toContain(`0.1.0; now ${ENGINE}: re-gate`);
    await withOtherCounts('0.1.0');
    await expect(writeRunsPdf(archive, { batch: done }, file, shared)).rejects.toMatchObject({ code: 'engine-older' });
    await expect(resumeBatch(archive.db, batch.id)).rejects.toMatchObject({ code: 'batch-of-other-engine' });
  });

  it('holds back the runs of a group whose control charts broke a rule', async () => {
    const [run] = await selectRuns(archive.db, 'name~lak');
    await setMetadata(archive, run?.id ?? '', { role: 'reference' });
    const batch = await begin({ respectPauses: true, engine: '9' });
    const paused = await runBatch(archive, batch, { jobs: 1, now });
    expect(paused.failed).toBe(0);
  });
});
