import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdirSync, mkdtempSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { hostname, tmpdir } from 'node:os';
import path from 'node:path';
import { Logger, runMigrations } from 'graphile-worker';
import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { ENGINE } from '../../core/base/engine.ts';
import { batchProgress } from '../../headless/archive/batch-progress.ts';
import { fillStage, taskOf } from '../../headless/archive/batch-queue.ts';
import { beginBatch, failuresOf, findBatch } from '../../headless/archive/batches.ts';
import { checkLog } from '../../headless/archive/check-log.ts';
import { CLAIM_MS, claimRuns, releaseClaims } from '../../headless/archive/claims.ts';
import { keepProtocol } from '../../headless/archive/documents.ts';
import { writeEvents } from '../../headless/archive/ledger.ts';
import { openArchive } from '../../headless/archive/open-archive.ts';
import { setMetadata } from '../../headless/archive/runs.ts';
import { runBatch } from '../../headless/batch/run-batch.ts';
import { createPlaces } from '../../headless/batch/share-roots.ts';
import { type WorkNote, workOn } from '../../headless/batch/work-on.ts';
import { thisProgram } from '../../headless/host/this-program.ts';
import { writeBenchSample } from '../../test-data/bench-sample.ts';
import { cliProgram, root, runCli } from '../cli/run-cli.ts';
import { at, stores } from './archive-support.ts';

