import { type ChildProcess, spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { copyFileSync, existsSync, mkdirSync, mkdtempSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { openArchive } from '../../headless/archive/open-archive.ts';
import { analysisText } from '../../headless/archive/stored-analysis.ts';
import { lastVerdicts } from '../../headless/archive/watch-verdicts.ts';
import { writeBenchSample } from '../../test-data/bench-sample.ts';
import { seedRandom } from '../../test-data/random.ts';
import { startPostgres } from '../archive/postgres-server.ts';

/**
 * Many machines: workers as processes and folders of their own on one PostgreSQL do LYMPHO_BENCH_RUNS (2,000) simulated runs, with `--same-run` and
 * `--respect-pauses`, while LYMPHO_BENCH_KILLS (30) of them are killed, the server dies twice and the share goes away once; each result is held
 * against that of a batch by one program on SQLite. Then files appear in a watched folder, and each verdict's time is taken.
 */
const RUNS = Number(process.env['LYMPHO_BENCH_RUNS'] ?? 2000);
const KILLS = Number(process.env['LYMPHO_BENCH_KILLS'] ?? 30);
/** Events of a run: of few, the database is most of the work. */
const EVENTS = Number(process.env['LYMPHO_BENCH_EVENTS'] ?? 1500);
const WATCHED = Number(process.env['LYMPHO_BENCH_FILES'] ?? 40);
const seed = Number(process.env['LYMPHO_BENCH_SEED'] ?? 1);
const WORKERS = 3;
const IN_FOLDER = 4;
const main = fileURLToPath(new URL('../../cli/main.js', import.meta.url));
const folder = mkdtempSync(path.join(tmpdir(), 'lymphoscope-bench-many-'));
const at = (name: string): string => path.join(folder, name);
const share = at('share');

const shipped = JSON.parse(readFileSync(new URL('../../core/study/protocol/nk-t.json', import.meta.url), 'utf8'));
const strategy = [{ dimensions: ['FSC-A'], gate: { kind: 'rectangle', ranges: [{ min: 0.1 }] }, populations: [{ name: 'Cells' }] }];
writeFileSync(at('protocol.json'), JSON.stringify({ ...shipped, strategy }));

await makeRuns();
const single = at('single.archive');
const random = seedRandom(seed);
const wanted = ['--protocol', at('protocol.json'), '--same-run', 'folder', '--respect-pauses'];
const rows: Record<string, number> = { runs: RUNS };

cli(['archive', 'import', '--archive', single, share, '--metadata', at('runs.csv')]);
cli(['batch', '--archive', single, '--json', '--jobs', '1', ...wanted]);
const expected = await resultsOf(single);

const server = await startPostgres();
try {
  for (const workers of [1, 2]) rows[`runs-per-s-${workers}`] = await rateOf(await server.newDatabase(), workers);

  const place = await server.newDatabase();
  await enqueue(place);
  Object.assign(rows, await disturbed(place));
  const found = await resultsOf(place);
  rows['results'] = found.length;
  rows['doubled'] = found.length - new Set(found.map(([run]) => run)).size;
  const by = new Map(found);
  rows['lost'] = expected.filter(([run]) => !by.has(run)).length;
  rows['differs'] = expected.filter(([run, text]) => by.has(run) && by.get(run) !== text).length;
  rows['verdict-p95-seconds'] = await verdicts(await server.newDatabase());
} finally {
  await server.remove();
  rmSync(folder, { recursive: true, force: true });
}
process.stdout.write(`${JSON.stringify({ bench: 'many', seed, ...rows })}\n`);

/** Folders of files that were measured together; every twentieth folder is control material. */
async function makeRuns(): Promise<void> {
  const lines = ['file,role,lot,day'];
  for (let i = 0; i < RUNS; i++) {
    const place = path.join(share, `day-${Math.floor(i / IN_FOLDER)}`);
    mkdirSync(place, { recursive: true });
    await writeBenchSample(path.join(place, `run-${i}.fcs`), { events: EVENTS, channels: 6, seed: seed * 100_000 + i });
    lines.push(`run-${i}.fcs,${Math.floor(i / IN_FOLDER) % 20 === 0 ? 'reference' : 'sample'},L${Math.floor(i / IN_FOLDER)},14`);
  }
  writeFileSync(at('runs.csv'), lines.join('\n'));
}

async function enqueue(place: string): Promise<void> {
  cli(['archive', 'import', '--archive', place, share, '--metadata', at('runs.csv')]);
  cli(['batch', '--archive', place, '--enqueue', ...wanted]);
}

function worker(place: string, i: number): ChildProcess {
  const own = at(`machine-${i}`);
  mkdirSync(own, { recursive: true });
  return spawn(process.execPath, [main, 'worker', '--archive', place, '--once'], { cwd: own, stdio: 'ignore' });
}

/** Runs a second by so many workers, from the first result to the last: without the start of the programs. */
async function rateOf(place: string, workers: number): Promise<number> {
  await enqueue(place);
  await Promise.all(Array.from({ length: workers }, async (_, i) => once(worker(place, i), 'exit')));
  const archive = await openArchive(place);
  const times = (await archive.db.selectFrom('results').select('finished_at').orderBy('finished_at').execute()).map((row) =>
    Date.parse(row.finished_at),
  );
  await archive.close();
  const [first = 0, last = 0] = [times[0], times.at(-1)];
  return times.filter((time) => time > first).length / ((last - first) / 1000);
}

/** Workers that are killed and begun anew until all is done, with a server that dies and a share that goes away. */
async function disturbed(place: string): Promise<{ readonly kills: number }> {
  const alive = Array.from({ length: WORKERS }, (_, i) => worker(place, i));
  let kills = 0;
  const after = (part: number): boolean => kills >= Math.ceil(KILLS * part);
  let [powerCuts, isShareLost] = [0, false];
  while (!(await isDone(place))) {
    await setTimeout(300 + random.uniform() * 1200);
    if (kills < KILLS) {
      const i = Math.floor(random.uniform() * WORKERS);
      alive[i]?.kill('SIGKILL');
      kills += 1;
    }
    for (const [i, one] of alive.entries()) if (one.exitCode !== null || one.signalCode !== null) alive[i] = worker(place, i);
    if (powerCuts < 2 && after((powerCuts + 1) / 3)) {
      powerCuts += 1;
      await server.kill();
      await setTimeout(1000);
      await server.start();
    }
    if (!isShareLost && after(0.5)) {
      isShareLost = true;
      renameSync(share, `${share}.away`);
      await setTimeout(3000);
      renameSync(`${share}.away`, share);
    }
  }
  for (const one of alive) one.kill('SIGTERM');
  return { kills };
}

async function isDone(place: string): Promise<boolean> {
  try {
    const archive = await openArchive(place);
    try {
      const left = await archive.db.selectFrom('batch_runs').select('run_id').where('done', '=', 0).limit(1).execute();
      return left.length === 0;
    } finally {
      await archive.close();
    }
  } catch {
    return false;
  }
}

/** Each result by its run, as JSON without the times. */
async function resultsOf(place: string): Promise<readonly (readonly [string, string])[]> {
  const archive = await openArchive(place);
  const found = await archive.db.selectFrom('results').select(['run_id', 'analysis']).orderBy('run_id').execute();
  await archive.close();
  return found.map((stored) => [stored.run_id, analysisText(stored)] as const);
}

/** Files appear one after the other in a watched folder; the 95th percentile from the last byte to the verdict. */
async function verdicts(place: string): Promise<number> {
  const watched = at('cytometer');
  mkdirSync(watched);
  await (await openArchive(place, { create: true })).close();
  writeFileSync(at('rule.json'), JSON.stringify({ name: 'bench', folder: watched, protocol: 'nk-t', certificate: { folder: at('pdf') } }));
  cli(['watch', 'add', '--archive', place, at('rule.json')]);
  const watching = spawn(process.execPath, [main, 'watch', 'run', '--archive', place, '--every', '2'], { stdio: 'ignore' });
  const written = new Map<string, number>();
  for (let i = 0; i < WATCHED; i++) {
    const file = path.join(watched, `run-${i}.fcs`);
    copyFileSync(path.join(share, `day-${Math.floor(i / IN_FOLDER)}`, `run-${i}.fcs`), file);
    written.set(file, Date.now());
    await setTimeout(500);
  }
  const archive = await openArchive(place);
  for (;;) {
    const all = await lastVerdicts(archive.db, 10_000);
    if (all.length >= WATCHED) {
      const seconds = all.map((one) => (Date.parse(one.at) - (written.get(one.path) ?? 0)) / 1000).sort((a, b) => a - b);
      await archive.close();
      watching.kill('SIGTERM');
      return seconds[Math.ceil(0.95 * seconds.length) - 1] ?? Number.NaN;
    }
    await setTimeout(500);
  }
}

function cli(args: readonly string[]): string {
  const done = spawnSync(process.execPath, [main, ...args], { encoding: 'utf8', maxBuffer: 2 ** 28 });
  if (done.status !== 0 || !existsSync(folder))
    throw new Error(`ended with ${done.status}: ${args.join(' ')}\n${done.stderr.slice(0, 2000)}`);
  return done.stdout;
}
