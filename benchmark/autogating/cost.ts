import type { Host } from '../../core/analyse.ts';
import { bytesSource } from '../../core/base/byte-source.ts';
import { encodeFcs } from '../../core/data/fcs/write/write.ts';
import { evaluateStrategy } from '../../core/gating/evaluate/evaluate-strategy.ts';
import { createGateMemo } from '../../core/gating/evaluate/gate-memo.ts';
import { dimensionsOf } from '../../core/gating/strategy/used-channels.ts';
import type { Protocol } from '../../core/study/protocol/protocol.ts';
import { assessPrepared } from '../../core/study/sample/assess-prepared.ts';
import { prepareSample } from '../../core/study/sample/prepared-sample.ts';
import { readSample } from '../../core/study/sample/raw-sample.ts';
import { simulateBenchSample } from '../../test-data/bench-sample.ts';
import { type BenchRow, quantile, row } from '../rows/bench-row.ts';

/** Seconds of gating and of quality control, once the columns are there: all channels of the protocol, the whole strategy. */
export async function measureCost(events: number, repeats: number, protocol: Protocol, host: Host): Promise<readonly BenchRow[]> {
  const { content } = simulateBenchSample(events, 16, 1);
  const raw = await readSample(bytesSource('simulated.fcs', encodeFcs([content])), host, { hasScratch: true });
  const prepared = prepareSample(raw, protocol, host.pool);
  const start = performance.now();
  for (const id of dimensionsOf(protocol.strategy)) {
    const channel = prepared.channel(id);
    if (channel !== undefined) prepared.columns.scaled(channel.index, channel.scale);
  }
  const columns = (performance.now() - start) / 1000;
  const [gating, quality]: [number[], number[]] = [[], []];
  for (let i = 0; i < repeats; i++) {
    const before = performance.now();
    evaluateStrategy(protocol.strategy, prepared.columns, (id) => prepared.channel(id), createGateMemo());
    const between = performance.now();
    assessPrepared(prepared, protocol);
    gating.push((between - before) / 1000);
    quality.push((performance.now() - between) / 1000);
  }
  prepared.release();
  raw.table.release();
  const both = gating.map((seconds, i) => seconds + quality[i]!);
  const name = events === 1_000_000 ? '1m' : String(events);
  return [
    row(`seconds-${name}`, 's', quantile(both, 0.5), both),
    row(`gating-seconds-${name}`, 's', quantile(gating, 0.5), gating),
    row(`quality-seconds-${name}`, 's', quantile(quality, 0.5), quality),
    row(`columns-seconds-${name}`, 's', columns, [columns]),
  ];
}
