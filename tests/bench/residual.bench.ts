import { mkdtempSync, rmSync } from 'node:fs';
import { open } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { encodeFcsHead, encodeFcsTail } from '../../core/data/fcs/write/write-head.ts';
import { encodeRows } from '../../core/data/fcs/write/write-rows.ts';
import { simulateAtl } from '../../test-data/simulate-atl.ts';
import { printBench, rowOf } from './bench-output.ts';
import { type MeasuredProcess, measureProcess } from './measure-process.ts';

/**
 * Residual cells in ten tubes of 5 million events each (LYMPHO_BENCH_EVENTS, LYMPHO_BENCH_TUBES), beside plain gating of the very same files one
 * after the other, in the same run.
 */
const events = Number(process.env['LYMPHO_BENCH_EVENTS'] ?? 5_000_000);
const tubes = Number(process.env['LYMPHO_BENCH_TUBES'] ?? 10);
const repeats = Number(process.env['LYMPHO_BENCH_REPEATS'] ?? 1);
/** Simulated anew for each tube, and then repeated. */
const piece = 250_000;
const folder = mkdtempSync(path.join(tmpdir(), 'lymphoscope-bench-'));
const main = fileURLToPath(new URL('../../cli/main.js', import.meta.url));
const protocol = path.resolve('core', 'study', 'protocol', 'atl-blood.json');

async function writeTube(seed: number): Promise<string> {
  const { content } = simulateAtl({
    culture: 'resting-blood',
    seed,
    events: Math.min(piece, events),
    residual: 1e-4,
    lot: 'BENCH',
    day: 0,
  });
  const [first] = content;
  if (first === undefined) throw new Error('no events');
  const whole = { ...first, eventCount: events };
  const name = path.join(folder, `tube-${seed}.fcs`);
  const file = await open(name, 'w');
  try {
    await file.write(encodeFcsHead(whole));
    for (let done = 0; done < events; done += piece) await file.write(encodeRows(whole, 0, Math.min(piece, events - done)));
    await file.write(encodeFcsTail(whole));
  } finally {
    await file.close();
  }
  return name;
}

try {
  const files: string[] = [];
  for (let i = 1; i <= tubes; i++) files.push(await writeTube(i));
  const plain: { readonly seconds: number; readonly peakMb: number }[] = [];
  const residual: MeasuredProcess[] = [];
  for (let i = 0; i < repeats; i++) {
    const each = files.map((file) => measureProcess(folder, [main, 'gate', file, '--strategy', protocol, '--json']));
    plain.push({
      seconds: each.reduce((sum, { seconds }) => sum + seconds, 0),
      peakMb: Math.max(...each.map(({ peakMb }) => peakMb)),
    });
    residual.push(measureProcess(folder, [main, 'residual', ...files, '--protocol', protocol, '--json']));
  }
  const values = (of: readonly { readonly seconds: number; readonly peakMb: number }[], key: 'seconds' | 'peakMb') =>
    of.map((one) => one[key]);
  printBench('residual', [
    rowOf('residual-seconds', 's', values(residual, 'seconds')),
    rowOf('residual-peak-mb', 'MB', values(residual, 'peakMb')),
    rowOf('plain-gating-seconds', 's', values(plain, 'seconds')),
    rowOf('plain-gating-peak-mb', 'MB', values(plain, 'peakMb')),
    rowOf(
      'ratio',
      'times',
      residual.map(({ seconds }, i) => seconds / plain[i]!.seconds),
    ),
  ]);
} finally {
  rmSync(folder, { recursive: true, force: true });
}
