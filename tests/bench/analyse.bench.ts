import { mkdtempSync, rmSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { writeBenchSample } from '../../test-data/bench-sample.ts';
import { printBench, rowOf } from './bench-output.ts';
import { type MeasuredProcess, measureProcess } from './measure-process.ts';

/** Whole process of `analyse` on 1 million x 16 simulated events, beside npm's `fcs` only reading the same file, alternating. */
const repeats = Number(process.env['LYMPHO_BENCH_REPEATS'] ?? 3);
const folder = mkdtempSync(path.join(tmpdir(), 'lymphoscope-bench-'));
const file = path.join(folder, 'simulated-1m.fcs');
const main = fileURLToPath(new URL('../../cli/main.js', import.meta.url));
const oracle = createRequire(import.meta.url).resolve('fcs');

try {
  await writeBenchSample(file, { events: 1_000_000, channels: 16, seed: 1 });
  const whole: MeasuredProcess[] = [];
  const read: MeasuredProcess[] = [];
  for (let i = 0; i < repeats; i++) {
    whole.push(measureProcess(folder, [main, 'analyse', file, '--json']));
    read.push(
      measureProcess(folder, [
        '-e',
        `const FCS = require(${JSON.stringify(oracle)}); new FCS({ dataFormat: 'asNumber', eventsToRead: -1 }, require('fs').readFileSync(${JSON.stringify(file)}));`,
      ]),
    );
  }
  printBench('analyse', [
    rowOf(
      'whole-1m-seconds',
      's',
      whole.map(({ seconds }) => seconds),
    ),
    rowOf(
      'whole-1m-peak-mb',
      'MB',
      whole.map(({ peakMb }) => peakMb),
    ),
    rowOf(
      'fcs-read-1m-seconds',
      's',
      read.map(({ seconds }) => seconds),
    ),
    rowOf(
      'fcs-read-1m-peak-mb',
      'MB',
      read.map(({ peakMb }) => peakMb),
    ),
  ]);
} finally {
  rmSync(folder, { recursive: true, force: true });
}
