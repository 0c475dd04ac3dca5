import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { writeBenchSample } from '../../test-data/bench-sample.ts';
import { printBench, rowOf } from './bench-output.ts';
import { engineProtocol } from './engine-protocol.ts';
import { measureProcess } from './measure-process.ts';

/**
 * Batches over LYMPHO_BENCH_RUNS (1,000) simulated runs of 50,000 x 16 events by the command line, whole processes: fixed gates with counts
 * only, with 144 medians, and the shipped protocol's automatic gates; one worker and two; 100, 300 and all runs; peak memory; the reports of
 * runs beside their gating. Runs a second are those that the batch itself counts, without the start of the process.
 */
const most = Number(process.env['LYMPHO_BENCH_RUNS'] ?? 1000);
const events = Number(process.env['LYMPHO_BENCH_EVENTS'] ?? 50_000);
const PAIRS = 3;
const repeats = Number(process.env['LYMPHO_BENCH_REPEATS'] ?? 1);
const folder = mkdtempSync(path.join(tmpdir(), 'lymphoscope-bench-archive-'));
const main = fileURLToPath(new URL('../../cli/main.js', import.meta.url));
const inFolder = (name: string): string => path.join(folder, name);
const archive = inFolder('bench.archive');
const shipped = readFileSync(new URL('../../core/study/protocol/nk-t.json', import.meta.url), 'utf8');

interface BatchOutput {
  readonly done: number;
  readonly failed: number;
  readonly runsPerSecond: number;
  readonly seconds: number;
}

function cli(args: readonly string[]): string {
  const done = spawnSync(process.execPath, [main, ...args], { encoding: 'utf8', maxBuffer: 2 ** 28 });
  if (done.status !== 0) throw new Error(`ended with ${done.status}: ${args.join(' ')}\n${done.stderr.slice(0, 2000)}`);
  return done.stdout;
}

let versions = 0;
/** Every batch has a protocol of its own, so that nothing is known from the one before. */
function batch(protocol: object, query: string, jobs: number): BatchOutput {
  const file = inFolder(`protocol-${++versions}.json`);
  writeFileSync(file, JSON.stringify({ ...protocol, revision: versions }));
  const output: BatchOutput = JSON.parse(
    cli(['batch', '--archive', archive, '--json', '--protocol', file, '--query', query, '--jobs', String(jobs)]),
  );
  if (output.failed > 0) throw new Error(`${output.failed} runs failed`);
  return output;
}

/** The processor's time of a whole batch with one worker, a run: what other work on the machine disturbs least. */
function cpuPerRun(protocol: object, count: number): number {
  const file = inFolder(`protocol-${++versions}.json`);
  writeFileSync(file, JSON.stringify({ ...protocol, revision: versions }));
  const args = ['batch', '--archive', archive, '--json', '--protocol', file, '--query', of(count)];
  return (1000 * measureProcess(folder, [main, ...args]).cpuSeconds) / count;
}

/** Runs that a query chooses: the first so many are in folders of their own. */
const of = (count: number): string => (count >= most ? '' : `path~/${count}/`);

try {
  await writeRuns();
  cli(['archive', 'import', '--archive', archive, inFolder('runs')]);
  const medians = engineProtocol(shipped);
  const counts = { ...medians, statistics: { ...medians.statistics, medians: [] } };
  const automatic: object = JSON.parse(shipped);
  const speeds = { counts1: [] as number[], counts2: [] as number[], medians2: [] as number[], automatic2: [] as number[] };
  const growth: number[] = [];
  const [tenth, third] = [Math.round(most / 10), Math.round((most * 3) / 10)];
  const byCount: { [count: number]: number[] } = { [tenth]: [], [third]: [], [most]: [] };
  batch(counts, of(tenth), 2);
  // one after the other, so that both see the same machine
  const pairs = Array.from({ length: PAIRS }, () => {
    const one = batch(counts, of(tenth), 1).runsPerSecond;
    return batch(counts, of(tenth), 2).runsPerSecond / one;
  });
  for (let round = 0; round < repeats; round++) {
    speeds.counts1.push(batch(counts, '', 1).runsPerSecond);
    const all = batch(counts, '', 2);
    const few = batch(counts, of(tenth), 2);
    speeds.counts2.push(all.runsPerSecond);
    growth.push(all.seconds / few.seconds);
    byCount[tenth]?.push(few.runsPerSecond);
    byCount[third]?.push(batch(counts, of(third), 2).runsPerSecond);
    byCount[most]?.push(all.runsPerSecond);
    speeds.medians2.push(batch(medians, of(third), 2).runsPerSecond);
    speeds.automatic2.push(batch(automatic, of(tenth), 2).runsPerSecond);
  }
  const protocol = inFolder('memory.json');
  writeFileSync(protocol, JSON.stringify({ ...counts, revision: ++versions }));
  const memory = measureProcess(folder, [main, 'batch', '--archive', archive, '--json', '--protocol', protocol, '--jobs', '2']);
  const gating = batch(automatic, of(tenth), 1);
  const pdf = measureProcess(folder, [main, 'archive', 'report', '--archive', archive, '--out', inFolder('batch.pdf')]);
  printBench('archive', [
    rowOf('runs-per-s-counts-1w', 'runs/s', speeds.counts1),
    rowOf('runs-per-s-counts-2w', 'runs/s', speeds.counts2),
    rowOf('second-worker', 'times', pairs),
    rowOf('cpu-ms-per-run-counts', 'ms', [cpuPerRun(counts, tenth)]),
    rowOf('cpu-ms-per-run-medians', 'ms', [cpuPerRun(medians, tenth)]),
    rowOf('cpu-ms-per-run-automatic', 'ms', [cpuPerRun(automatic, tenth)]),
    rowOf('runs-per-s-medians-2w', 'runs/s', speeds.medians2),
    rowOf('runs-per-s-automatic-2w', 'runs/s', speeds.automatic2),
    ...Object.entries(byCount).map(([count, values]) => rowOf(`runs-per-s-counts-2w-of-${count}`, 'runs/s', values)),
    rowOf('growth-10x', 'times', growth),
    rowOf('peak-mb', 'MB', [memory.peakMb]),
    rowOf('pdf-over-gating', 'times', [pdf.seconds / gating.seconds]),
  ]);
} finally {
  rmSync(folder, { recursive: true, force: true });
}

/** The first tenth in a folder of its own inside the first third: a query can choose either by its path. */
async function writeRuns(): Promise<void> {
  const { mkdirSync } = await import('node:fs');
  const [tenth, third] = [Math.round(most / 10), Math.round((most * 3) / 10)];
  const some = inFolder(`runs/${third}`);
  const few = path.join(some, String(tenth));
  mkdirSync(few, { recursive: true });
  for (let i = 0; i < most; i++) {
    const at = i < tenth ? few : i < third ? some : inFolder('runs');
    await writeBenchSample(path.join(at, `run-${String(i).padStart(4, '0')}.fcs`), { events, seed: i + 1 });
  }
}
