import type { MemoryPool } from '../../core/data/memory/memory-pool.ts';
import { evaluateStrategy } from '../../core/gating/evaluate/evaluate-strategy.ts';
import { measureMedians, measurePopulations } from '../../core/statistics/measure.ts';
import type { Protocol } from '../../core/study/protocol/protocol.ts';
import { prepareSample } from '../../core/study/sample/prepared-sample.ts';
import { readTable } from '../../core/study/sample/raw-sample.ts';
import { openFile } from '../../headless/files/file-source.ts';

/** Milliseconds. */
export interface Times {
  readonly openAndGate: number;
  readonly medians: number;
}

export const total = ({ openAndGate, medians }: Times): number => openAndGate + medians;

/** Open, compensate, gate and measure one file inside this process, in the memory of a pool. */
export async function analyseOnce(name: string, protocol: Protocol, pool: MemoryPool): Promise<Times> {
  const start = performance.now();
  const source = await openFile(name);
  const read = await readTable(source, pool, { hasScratch: true });
  const prepared = prepareSample(read, protocol, pool);
  const { populations } = evaluateStrategy(protocol.strategy, prepared.columns, prepared.channel);
  const gated = performance.now();
  const channels = protocol.statistics.medians.flatMap((id) => prepared.channel(id) ?? []);
  const { statistics } = protocol;
  measurePopulations(populations, channels, statistics, measureMedians(populations, channels, prepared.columns, statistics));
  const end = performance.now();
  prepared.release();
  read.table.release();
  await source.close();
  return { openAndGate: gated - start, medians: end - gated };
}
