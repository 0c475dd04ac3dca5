import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { backUp, restore } from '../../headless/archive/backup.ts';
import { findBatch } from '../../headless/archive/batches.ts';
import { browseLists, browseRuns } from '../../headless/archive/browse.ts';
import { lotSources } from '../../headless/archive/lot-sources.ts';
import { type Archive, openArchive } from '../../headless/archive/open-archive.ts';
import { reviewOf } from '../../headless/archive/review.ts';
import { selectRuns } from '../../headless/archive/select-runs.ts';
import { compareBatch } from '../../headless/batch/compare-batch.ts';
import { writeBenchSample } from '../../test-data/bench-sample.ts';
import { fillArchive } from '../archive/many-runs.ts';
import { startPostgres } from '../archive/postgres-server.ts';
import { printBench, rowOf } from './bench-output.ts';
import { measureProcess } from './measure-process.ts';

/**
 * The archive at LYMPHO_BENCH_RUNS (1,000,000) runs, on SQLite and PostgreSQL: a tenth of the results hold real analyses (of twenty simulated samples, the
 * shipped protocol's automatic gates), the others only their numbers. What the window asks is timed three times each; then tables of 10,000 runs with
 * their peak memory; then a backup and its restoring, of a hundredth of the runs with the log over all rows.
 */
const runs = Number(process.env['LYMPHO_BENCH_RUNS'] ?? 1_000_000);
const stores = (process.env['LYMPHO_BENCH_STORES'] ?? 'sqlite,postgres').split(',');
const folder = mkdtempSync(path.join(process.env['LYMPHO_BENCH_FOLDER'] ?? tmpdir(), 'lymphoscope-bench-million-'));
const at = (name: string): string => path.join(folder, name);
const main = fileURLToPath(new URL('../../cli/main.js', import.meta.url));
const rows = [];
const note = (text: string): void => void process.stderr.write(`${text}\n`);

const documents = await realDocuments();
const length = documents.reduce((sum, text) => sum + Buffer.byteLength(text), 0) / documents.length;
rows.push(rowOf('document-bytes', 'bytes', [length]));
const server = stores.includes('postgres') ? await startPostgres() : undefined;
try {
  if (stores.includes('sqlite')) await measure('sqlite', at('many.archive'));
  if (server !== undefined) await measure('postgres', await server.newDatabase());
  await measureBackup();
} finally {
  await server?.remove();
  rmSync(folder, { recursive: true, force: true });
}
printBench('million', rows);

/** Analyses as they are stored, of twenty samples. */
async function realDocuments(): Promise<readonly string[]> {
  mkdirSync(at('real'));
  for (let i = 0; i < 20; i++) await writeBenchSample(path.join(at('real'), `run-${i}.fcs`), { events: 20_000, seed: i + 1 });
  cli(['archive', 'import', '--archive', at('real.archive'), at('real')]);
  cli(['batch', '--archive', at('real.archive'), '--protocol', 'nk-t']);
  const archive = await openArchive(at('real.archive'));
  const found = await archive.db.selectFrom('results').select('analysis').execute();
  await archive.close();
  return found.map(({ analysis }) => analysis);
}

async function measure(kind: string, place: string): Promise<void> {
  const archive = await openArchive(place, { create: true });
  const start = performance.now();
  await fillArchive(archive, {
    ...{ runs, documents, withDocument: Math.max(10_000, Math.ceil(runs / 10)), seed: 1, logged: false },
    onProgress: (done) => done % 100_000 === 0 && note(`${kind}: ${done} runs, ${seconds(start)} s`),
  });
  rows.push(rowOf(`${kind}-fill-runs-per-s`, 'runs/s', [runs / seconds(start)]));
  if (kind === 'sqlite') rows.push(rowOf('sqlite-gb', 'GB', [statSync(place).size / 1e9]));
  const { db } = archive;
  const somewhere = (await selectRuns(db, `lot=L${Math.floor(runs / 40)}`)).at(-1)?.id;
  const asked: { readonly [key: string]: () => Promise<unknown> } = {
    'first-page': () => browseRuns(db, '', 200),
    'page-in-the-middle': () => browseRuns(db, '', 1000, somewhere),
    'first-page-of-a-role': () => browseRuns(db, 'role=sample', 200),
    'a-lot': () => browseRuns(db, 'lot=L777', 200),
    'a-month': () => browseRuns(db, 'acquired=2020-05', 200),
    'part-of-a-name': () => browseRuns(db, 'l777_', 200),
    'share-of-nk-above-99': () => browseRuns(db, 'nk>=99', 200),
    lists: () => browseLists(db),
    'review-of-1000': () => reviewOf(db, { query: 'acquired=2016-01' }, undefined),
    'difference-of-a-batch': async () => compareBatch(archive, await findBatch(db)),
    'trend-of-a-lot': () => lotSources(db, 'donor=D7'),
  };
  for (const [key, ask] of Object.entries(asked)) {
    const times: number[] = [];
    for (let i = 0; i < 3; i++) {
      const before = performance.now();
      await ask();
      times.push(performance.now() - before);
    }
    rows.push(rowOf(`${kind}-${key}`, 'ms', times));
    note(`${kind} ${key}: ${times.map((one) => one.toFixed(0)).join(', ')} ms`);
  }
  await archive.close();
  for (const ending of ['csv', 'xlsx', 'parquet']) {
    const args = ['archive', 'table', '--archive', place, '--batch', '1', '--out', at(`table.${ending}`)];
    const { peakMb, seconds: took } = measureProcess(folder, [main, ...args]);
    rows.push(rowOf(`${kind}-${ending}-peak-mb`, 'MB', [peakMb]), rowOf(`${kind}-${ending}-seconds`, 's', [took]));
    note(`${kind} ${ending}: ${peakMb.toFixed(0)} MB, ${took.toFixed(1)} s`);
  }
}

/** Of an archive that the log guards as a whole. */
async function measureBackup(): Promise<void> {
  const archive: Archive = await openArchive(at('guarded.archive'), { create: true });
  await fillArchive(archive, { runs: Math.ceil(runs / 100), documents: [], withDocument: 0, seed: 2, logged: true });
  let start = performance.now();
  await backUp(archive, at('backup.archive'));
  rows.push(rowOf('backup-runs-per-s', 'runs/s', [Math.ceil(runs / 100) / seconds(start)]));
  await archive.close();
  start = performance.now();
  await restore(at('backup.archive'), at('restored.archive'), { now: new Date(0).toISOString() });
  rows.push(rowOf('restore-runs-per-s', 'runs/s', [Math.ceil(runs / 100) / seconds(start)]));
}

function seconds(since: number): number {
  return (performance.now() - since) / 1000;
}

function cli(args: readonly string[]): void {
  const done = spawnSync(process.execPath, [main, ...args], { encoding: 'utf8', maxBuffer: 2 ** 28 });
  if (done.status !== 0) throw new Error(`ended with ${done.status}: ${args.join(' ')}\n${done.stderr.slice(0, 2000)}`);
}
