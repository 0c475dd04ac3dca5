import { spawnSync } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import path from 'node:path';

export interface MeasuredProcess {
  readonly seconds: number;
  /** Of all its threads. */
  readonly cpuSeconds: number;
  readonly peakMb: number;
}

/** Runs Node with these arguments to its end; time of the processor and peak memory are what the process itself reports. */
export function measureProcess(folder: string, args: readonly string[]): MeasuredProcess {
  const hook = path.join(folder, 'usage.cjs');
  writeFileSync(
    hook,
    `process.on('exit', () => {
      const { maxRSS, userCPUTime, systemCPUTime } = process.resourceUsage();
      require('fs').writeSync(3, JSON.stringify([maxRSS, userCPUTime + systemCPUTime]));
    });`,
  );
  const start = performance.now();
  const done = spawnSync(process.execPath, ['--require', hook, ...args], { stdio: ['ignore', 'ignore', 'inherit', 'pipe'] });
  const seconds = (performance.now() - start) / 1000;
  if (done.status !== 0) throw new Error(`ended with ${done.status}: ${args.join(' ')}`);
  const [kilobytes = Number.NaN, microseconds = Number.NaN]: number[] = JSON.parse(done.output[3]?.toString() ?? '[]');
  return { seconds, cpuSeconds: microseconds / 1e6, peakMb: kilobytes / 1024 };
}
