import { expect, it } from 'vitest';
import { add, emptyMask } from '../../../../../core/data/events/bitmask.ts';
import type { Channel } from '../../../../../core/data/events/channel.ts';
import type { EventTable, RawColumn } from '../../../../../core/data/events/event-table.ts';
import { openSampleColumns } from '../../../../../core/data/events/sample-columns.ts';
import { createMemoryPool } from '../../../../../core/data/memory/memory-pool.ts';
import { identityScale } from '../../../../../core/data/transforms/kind/transform.ts';
import { compileTransform, type Transform } from '../../../../../core/data/transforms/transforms.ts';
import { histogramPopulation } from '../../../../../core/statistics/histograms/histogram-data.ts';
import { type PlotChannel, plotPopulation } from '../../../../../core/statistics/histograms/plot-data.ts';
import { builtKernels } from '../../../../kernel-module.ts';

const SHARD = 4096;
const EVENTS = 2 * SHARD + 777;
const channels: readonly Channel[] = [1, 2].map((index) => ({ index, name: `C${index}`, bits: 32, range: 262_144, detail: {} }));
const logicle: Transform = { kind: 'logicle', T: 262_144, W: 0.5, M: 4.5, A: 0 };
const channel = (index: number, scale = compileTransform(logicle)): PlotChannel => ({
  used: { id: `C${index + 1}`, index: index + 1, name: `C${index + 1}`, compensated: false, transform: logicle },
  index,
  scale,
});

/** Values on and off scale, on the edges of bins, and what is no number, over three shards. */
function pictures(kernels: ReturnType<typeof builtKernels> | undefined) {
  const pool = createMemoryPool(2 ** 26, kernels);
  const value = (event: number, seed: number): number => {
    if (event % 501 === 0) return [Number.NaN, Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY, 0, 1e30][(event / 501) % 5]!;
    return event % 4 === 0 ? event - 3000 : 10 ** (3 + 2.5 * Math.sin(event * seed)) * Math.sign(Math.cos(event));
  };
  const column = (first: number, count: number, seed: number) =>
    Float32Array.from({ length: count }, (_, i) => value(first + i, seed)) as Float32Array as RawColumn;
  const shards = [0, SHARD, 2 * SHARD].map((firstEvent) => {
    const eventCount = Math.min(SHARD, EVENTS - firstEvent);
    return { firstEvent, eventCount, columns: [1.3, 2.7].map((seed) => column(firstEvent, eventCount, seed)), arena: pool.acquire(1) };
  });
  const table: EventTable = { eventCount: EVENTS, shards, release: () => undefined };
  const columns = openSampleColumns(table, channels, undefined, pool);
  const members = emptyMask(EVENTS);
  for (let event = 0; event < EVENTS; event++) if (event % 3 !== 1) add(members, event);
  const population = { path: 'P', name: 'P', depth: 1, members, count: 1 };
  return {
    isCompiled: columns.gateKernels !== undefined,
    plot: plotPopulation(population, [], channel(0), channel(1), columns),
    linear: plotPopulation(population, [], channel(0, identityScale), channel(1), columns),
    histogram: histogramPopulation(population, channel(1), columns),
  };
}

it('pictures by compiled kernels are those of plain TypeScript', () => {
  const compiled = pictures(builtKernels());
  expect(compiled).toEqual({ ...pictures(undefined), isCompiled: true });
  expect(compiled.plot.density.reduce((sum, count) => sum + count, 0)).toBeGreaterThan(5000);
});
