import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { createMemoryPool } from '../../core/data/memory/memory-pool.ts';
import { kernelModule } from '../../headless/host/kernels.ts';
import { writeBenchSample } from '../../test-data/bench-sample.ts';
import { printBench } from './bench-output.ts';
import { engineProtocol } from './engine-protocol.ts';
import { measureDrag } from './measure-drag.ts';

/** The part of the engine's bench that moves a gate, alone; of LYMPHO_BENCH_EVENTS events. */
const events = Number(process.env['LYMPHO_BENCH_EVENTS'] ?? 5_000_000);
const rounds = Number(process.env['LYMPHO_BENCH_REPEATS'] ?? 5);
const folder = mkdtempSync(path.join(tmpdir(), 'lymphoscope-bench-drag-'));
try {
  const file = path.join(folder, 'all.fcs');
  await writeBenchSample(file, { events });
  const protocol = engineProtocol(readFileSync(new URL('../../core/study/protocol/nk-t.json', import.meta.url), 'utf8'));
  printBench('drag', await measureDrag(file, protocol, createMemoryPool(2 ** 33, kernelModule()), rounds));
} finally {
  rmSync(folder, { recursive: true, force: true });
}
