import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { writeBenchSample } from '../../test-data/bench-sample.ts';
import { printBench, rowOf } from './bench-output.ts';

/** Whole process of `analyse` on 1 million x 16 simulated events, beside npm's `fcs` only reading the same file, alternating. */
const repeats = Number(process.env['LYMPHO_BENCH_REPEATS'] ?? 3);
const folder = mkdtempSync(path.join(tmpdir(), 'lymphoscope-bench-'));
const file = path.join(folder, 'simulated-1m.fcs');
const main = fileURLToPath(new URL('../../headless/cli/main.js', import.meta.url));
const oracle = createRequire(import.meta.url).resolve('fcs');

try {
  await writeBenchSample(file, { events: 1_000_000, channels: 16, seed: 1 });
  const whole: Measured[] = [];
  const read: Measured[] = [];
  for (let i = 0; i < repeats; i++) {
    whole.push(measure([main, 'analyse', file, '--json']));
    read.push(
      measure([
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

interface Measured {
  readonly seconds: number;
  readonly peakMb: number;
}

/** Runs Node with these arguments; peak memory is what the child itself reports at its end. */
function measure(args: readonly string[]): Measured {
  const report = 'data:text/javascript,process.on("exit",()=>require("fs").writeSync(3,String(process.resourceUsage().maxRSS)))';
  const hook = path.join(folder, 'peak.cjs');
  spawnSync(process.execPath, [
    '-e',
    `require('fs').writeFileSync(${JSON.stringify(hook)}, ${JSON.stringify(decodeURIComponent(report.slice('data:text/javascript,'.length)))})`,
  ]);
  const start = performance.now();
  const done = spawnSync(process.execPath, ['--require', hook, ...args], { stdio: ['ignore', 'ignore', 'inherit', 'pipe'] });
  const seconds = (performance.now() - start) / 1000;
  if (done.status !== 0) throw new Error(`ended with ${done.status}: ${args.join(' ')}`);
  return { seconds, peakMb: Number(done.output[3]?.toString()) / 1024 };
}
