import { expect, it } from 'vitest';
import { bytesSource } from '../../core/base/byte-source.ts';
import { encodeFcs } from '../../core/data/fcs/write/write.ts';
import { createMemoryPool } from '../../core/data/memory/memory-pool.ts';
import { exportWorkspace } from '../../core/exchange/flowjo/export-workspace.ts';
import { explicitStrategy } from '../../core/exchange/formats/explicit-strategy.ts';
import { readStrategy } from '../../core/exchange/formats/read-strategy.ts';
import { writeGatingMl } from '../../core/exchange/gating-ml/write-gating-ml.ts';
import { protocolOfStrategy } from '../../core/exchange/strategy/imported-strategy.ts';
import type { Dimension } from '../../core/gating/strategy/dimension.ts';
import type { Protocol } from '../../core/study/protocol/protocol.ts';
import { gateFileBy } from '../../core/study/sample/gate-by-strategy.ts';
import { createSha256 } from '../../headless/host/host.ts';
import { seedRandom } from '../../test-data/random.ts';

/*
 * A spider goes out as polygons, which hold every event that we count, however far from the axes; FlowJo's are within a channel of the axes' curves.
 */

const EVENTS = 4_000;
const names = ['upper left', 'upper right', 'lower right', 'lower left'];

type Random = ReturnType<typeof seedRandom>;

/** Values over an axis, some beyond it. */
function fileOf(random: Random, beyond: { readonly to: number; readonly isBelow: boolean }): Uint8Array {
  const value = () => {
    if (random.chance(0.2)) return (beyond.isBelow && random.chance(0.5) ? -1 : 1) * 10 ** random.between(3, Math.log10(beyond.to));
    return random.chance(0.5) ? random.between(-3_000, 262_144) : 10 ** random.between(0, 5.4);
  };
  return encodeFcs([
    {
      version: 'FCS3.1',
      datatype: 'F',
      byteOrder: 'little',
      eventCount: EVENTS,
      channels: ['X', 'Y'].map((name) => ({ name, bits: 32, range: 262_144 })),
      columns: [0, 1].map(() => Float32Array.from({ length: EVENTS }, value)),
      keywords: new Map(),
    },
  ]);
}

const scales = {
  none: {},
  linear: { transform: { kind: 'linear', T: 262_144, A: 0 } },
  logicle: { transform: { kind: 'logicle', T: 262_144, W: 0.5, M: 4.5, A: 0 } },
  'logicle of linear coordinates': { transform: { kind: 'logicle', T: 262_144, W: 0.5, M: 4.5, A: 0 }, coordinates: 'linear' },
} as const satisfies { readonly [name: string]: Partial<Dimension> };
type ScaleName = keyof typeof scales;

function spiderOn(random: Random, on: readonly [ScaleName, ScaleName]): Protocol {
  const [centre, length] = [on.map((name) => (name === 'none' || name === 'logicle of linear coordinates' ? 20_000 : 0.4)), 0.2] as const;
  const arms = [Math.PI, Math.PI / 2, 0, -Math.PI / 2].map((start) => {
    const turn = start + random.between(-0.6, 0.6);
    return [Math.cos(turn), Math.sin(turn)].map(
      (step, i) => centre[i]! + step * length * (on[i] === 'none' ? 100_000 : on[i] === 'logicle of linear coordinates' ? 50_000 : 1),
    );
  });
  return protocolOfStrategy('spider', {
    strategy: [
      {
        dimensions: ['x', 'y'],
        gate: { kind: 'spider-quadrant', x: centre[0]!, y: centre[1]!, arms: arms as never },
        populations: names.map((name) => ({ name })),
      },
    ],
    dimensions: {
      x: { channel: 'X', compensation: 'uncompensated', ...scales[on[0]] },
      y: { channel: 'Y', compensation: 'uncompensated', ...scales[on[1]] },
    } as never,
    matrices: {},
  });
}

async function counted(bytes: Uint8Array, protocol: Protocol) {
  const host = { pool: createMemoryPool(2 ** 28), createHash: createSha256 };
  return gateFileBy(
    bytesSource('spider.fcs', bytes),
    host,
    {},
    () => ({ protocol }),
    ({ gated, prepared, results }) => {
      const counts = new Map(results.exact.map(({ path, count }) => [path, count]));
      const strategy = explicitStrategy(protocol, prepared, gated.exact);
      const { dataset } = prepared.raw;
      const again = (text: string, format: string) =>
        readStrategy(new TextEncoder().encode(text), `export.${format}`, dataset, { file: 'spider.fcs' }).protocol;
      return { counts, strategy, dataset, again };
    },
  );
}

const axes = Object.keys(scales) as ScaleName[];
const cases = axes.flatMap((x) => axes.map((y) => [x, y] as const));

it.each(cases)('on %s by %s, Gating-ML holds every event', async (x, y) => {
  for (let i = 0; i < 3; i++) {
    const random = seedRandom(`${x}/${y}/${i}`);
    const bytes = fileOf(random, { to: 1e17, isBelow: true });
    const { counts, strategy, again } = await counted(bytes, spiderOn(random, [x, y]));
    const { text, notes } = writeGatingMl(strategy);
    expect(notes.map(({ code }) => code)).toEqual(['written-as-polygons']);
    const back = await counted(bytes, again(text, 'xml'));
    expect(names.map((name) => back.counts.get(name))).toEqual(names.map((name) => counts.get(name)));
    expect(names.reduce((sum, name) => sum + (counts.get(name) ?? 0), 0)).toBe(EVENTS);
  }
});

it.each(cases)('on %s by %s, a workspace holds every event near the axes', async (x, y) => {
  const random = seedRandom(`workspace ${x}/${y}`);
  const bytes = fileOf(random, { to: 500_000, isBelow: false });
  const { counts, strategy, dataset, again } = await counted(bytes, spiderOn(random, [x, y]));
  const { text, notes } = exportWorkspace([{ name: 'spider.fcs', uri: 'spider.fcs', dataset, strategy, counts }]);
  expect(notes.map(({ code }) => code)).toContain('written-as-ended-polygons');
  const back = await counted(bytes, again(text, 'wsp'));
  // edges traced on other axes lie within a fiftieth of a channel
  for (const name of names) expect(Math.abs((back.counts.get(name) ?? 0) - counts.get(name)!)).toBeLessThan(EVENTS / 500);
});
