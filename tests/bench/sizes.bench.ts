import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { createMemoryPool } from '../../core/data/memory/memory-pool.ts';
import { kernelModule } from '../../headless/host/kernels.ts';
import { writeBenchSample } from '../../test-data/bench-sample.ts';
import { analyseOnce, total } from './analyse-once.ts';
import { printBench, rowOf } from './bench-output.ts';
import { engineProtocol } from './engine-protocol.ts';

/** Open, compensate, gate and measure samples of many sizes, each in used memory: time and memory an event, whatever the size. */
const repeats = Number(process.env['LYMPHO_BENCH_REPEATS'] ?? 5);
const millions = (process.env['LYMPHO_BENCH_MILLIONS'] ?? '1,5,10,20').split(',').map(Number);
const sizes = [16, 30].flatMap((channels) => millions.map((events) => ({ channels, events })));
const protocol = engineProtocol(readFileSync(new URL('../../core/study/protocol/nk-t.json', import.meta.url), 'utf8'));
const folder = mkdtempSync(path.join(tmpdir(), 'lymphoscope-bench-sizes-'));
const file = path.join(folder, 'sample.fcs');

try {
  const rows = [];
  for (const { channels, events } of sizes) {
    await writeBenchSample(file, { events: events * 1e6, channels });
    const pool = createMemoryPool(20 * 2 ** 30, kernelModule());
    const times: number[] = [];
    for (let round = -1; round < repeats; round++) {
      const time = total(await analyseOnce(file, protocol, pool));
      if (round >= 0) times.push(time);
    }
    const name = `${events}m-${channels}-channels`;
    rows.push(
      rowOf(
        `${name}-ns-an-event`,
        'ns',
        times.map((time) => time / events),
      ),
    );
    rows.push(rowOf(`${name}-bytes-an-event`, 'bytes', [pool.reservedBytes / (events * 1e6)]));
  }
  printBench('sizes', rows);
} finally {
  rmSync(folder, { recursive: true, force: true });
}