const RUNS = 24;
const folder = mkdtempSync(path.join(tmpdir(), 'lymphoscope-two-'));
beforeAll(async () => {
  for (let i = 0; i < RUNS; i++) await writeBenchSample(path.join(folder, `run-${i}.fcs`), { events: 3000, channels: 8, seed: i + 1 });
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** Runs the command line beside others. */
async function started(args: readonly string[]): Promise<{ readonly code: number | null; readonly out: string }> {
  const child = spawn(process.execPath, [cliProgram, ...args], { stdio: ['ignore', 'pipe', 'inherit'] });
  let out = '';
  child.stdout.on('data', (bytes: Buffer) => {
    out += bytes.toString();
  });
  const [code] = (await once(child, 'close')) as [number | null];
  return { code, out };
}

describe.each(stores)('%o', (make) => {
  const store = make();
  afterAll(() => store.remove());

  it(`two programs share one batch, and no run is done twice (${store.name})`, async () => {
    const place = await store.newPlace();
    expect(runCli(['archive', 'import', '--archive', place, folder]).code).toBe(0);
    const archive = await openArchive(place);
    // one begins it and stops at once; two go on with it together
    const begun = spawn(process.execPath, [cliProgram, 'batch', '--archive', place, '--protocol', 'manual', '--jobs', '1', '--json'], {
      stdio: 'ignore',
    });
    for (let found = false; !found; ) {
      await new Promise((done) => setTimeout(done, 20));
      found = (await findBatch(archive.db).catch(() => undefined)) !== undefined;
    }
    begun.kill('SIGTERM');
    await once(begun, 'close');
    const args = ['batch', '--archive', place, '--resume', '1', '--jobs', '1', '--json'];
    const both = (await Promise.all([started(args), started(args)])).map(({ out }) => JSON.parse(out));
    const rows = await archive.db.selectFrom('batch_runs').selectAll().execute();
    expect(rows).toHaveLength(RUNS);
    expect(rows.filter(({ result_id, error }) => result_id === null && error === null)).toEqual([]);
    for (const one of both) expect(one).toMatchObject({ complete: true, done: RUNS });
    const did = both.reduce((sum, one) => sum + one.did, 0);
    expect(did).toBeLessThanOrEqual(RUNS);
    expect(await archive.db.selectFrom('batch_claims').selectAll().execute()).toEqual([]);
    await archive.close();
  });

  it(`workers do an enqueued batch together, and one that is killed loses nothing (${store.name})`, async () => {
    const place = await store.newPlace();
    expect(runCli(['archive', 'import', '--archive', place, folder]).code).toBe(0);
    expect(JSON.parse(runCli(['batch', '--archive', place, '--protocol', 'manual', '--enqueue', '--json']).out)).toMatchObject({
      total: RUNS,
      done: 0,
    });
    const args = ['worker', '--archive', place, '--once', '--json'];
    const doomed = spawn(process.execPath, [cliProgram, ...args], { stdio: 'ignore' });
    const archive = await openArchive(place);
    const { id } = await findBatch(archive.db);
    const machines = async () => (await batchProgress(archive.db, id, Date.now())).machines;
    for (let begun = await machines(); begun.length === 0; begun = await machines()) await new Promise((done) => setTimeout(done, 20));
    expect((await machines()).map(({ name }) => name)).toEqual([hostname()]);
    doomed.kill('SIGKILL');
    await once(doomed, 'close');
    // its clock runs out at once, so that the test need not wait for it
    await archive.db.updateTable('batch_claims').set({ until: 0 }).execute();
    const [one, other] = (await Promise.all([started(args), started(args)])).map(({ out }) => JSON.parse(out).did as number);
    const rows = await archive.db.selectFrom('batch_runs').selectAll().execute();
    expect(rows.filter(({ done }) => done === 0)).toEqual([]);
    expect(one! + other!).toBeLessThanOrEqual(RUNS);
    expect(new Set((await archive.db.selectFrom('results').select('run_id').execute()).map(({ run_id }) => run_id)).size).toBe(RUNS);
    expect(await batchProgress(archive.db, id, Date.now())).toEqual({ machines: [], lastMinute: RUNS, errors: [] });
    expect(await findBatch(archive.db)).toMatchObject({ state: 'finished' });
    await archive.close();
  });

  it(`a worker gives runs back while their share is away, says so once, and finds files by name of the share or by what they hold (${store.name})`, async () => {
    const place = await store.newPlace();
    const share = mkdtempSync(path.join(tmpdir(), 'lymphoscope-share-'));
    mkdirSync(path.join(share, 'in'));
    for (let i = 0; i < 3; i++) await writeBenchSample(path.join(share, 'in', `run-${i}.fcs`), { events: 2000, channels: 6, seed: i + 1 });
    expect(runCli(['archive', 'import', '--archive', place, share]).code).toBe(0);
    const enqueue = (revision: number) => {
      const file = path.join(share, `protocol-${revision}.json`);
      const manual = JSON.parse(readFileSync(path.join(root, 'core/study/protocol/manual.json'), 'utf8'));
      writeFileSync(file, JSON.stringify({ ...manual, revision }));
      expect(runCli(['batch', '--archive', place, '--protocol', file, '--enqueue']).code).toBe(0);
    };
    enqueue(1);
    renameSync(path.join(share, 'in'), path.join(share, 'away'));
    const notes: WorkNote[] = [];
    const back = setTimeout(() => renameSync(path.join(share, 'away'), path.join(share, 'in')), 3000);
    const options = { jobs: 1, now: () => at(0), signal: new AbortController().signal, once: true };
    expect(await workOn(place, { ...options, onNote: (note) => notes.push(note) })).toBe(3);
    clearTimeout(back);
    expect(notes.filter(({ kind }) => kind === 'away')).toHaveLength(1);
    const archive = await openArchive(place);
    const failed = () => archive.db.selectFrom('batch_runs').select('error').where('error', 'is not', null).execute();
    expect(await failed()).toEqual([]);
    enqueue(2);
    renameSync(path.join(share, 'in'), path.join(share, 'elsewhere'));
    const mapped = [{ from: path.join(share, 'in'), to: path.join(share, 'elsewhere') }];
    expect(await workOn(place, { ...options, placesOf: createPlaces({ mapped, searched: [] }) })).toBe(3);
    enqueue(3);
    expect(await workOn(place, { ...options, placesOf: createPlaces({ mapped: [], searched: [share] }) })).toBe(3);
    expect(await failed()).toEqual([]);
    await archive.close();
    rmSync(share, { recursive: true, force: true });
  });

  it(`a batch of a higher priority is done first, and others are left for it; what differs in its numbers is left alone (${store.name})`, async () => {
    const place = await store.newPlace();
    const share = mkdtempSync(path.join(tmpdir(), 'lymphoscope-priority-'));
    for (const [i, name] of ['old', 'new'].entries()) {
      mkdirSync(path.join(share, name));
      await writeBenchSample(path.join(share, name, `${name}.fcs`), { events: 2000, channels: 6, seed: i + 1 });
    }
    expect(runCli(['archive', 'import', '--archive', place, share]).code).toBe(0);
    const enqueue = (name: string, ...flags: string[]) =>
      started(['batch', '--archive', place, '--protocol', 'manual', '--query', `name=${name}.fcs`, '--enqueue', ...flags]);
    renameSync(path.join(share, 'old'), path.join(share, 'away'));
    expect((await enqueue('old')).code).toBe(0);
    const notes: WorkNote[] = [];
    const doing = workOn(place, {
      ...{ jobs: 1, now: () => at(0), signal: new AbortController().signal, once: true },
      onNote: (note) => notes.push(note),
    });
    // one that waits for its share leaves its place to a new acquisition
    const told = () => notes.map((note) => ('seq' in note ? `${note.kind} ${note.seq}` : note.kind));
    const until = async (text: string) => {
      while (!told().includes(text)) await new Promise((done) => setTimeout(done, 50));
    };
    await until('away');
    expect((await enqueue('new', '--priority', '1')).code).toBe(0);
    await until('done 2');
    renameSync(path.join(share, 'away'), path.join(share, 'old'));
    expect(await doing).toBe(2);
    expect(told().filter((text) => text !== 'away')).toEqual(['batch 1', 'done 1', 'batch 2', 'done 2', 'batch 1', 'done 1']);

    const archive = await openArchive(place);
    expect((await enqueue('new', '--priority', '-3')).code).toBe(0);
    await archive.db.updateTable('batch_terms').set({ kernels: 'others' }).where('priority', '=', -3).execute();
    expect(
      await workOn(place, {
        jobs: 1,
        now: () => at(0),
        signal: new AbortController().signal,
        once: true,
        onNote: (note) => notes.push(note),
      }),
    ).toBe(0);
    expect(notes.at(-1)).toMatchObject({ kind: 'differs', in: 'kernels', seq: 3 });
    await archive.db.updateTable('batch_terms').set({ kernels: thisProgram().kernels, locale: 'xx' }).where('priority', '=', -3).execute();
    await archive.db
      .updateTable('protocols')
      .set((eb) => ({ text: eb.fn<string>('replace', ['text', eb.val('"name"'), eb.val(' "name"')]) }))
      .execute();
    await expect(workOn(place, { jobs: 1, now: () => at(0), signal: new AbortController().signal, once: true })).rejects.toMatchObject({
      code: 'protocol-changed',
    });
    await archive.close();
    rmSync(share, { recursive: true, force: true });
  });

  it(`a unit that ends programs, and a queue of a later version (${store.name})`, async () => {
    if (store.name === 'SQLite') return; // its claims know no attempts
    const place = await store.newPlace();
    expect(runCli(['archive', 'import', '--archive', place, folder]).code).toBe(0);
    expect(runCli(['batch', '--archive', place, '--protocol', 'manual', '--enqueue']).code).toBe(0);
    const archive = await openArchive(place);
    const { db } = archive;
    const pool = archive.connections!(1);
    await runMigrations({ pgPool: pool, logger: new Logger(() => () => undefined) });
    await pool.end();
    const { id } = await findBatch(db);
    const runs = (await db.selectFrom('batch_runs').select('run_id').orderBy('ordinal').execute()).map(({ run_id }) => [run_id]);
    await fillStage(db, taskOf(id, 'rest'), async function* () {
      for (const one of runs) yield { runs: one };
    });
    const first = JSON.stringify({ runs: runs[0] });
    await sql`update graphile_worker._private_jobs set attempts = max_attempts where payload::text = ${first}`.execute(db);
    const options = { jobs: 1, now: () => at(0), signal: new AbortController().signal, once: true };
    expect(await workOn(place, options)).toBe(RUNS);
    expect((await failuresOf(db, id)).map(({ code, run }) => [code, run.id])).toEqual([['run-set-aside', runs[0]![0]]]);
    expect(await findBatch(db)).toMatchObject({ state: 'finished' });
    expect(JSON.parse(runCli(['batch', '--archive', place, '--resume', '1', '--json']).out)).toMatchObject({ did: 1, failed: 0 });
    await sql`insert into graphile_worker.migrations (id) values (99)`.execute(db);
    expect(runCli(['batch', '--archive', place, '--protocol', 'nk-t', '--json']).err).toContain('queue-newer');
    await archive.close();
  });

  it(`a batch that its only program stops is paused, in the midst of control material too (${store.name})`, async () => {
    const place = await store.newPlace();
    expect(runCli(['archive', 'import', '--archive', place, folder]).code).toBe(0);
    const archive = await openArchive(place);
    const { db } = archive;
    const [control] = await db.selectFrom('runs').select('id').orderBy('id').limit(1).execute();
    await setMetadata(archive, control!.id, { role: 'reference' });
    const { sha256 } = await keepProtocol(db, readFileSync(path.join(root, 'core/study/protocol/manual.json'), 'utf8'), 'me', at(0));
    const stop = new AbortController();
    stop.abort();
    for (const respectPauses of [true, false]) {
      const asked = { protocolSha256: sha256, engine: ENGINE, query: '', respectPauses, by: 'me', at: at(0) };
      const batch = await beginBatch(archive, asked);
      expect(await runBatch(archive, batch, { jobs: 1, now: () => at(0), signal: stop.signal })).toMatchObject({ done: 0 });
      expect(await findBatch(db, batch.id)).toMatchObject({ state: 'paused' });
    }
    await archive.close();
  });

  it(`what another program writes meanwhile is no change from outside (${store.name})`, async () => {
    const place = await store.newPlace();
    const [writer, reader] = [await openArchive(place, { create: true }), await openArchive(place)];
    let isDone = false;
    const written = (async () => {
      for (let i = 0; i < 60; i++) {
        const count = { material: `M${i}`, donor: 'D', count: { viable: 1e8 } };
        const event = { id: `${i}`, kind: 'collect' as const, lot: `L${i}`, on: '2026-04-01', by: 'me', body: count };
        await writeEvents(writer.db, [event], { at: at(0), today: '2026-12-01' });
      }
      isDone = true;
    })();
    const faults: unknown[] = [];
    while (!isDone) faults.push(...(await checkLog(reader.db, { whole: false })).faults);
    await written;
    expect(faults).toEqual([]);
    await Promise.all([writer.close(), reader.close()]);
  });

  it(`a claim holds while its program lives, and falls back after it (${store.name})`, async () => {
    const place = await store.newPlace();
    expect(runCli(['archive', 'import', '--archive', place, folder]).code).toBe(0);
    const archive = await openArchive(place);
    const { db } = archive;
    const { sha256 } = await keepProtocol(db, readFileSync(path.join(root, 'core/study/protocol/manual.json'), 'utf8'), 'me', at(0));
    const { id: batchId } = await beginBatch(archive, {
      protocolSha256: sha256,
      engine: 'e',
      query: '',
      respectPauses: false,
      by: 'me',
      at: at(0),
    });
    const ids = (await db.selectFrom('batch_runs').select('run_id').orderBy('ordinal').execute()).map(({ run_id }) => run_id);
    const program = (worker: string, now: number) => ({ batchId, worker, now: () => now });
    const groups = [[ids[0]!], [ids[1]!, ids[2]!]];
    expect(await claimRuns(db, program('a', 0), groups)).toEqual([true, true]);
    // a group is claimed as a whole
    expect(await claimRuns(db, program('b', 1), [[ids[0]!], [ids[2]!, ids[3]!], [ids[4]!]])).toEqual([false, false, true]);
    expect(await claimRuns(db, program('a', 1), groups)).toEqual([true, true]);
    expect(await claimRuns(db, program('b', CLAIM_MS + 2), groups)).toEqual([true, true]);
    await releaseClaims(db, program('b', 0));
    expect(await claimRuns(db, program('a', CLAIM_MS + 3), groups)).toEqual([true, true]);
    await db.updateTable('batch_runs').set({ done: 1 }).where('run_id', '=', ids[5]!).execute();
    expect(await claimRuns(db, program('a', 0), [[ids[5]!]])).toEqual([false]);
    await archive.close();
  });
});
