import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { copyFile, open } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { openFcs } from '../../core/data/fcs/read/open.ts';
import { readEvents } from '../../core/data/fcs/read/read-events.ts';
import { createMemoryPool } from '../../core/data/memory/memory-pool.ts';
import { openFile } from '../../headless/files/file-source.ts';
import { kernelModule } from '../../headless/host/kernels.ts';
import { writeBenchSample } from '../../test-data/bench-sample.ts';
import { printBench, rowOf } from './bench-output.ts';

/**
 * Reading all 16 channels of 5 million float events with a warm pool, against bare reads of the same bytes into one reused
 * buffer, in alternation; the same with compiled kernels left out; ten times the events; npm's `fcs` on the same file; and the
 * command `inspect` over 1,000 files. LYMPHO_BENCH_EVENTS makes it smaller.
 */
const events = Number(process.env['LYMPHO_BENCH_EVENTS'] ?? 5_000_000);
const repeats = Number(process.env['LYMPHO_BENCH_REPEATS'] ?? 9);
const folder = mkdtempSync(path.join(tmpdir(), 'lymphoscope-bench-read-'));
const file = (name: string): string => path.join(folder, `${name}.fcs`);
const pool = createMemoryPool(2 ** 31, kernelModule());
const plainPool = createMemoryPool(2 ** 31);
const BARE_CHUNK = 4 * 2 ** 20;
const bareBuffer = new Uint8Array(BARE_CHUNK);

try {
  if (kernelModule() === undefined) throw new Error('the kernels are not built');
  await writeBenchSample(file('little'), { events, byteOrder: 'little' });
  await writeBenchSample(file('big'), { events, byteOrder: 'big' });
  await writeBenchSample(file('tenth'), { events: events / 10, byteOrder: 'little' });
  const le: number[] = [];
  const be: number[] = [];
  const bare: number[] = [];
  const tenth: number[] = [];
  const referenceKernels: number[] = [];
  const bigBare: number[] = [];
  for (let round = -2; round < repeats; round++) {
    const times = [
      await timed(() => readBare(file('little'))),
      await timed(() => read(file('little'), pool)),
      await timed(() => readBare(file('big'))),
      await timed(() => read(file('big'), pool)),
      await timed(() => read(file('tenth'), pool)),
    ];
    if (round < 0) continue;
    [bare, le, bigBare, be, tenth].forEach((list, i) => list.push(times[i] ?? Number.NaN));
  }
  for (let round = -1; round < 3; round++) {
    const time = await timed(() => read(file('little'), plainPool));
    if (round >= 0) referenceKernels.push(time);
  }
  const ours: number[] = [];
  const theirs: number[] = [];
  for (let round = 0; round < 3; round++) {
    ours.push(await timed(() => read(file('tenth'), pool)));
    theirs.push(await timed(readByOracle));
  }
  const inspected = await inspectThousand();
  const over = (a: readonly number[], b: readonly number[]): readonly number[] => a.map((value, i) => value / (b[i] ?? Number.NaN));
  printBench('read', [
    rowOf('le-over-bare-read', 'times', over(le, bare)),
    rowOf('be-over-bare-read', 'times', over(be, bigBare)),
    rowOf('growth-10x', 'times', over(le, tenth)),
    rowOf('fcs-over-ours', 'times', over(theirs, ours)),
    rowOf('inspect-1000-seconds', 's', inspected.whole),
    rowOf('inspect-1000-quick-seconds', 's', inspected.quick),
    rowOf('bare-read-ms', 'ms', bare),
    rowOf('le-read-ms', 'ms', le),
    rowOf('be-read-ms', 'ms', be),
    rowOf('le-read-without-kernels-ms', 'ms', referenceKernels),
    rowOf('fcs-tenth-ms', 'ms', theirs),
  ]);
} finally {
  rmSync(folder, { recursive: true, force: true });
}

async function timed(work: () => Promise<void>): Promise<number> {
  const start = performance.now();
  await work();
  return performance.now() - start;
}

async function read(name: string, into: typeof pool): Promise<void> {
  const source = await openFile(name);
  const [dataset] = (await openFcs(source)).datasets;
  if (dataset === undefined) throw new Error('no data set');
  (await readEvents(dataset, source, { pool: into })).release();
  await source.close();
}

/** The same bytes, chunk by chunk, into one buffer. */
async function readBare(name: string): Promise<void> {
  const handle = await open(name, 'r');
  for (let at = 0; ; ) {
    const { bytesRead } = await handle.read(bareBuffer, 0, BARE_CHUNK, at);
    at += bytesRead;
    if (bytesRead < BARE_CHUNK) break;
  }
  await handle.close();
}

async function readByOracle(): Promise<void> {
  const Fcs: unknown = createRequire(import.meta.url)('fcs');
  if (typeof Fcs !== 'function') throw new Error('fcs is not a constructor');
  Reflect.construct(Fcs, [{ dataFormat: 'asNumber', eventsToRead: -1 }, readFileSync(file('tenth'))]);
}

/** `inspect` as a process of its own, over 1,000 files of 1,000 events. */
async function inspectThousand(): Promise<{ readonly whole: readonly number[]; readonly quick: readonly number[] }> {
  const many = path.join(folder, 'many');
  mkdirSync(many);
  await writeBenchSample(file('small'), { events: 1000 });
  for (let i = 0; i < 1000; i++) await copyFile(file('small'), path.join(many, `${i}.fcs`));
  const main = fileURLToPath(new URL('../../cli/main.js', import.meta.url));
  const run = async (...flags: readonly string[]): Promise<number> => {
    const milliseconds = await timed(async () => {
      const done = spawnSync(process.execPath, [main, 'inspect', '--recursive', '--json', ...flags, many], { maxBuffer: 2 ** 28 });
      if (done.status !== 0) throw new Error(`inspect ended with ${done.status}`);
    });
    return milliseconds / 1000;
  };
  return { whole: [await run(), await run(), await run()], quick: [await run('--quick'), await run('--quick'), await run('--quick')] };
}
