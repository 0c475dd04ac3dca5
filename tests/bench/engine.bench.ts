import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { createMemoryPool, type MemoryPool } from '../../core/events/memory-pool.ts';
import { gateSample } from '../../core/gating/gate-sample.ts';
import { prepareSample } from '../../core/sample/prepared-sample.ts';
import { readTable } from '../../core/sample/raw-sample.ts';
import { measurePopulations } from '../../core/statistics/measure.ts';
import { openFile } from '../../headless/files/file-source.ts';
import { kernelModule } from '../../headless/kernels.ts';
import { writeBenchSample } from '../../test-data/bench-sample.ts';
import { printBench, rowOf } from './bench-output.ts';
import { engineProtocol } from './engine-protocol.ts';
import { measureProcess } from './measure-process.ts';

/**
 * Open, compensate, 12 logicle channels, 11 gates and 144 medians of 16 simulated channels: as a whole process with 1 million events;
 * inside one process, with reused memory, for LYMPHO_BENCH_EVENTS events, a tenth of them, and files of 50,000.
 */
const events = Number(process.env['LYMPHO_BENCH_EVENTS'] ?? 5_000_000);
const repeats = Number(process.env['LYMPHO_BENCH_REPEATS'] ?? 5);
const folder = mkdtempSync(path.join(tmpdir(), 'lymphoscope-bench-engine-'));
const file = (name: string): string => path.join(folder, `${name}.fcs`);
const main = fileURLToPath(new URL('../../headless/cli/main.js', import.meta.url));
const protocol = engineProtocol(readFileSync(new URL('../../core/protocols/nk-t.json', import.meta.url), 'utf8'));
const BATCH_FILES = 200;

interface Times {
  readonly openAndGate: number;
  readonly medians: number;
}

try {
  const protocolFile = path.join(folder, 'engine.json');
  writeFileSync(protocolFile, JSON.stringify(protocol));
  await writeBenchSample(file('1m'), { events: 1_000_000 });
  await writeBenchSample(file('all'), { events });
  await writeBenchSample(file('tenth'), { events: events / 10 });
  await writeBenchSample(file('small'), { events: 50_000 });
  const pool = createMemoryPool(2 ** 33, kernelModule());
  const small = createMemoryPool(2 ** 31, kernelModule());
  const whole: Awaited<ReturnType<typeof measureProcess>>[] = [];
  const all: Times[] = [];
  const tenth: Times[] = [];
  const batch: number[] = [];
  for (let round = -1; round < repeats; round++) {
    const process = measureProcess(folder, [main, 'analyse', file('1m'), '--json', '--protocol', protocolFile]);
    const [few, many] = [await analyse(file('tenth'), small), await analyse(file('all'), pool)];
    const start = performance.now();
    for (let i = 0; i < BATCH_FILES / 10; i++) await analyse(file('small'), small);
    const each = (performance.now() - start) / (BATCH_FILES / 10);
    if (round < 0) continue;
    whole.push(process);
    tenth.push(few);
    all.push(many);
    batch.push(each);
  }
  const total = ({ openAndGate, medians }: Times): number => openAndGate + medians;
  const row = (key: string, unit: string, value: (round: number) => number) =>
    rowOf(
      key,
      unit,
      all.map((_, round) => value(round)),
    );
  printBench('engine', [
    row('whole-1m-seconds', 's', (i) => whole[i]!.seconds),
    row('whole-1m-cpu-seconds', 's', (i) => whole[i]!.cpuSeconds),
    row('whole-1m-peak-mb', 'MB', (i) => whole[i]!.peakMb),
    row('growth-10x', 'times', (i) => total(all[i]!) / total(tenth[i]!)),
    row('medians-over-open-gate', 'times', (i) => all[i]!.medians / all[i]!.openAndGate),
    rowOf('bytes-per-event', 'bytes', [pool.reservedBytes / events]),
    row('open-and-gate-ms', 'ms', (i) => all[i]!.openAndGate),
    row('medians-ms', 'ms', (i) => all[i]!.medians),
    rowOf('batch-ms-per-file-1w', 'ms', batch),
  ]);
} finally {
  rmSync(folder, { recursive: true, force: true });
}

async function analyse(name: string, pool: MemoryPool): Promise<Times> {
  const start = performance.now();
  const source = await openFile(name);
  const read = await readTable(source, pool);
  const prepared = prepareSample({ ...read, sha256: '' }, protocol, pool);
  const { populations } = gateSample(protocol.strategy, prepared.columns, prepared.channel);
  const gated = performance.now();
  const channels = protocol.statistics.medians.flatMap((id) => prepared.channel(id) ?? []);
  measurePopulations(populations, channels, prepared.columns, protocol.statistics);
  const end = performance.now();
  prepared.release();
  read.table.release();
  await source.close();
  return { openAndGate: gated - start, medians: end - gated };
}
