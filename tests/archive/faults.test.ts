import { type ChildProcess, spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import {
  chmodSync,
  copyFileSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statfsSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { setTimeout } from 'node:timers/promises';
import Libsql from 'libsql';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openArchive } from '../../headless/archive/open-archive.ts';
import { writeBenchSample } from '../../test-data/bench-sample.ts';
import { seedRandom } from '../../test-data/random.ts';
import { isRoot, runAsNobody } from '../cli/run-as-nobody.ts';
import { cliProgram, root, runCli } from '../cli/run-cli.ts';
import { countForProof, proofSeed } from '../proof.ts';
import { type PostgresServer, postgresMissing, startPostgres } from './postgres-server.ts';

/* Here a few kills; `npm run prove -- kills` ten times as many. LYMPHO_PROOF_SEED repeats the moments. */

const KILLS = 3;
const RUNS = 10;

let folder = '';
let protocol: object = {};
const place = (name: string): string => path.join(folder, name);
beforeAll(async () => {
  folder = mkdtempSync(path.join(tmpdir(), 'lymphoscope-archive-faults-'));
  chmodSync(folder, 0o755);
  mkdirSync(place('runs'));
  for (let i = 0; i < RUNS; i++) await writeBenchSample(place(`runs/run-${i}.fcs`), { events: 20_000, channels: 12, seed: i + 1 });
  const shipped = JSON.parse(readFileSync(path.join(root, 'core/study/protocol/nk-t.json'), 'utf8'));
  const strategy = [
    {
      dimensions: ['FSC-A', 'SSC-A'],
      gate: { kind: 'rectangle', ranges: [{ min: 0.1, max: 0.9 }, { min: 0 }] },
      populations: [{ name: 'Cells' }],
    },
  ];
  protocol = { ...shipped, strategy, statistics: { ...shipped.statistics, medians: ['FITC-A', 'PE-A', 'APC-A'] } };
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

function protocolFile(revision: number): string {
  const file = place(`protocol-${revision}.json`);
  writeFileSync(file, JSON.stringify({ ...protocol, revision }));
  return file;
}

const start = (args: readonly string[], node: readonly string[] = []): ChildProcess =>
  spawn(process.execPath, [...node, cliProgram, ...args], { stdio: ['ignore', 'pipe', 'pipe'] });

async function ended(child: ChildProcess): Promise<{ readonly code: number | null; readonly err: string }> {
  let err = '';
  child.stderr?.on('data', (text) => {
    err += text;
  });
  child.stdout?.resume();
  const [code] = await once(child, 'close');
  return { code, err };
}

interface Held {
  readonly results: number;
  readonly distinct: number;
  readonly done: number;
}

/** What the last batch holds, and whether every run that is done has its result. */
async function heldBy(archive: string): Promise<Held> {
  const { db, close } = await openArchive(archive);
  try {
    const batch = await db.selectFrom('batches').selectAll().orderBy('seq', 'desc').executeTakeFirstOrThrow();
    const rows = await db.selectFrom('batch_runs').selectAll().where('batch_id', '=', batch.id).execute();
    const results = await db.selectFrom('results').select('run_id').where('protocol_sha256', '=', batch.protocol_sha256).execute();
    const done = rows.filter((row) => row.done === 1);
    expect(done.every((row) => row.result_id !== null && row.error === null)).toBe(true);
    expect(results.length).toBe(done.length);
    return { results: results.length, distinct: new Set(results.map((row) => row.run_id)).size, done: done.length };
  } finally {
    await close();
  }
}

/** Begins batches and kills what `kill` kills at random moments, until it was done often enough; what was stored must only ever grow. */
async function killAgainAndAgain(
  what: string,
  archive: string,
  kill: (child: ChildProcess) => Promise<void>,
  kills: number,
  how: readonly string[] = [],
): Promise<void> {
  const random = seedRandom(proofSeed);
  let revision = 1;
  let resume = false;
  let before = 0;
  // kills fall anywhere in a batch of this length: the first one is left alone, and timed
  const timed = performance.now();
  expect((await ended(start(['batch', '--archive', archive, '--jobs', '2', '--protocol', protocolFile(revision++), ...how]))).code).toBe(0);
  const length = performance.now() - timed;
  for (let killed = 0; killed < kills; ) {
    const args = resume ? ['--resume'] : ['--protocol', protocolFile(revision), ...how];
    const child = start(['batch', '--archive', archive, '--jobs', '2', ...args]);
    const end = ended(child);
    const won = await Promise.race([end, setTimeout(random.uniform() * length)]);
    if (won === undefined && child.exitCode === null) {
      await kill(child);
      killed += 1;
    }
    await end;
    const { db, close } = await openArchive(archive);
    const batches = await db.selectFrom('batches').select(['seq', 'state']).orderBy('seq', 'desc').execute();
    await close();
    // killed before there was a batch at all
    if (batches.length < revision) continue;
    const held = await heldBy(archive);
    expect(held.done).toBeGreaterThanOrEqual(before);
    resume = batches[0]?.state !== 'finished';
    before = resume ? held.done : 0;
    if (!resume) revision += 1;
  }
  const last = start([
    'batch',
    '--archive',
    archive,
    '--jobs',
    '2',
    ...(resume ? ['--resume'] : ['--protocol', protocolFile(revision), ...how]),
  ]);
  expect((await ended(last)).code).toBe(0);
  expect(await heldBy(archive)).toEqual({ results: RUNS, distinct: RUNS, done: RUNS });
  const check = runCli(['archive', 'check', '--archive', archive, '--json']);
  expect(JSON.parse(check.out)).toMatchObject({ runs: RUNS, faults: [] });
  countForProof(what, kills);
}

/** Waits until a batch has its first result. */
async function begunIn(archive: string): Promise<void> {
  for (let tries = 0; tries < 200; tries++) {
    const { db, close } = await openArchive(archive);
    const some = await db.selectFrom('results').select('id').limit(1).execute();
    await close();
    if (some.length > 0) return;
    await setTimeout(50);
  }
}

const newArchive = (name: string): string => {
  const archive = place(name);
  expect(runCli(['archive', 'import', '--archive', archive, place('runs')]).code).toBe(0);
  return archive;
};

describe('the command line killed in the midst of a batch', () => {
  it('loses no run and doubles none', { timeout: 60_000 + KILLS * 30_000 }, async () => {
    await killAgainAndAgain('commandsKilled', newArchive('killed.db'), async (child) => void child.kill('SIGKILL'), KILLS);
  });

  it('loses none and doubles none of those that help each other', { timeout: 60_000 + KILLS * 30_000 }, async () => {
    const kills = Math.ceil(KILLS / 2);
    await killAgainAndAgain('commandsKilled', newArchive('together.db'), async (child) => void child.kill('SIGKILL'), kills, [
      '--same-run',
      'folder',
    ]);
  });

  it('stops on Ctrl-C after the runs in hand, and says how to go on', { timeout: 120_000 }, async () => {
    const archive = newArchive('stopped.db');
    const child = start(['batch', '--archive', archive, '--protocol', protocolFile(1)]);
    const end = ended(child);
    await begunIn(archive);
    child.kill('SIGINT');
    const { code } = await end;
    // it may have been done by then, and even about to exit, where nobody listens any more
    if (code === 0 || (await heldBy(archive)).done === RUNS) return;
    expect(code).toBe(2);
    expect(runCli(['batch', '--archive', archive, '--resume', '--json']).code).toBe(0);
    expect(await heldBy(archive)).toEqual({ results: RUNS, distinct: RUNS, done: RUNS });
  });
});

describe.skipIf(postgresMissing !== undefined)("PostgreSQL's server killed in the midst of a batch", () => {
  let server: PostgresServer;
  beforeAll(async () => {
    server = await startPostgres();
  });
  afterAll(() => server?.remove());

  it('loses no run and doubles none once the server is back, and says what happened', { timeout: 120_000 + KILLS * 30_000 }, async () => {
    const url = await server.newDatabase();
    expect(runCli(['archive', 'import', '--archive', url, place('runs')]).code).toBe(0);
    const said: string[] = [];
    await killAgainAndAgain(
      'serversKilled',
      url,
      async (child) => {
        const end = ended(child);
        await server.kill();
        const { code, err } = await end;
        await server.start();
        if (code === 0) return;
        said.push(err);
        expect(code).toBe(2);
      },
      KILLS,
    );
    for (const text of said) expect(text).toMatch(/does not answer.*\[archive-unreachable/);
  });
});

describe('an archive that cannot be used says so in one sentence, and is left whole', () => {
  it('is locked by another program', { timeout: 60_000 }, () => {
    const archive = newArchive('locked.db');
    const holder = new Libsql(archive);
    holder.exec('begin immediate');
    const run = runCli(['batch', '--archive', archive, '--protocol', protocolFile(1)]);
    holder.exec('rollback');
    holder.close();
    expect(run.code).toBe(2);
    expect(run.err).toMatch(/in use by another program.*\[archive-locked/);
    expect(runCli(['batch', '--archive', archive, '--protocol', protocolFile(1)]).code).toBe(0);
  });

  it('is no archive, or is missing', () => {
    writeFileSync(place('text.db'), 'just some text that somebody wrote, much longer than a header');
    const before = readFileSync(place('text.db'), 'utf8');
    expect(runCli(['archive', 'list', '--archive', place('text.db')]).err).toContain('[archive-foreign');
    expect(readFileSync(place('text.db'), 'utf8')).toBe(before);
    expect(runCli(['archive', 'list', '--archive', place('none.db')]).err).toContain('[archive-not-found');
    expect(existsSync(place('none.db'))).toBe(false);
  });

  it('keeps its order where the clock was set back', () => {
    const archive = newArchive('clock.db');
    const hook = place('clock.cjs');
    writeFileSync(
      hook,
      'const Now = Date; const back = 3 * 365 * 86400e3; globalThis.Date = class extends Now { constructor(...a) { a.length === 0 ? super(Now.now() - back) : super(...a); } static now() { return Now.now() - back; } };',
    );
    const args = ['batch', '--archive', archive, '--json', '--protocol'];
    expect(runCli([...args, protocolFile(1)]).code).toBe(0);
    const back = spawnSync(process.execPath, ['--require', hook, cliProgram, ...args, protocolFile(2)], { encoding: 'utf8' });
    expect(JSON.parse(back.stdout)).toMatchObject({ batch: 2, done: RUNS, failed: 0 });
    const list = JSON.parse(runCli(['archive', 'list', 'batches', '--archive', archive, '--json']).out);
    expect(list.rows.map(({ batch }: { batch: number }) => batch)).toEqual([2, 1]);
    expect(list.rows[0].created < list.rows[1].created).toBe(true);
    const diff = JSON.parse(runCli(['diff', '--archive', archive, '--json', '--accept', 'after the clock']).out);
    expect(diff).toMatchObject({ batch: 2, decision: { number: 2, kind: 'accept' } });
    expect(JSON.parse(runCli(['archive', 'check', '--archive', archive, '--json']).out).faults).toEqual([]);
  });

  it('comes back from a backup, byte by byte what it was', () => {
    const archive = newArchive('backed-up.db');
    expect(runCli(['batch', '--archive', archive, '--protocol', protocolFile(1)]).code).toBe(0);
    const list = () => runCli(['archive', 'list', '--archive', archive, '--json']).out;
    const before = list();
    expect(runCli(['archive', 'backup', '--archive', archive, place('copy.backup')]).code).toBe(0);
    expect(runCli(['archive', 'restore', '--archive', archive, place('copy.backup')]).err).toContain('[archive-not-empty');
    writeFileSync(archive, 'destroyed');
    for (const rest of ['-wal', '-shm']) rmSync(archive + rest, { force: true });
    expect(runCli(['archive', 'restore', '--archive', archive, '--replace', place('copy.backup')]).code).toBe(0);
    expect(list()).toBe(before);
    expect(readdirSync(folder).filter((name) => name.startsWith('backed-up.db.before'))).toHaveLength(1);
    copyFileSync(place('copy.backup'), place('bad.backup'));
    const db = new Libsql(place('bad.backup'));
    db.exec("pragma foreign_keys = off; update results set analysis = '{}'");
    db.close();
    expect(runCli(['archive', 'restore', '--archive', place('new.db'), place('bad.backup')]).err).toContain('[backup-damaged');
    expect(existsSync(place('new.db'))).toBe(false);
  });
});

describe.skipIf(!isRoot)('as another user', () => {
  it('an archive in a folder that is not ours is refused, and left as it is', () => {
    mkdirSync(place('theirs'), { mode: 0o755 });
    const archive = newArchive('theirs/lab.db');
    const bytes = readFileSync(archive);
    const run = runAsNobody(['batch', '--archive', archive, '--protocol', protocolFile(1)]);
    expect(run.code).toBe(2);
    expect(run.err).toMatch(/\[archive-(read-only|not-opened)/);
    expect(readFileSync(archive).equals(bytes)).toBe(true);
    expect(runAsNobody(['archive', 'import', '--archive', place('theirs/new/lab.db'), place('runs')]).err).toContain('[no-permission');
  });
});

describe.skipIf(!isRoot || process.platform !== 'linux')('a full disk', () => {
  it('is named, what was stored stays, and the batch goes on once there is room', { timeout: 120_000 }, ({ skip }) => {
    const disk = place('disk');
    mkdirSync(disk);
    if (spawnSync('mount', ['-t', 'tmpfs', '-o', 'size=8m', 'tmpfs', disk]).status !== 0)
      skip('this machine lets nobody mount a small disk');
    try {
      const archive = path.join(disk, 'lab.db');
      expect(runCli(['archive', 'import', '--archive', archive, place('runs')]).code).toBe(0);
      const { bsize, blocks, bfree } = statfsSync(disk);
      const kept = Math.ceil(((blocks - bfree) * bsize) / 1024);
      expect(spawnSync('mount', ['-o', `remount,size=${kept + 1300}k`, disk]).status).toBe(0);
      const large = place('protocol-large.json');
      writeFileSync(large, JSON.stringify({ ...protocol, revision: 9 }));
      let last = runCli(['batch', '--archive', archive, '--protocol', large]);
      for (let revision = 10; last.code === 0 && revision < 40; revision++)
        last = runCli(['batch', '--archive', archive, '--protocol', protocolFile(revision)]);
      expect(last.code).toBe(2);
      expect(last.err).toMatch(/disk is full.*\[disk-full/);
      expect(spawnSync('mount', ['-o', 'remount,size=32m', disk]).status).toBe(0);
      expect(JSON.parse(runCli(['archive', 'check', '--archive', archive, '--json']).out).faults).toEqual([]);
      const batches = JSON.parse(runCli(['archive', 'list', 'batches', '--archive', archive, '--json']).out).rows;
      if (batches[0]?.state !== 'finished') expect(runCli(['batch', '--archive', archive, '--resume']).code).toBe(0);
    } finally {
      spawnSync('umount', [disk]);
    }
  });
});
