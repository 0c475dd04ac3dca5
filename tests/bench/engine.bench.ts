import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { createMemoryPool } from '../../core/data/memory/memory-pool.ts';
import { kernelModule } from '../../headless/host/kernels.ts';
import { writeBenchSample } from '../../test-data/bench-sample.ts';
import { analyseOnce, type Times, total } from './analyse-once.ts';
import { measureBatch } from './batch-files.ts';
import { printBench, rowOf } from './bench-output.ts';
import { engineProtocol } from './engine-protocol.ts';
import { measureDrag } from './measure-drag.ts';
import { measureKernels } from './measure-kernels.ts';
import { measureProcess } from './measure-process.ts';

/**
 * Open, compensate, 12 logicle channels, 11 gates and 144 medians of 16 simulated channels: as a whole process with 1 million events;
 * inside one process, with reused memory, for LYMPHO_BENCH_EVENTS events, a tenth of them, and files of 50,000.
 */
const events = Number(process.env['LYMPHO_BENCH_EVENTS'] ?? 5_000_000);
const repeats = Number(process.env['LYMPHO_BENCH_REPEATS'] ?? 5);
const folder = mkdtempSync(path.join(tmpdir(), 'lymphoscope-bench-engine-'));
const file = (name: string): string => path.join(folder, `${name}.fcs`);
const main = fileURLToPath(new URL('../../cli/main.js', import.meta.url));
const protocol = engineProtocol(readFileSync(new URL('../../core/study/protocol/nk-t.json', import.meta.url), 'utf8'));
const BATCH_FILES = 200;

try {
  const protocolFile = path.join(folder, 'engine.json');
  writeFileSync(protocolFile, JSON.stringify(protocol));
  await writeBenchSample(file('1m'), { events: 1_000_000 });
  await writeBenchSample(file('all'), { events });
  await writeBenchSample(file('tenth'), { events: events / 10 });
  const files = Array.from({ length: 10 }, (_, seed) => file(`small-${seed}`));
  for (const [seed, path] of files.entries()) await writeBenchSample(path, { events: 50_000, seed });
  const protocolText = JSON.stringify(protocol);
  const pool = createMemoryPool(2 ** 33, kernelModule());
  const small = createMemoryPool(2 ** 31, kernelModule());
  const whole: Awaited<ReturnType<typeof measureProcess>>[] = [];
  const all: Times[] = [];
  const tenth: Times[] = [];
  const batches: { readonly one: number; readonly two: number }[] = [];
  for (let round = -1; round < repeats; round++) {
    const process = measureProcess(folder, [main, 'analyse', file('1m'), '--json', '--protocol', protocolFile]);
    const [few, many] = [await analyseOnce(file('tenth'), protocol, small), await analyseOnce(file('all'), protocol, pool)];
    if (round < 0) continue;
    const one = await measureBatch(files, protocolText, 1, BATCH_FILES / 4);
    batches.push({ one, two: await measureBatch(files, protocolText, 2, BATCH_FILES) });
    whole.push(process);
    tenth.push(few);
    all.push(many);
  }
  const row = (key: string, unit: string, value: (round: number) => number) =>
    rowOf(
      key,
      unit,
      all.map((_, round) => value(round)),
    );
  const rows = [
    row('whole-1m-seconds', 's', (i) => whole[i]!.seconds),
    row('whole-1m-cpu-seconds', 's', (i) => whole[i]!.cpuSeconds),
    row('whole-1m-peak-mb', 'MB', (i) => whole[i]!.peakMb),
    row('growth-10x', 'times', (i) => total(all[i]!) / total(tenth[i]!)),
    row('medians-over-open-gate', 'times', (i) => all[i]!.medians / all[i]!.openAndGate),
    rowOf('bytes-per-event', 'bytes', [pool.reservedBytes / events]),
    row('open-and-gate-ms', 'ms', (i) => all[i]!.openAndGate),
    row('medians-ms', 'ms', (i) => all[i]!.medians),
    row('batch-ms-per-file-1w', 'ms', (i) => batches[i]!.one),
    row('batch-ms-per-file-2w', 'ms', (i) => batches[i]!.two),
    row('batch-second-worker', 'times', (i) => batches[i]!.one / batches[i]!.two),
  ];
  const referenceKernels = measureKernels(repeats).map(({ twin }) => twin);
  printBench('engine', [...rows, ...(await measureDrag(file('all'), protocol, pool, repeats)), ...referenceKernels]);
} finally {
  rmSync(folder, { recursive: true, force: true });
}
