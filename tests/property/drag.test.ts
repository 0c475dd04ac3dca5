import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { bytesSource } from '../../core/base/byte-source.ts';
import { count } from '../../core/data/events/bitmask.ts';
import { openSampleColumns } from '../../core/data/events/sample-columns.ts';
import { encodeFcs } from '../../core/data/fcs/write/write.ts';
import { createMemoryPool } from '../../core/data/memory/memory-pool.ts';
import { openDragRange } from '../../core/gating/drag/drag-range.ts';
import { asDraggable } from '../../core/gating/drag/draggable.ts';
import { dimensionCount, type Gate, populationCount } from '../../core/gating/gates/gates.ts';
import type { GateNode } from '../../core/gating/strategy/strategy.ts';
import { histogramPopulation } from '../../core/statistics/histograms/histogram-data.ts';
import { axisOf, plotPopulation } from '../../core/statistics/histograms/plot-data.ts';
import type { Protocol } from '../../core/study/protocol/protocol.ts';
import { readDragColumns, tableOfRange } from '../../core/study/sample/drag-columns.ts';
import { firstEvents } from '../../core/study/sample/first-events.ts';
import { gatePrepared } from '../../core/study/sample/gate-prepared.ts';
import { type PlotInSight, planDrag } from '../../core/study/sample/plan-drag.ts';
import { type PreparedSample, prepareSample } from '../../core/study/sample/prepared-sample.ts';
import { readTable } from '../../core/study/sample/raw-sample.ts';
import { shipped } from '../unit/core/study/session/session-support.ts';

const EVENTS = 1600;
const names = ['A', 'B', 'C', 'D'] as const;
const base: Protocol = {
  ...shipped,
  panel: { ...shipped.panel, entries: [] },
  transforms: Object.fromEntries(names.map((name) => [name, { kind: 'linear' as const, T: 1, A: 0 }])),
  statistics: { ...shipped.statistics, medians: [] },
};
/** A and B on scales that are held between bounds. */
const bounded: Protocol = {
  ...base,
  dimensions: {
    A: {
      channel: 'A',
      compensation: 'uncompensated',
      transform: { kind: 'logicle', T: 1, W: 0.5, M: 2, A: 0 },
      bounds: { min: 0.25, max: 0.875 },
    },
    B: { channel: 'B', compensation: 'uncompensated', transform: { kind: 'linear', T: 1, A: 0 }, bounds: { max: 0.5 } },
  },
};
const pool = createMemoryPool(2 ** 31);

/** A cloud, a haze, events on a lattice that gates have their corners on, some without a number and some without end. */
async function sampleOf(seed: number, protocol: Protocol): Promise<PreparedSample> {
  const random = generator(seed);
  const columns = names.map(() =>
    Float32Array.from({ length: EVENTS }, (_, event) => {
      const kind = event % 10;
      if (kind < 5) return 0.4 + 0.15 * (random() + random() + random() - 1.5);
      if (kind < 7) return 1.4 * random() - 0.2;
      if (random() < 0.02) return Number.NaN;
      if (random() < 0.02) return random() < 0.5 ? Number.POSITIVE_INFINITY : Number.NEGATIVE_INFINITY;
      return Math.floor(16 * random()) / 16;
    }),
  );
  const channels = names.map((name) => ({ name, bits: 32, range: 1 }));
  const bytes = encodeFcs([{ version: 'FCS3.1', channels, eventCount: EVENTS, datatype: 'F', byteOrder: 'little', columns }]);
  return prepareSample(await readTable(bytesSource('drag.fcs', bytes), pool), protocol, pool);
}

function generator(seed: number): () => number {
  let state = seed >>> 0 || 1;
  return () => {
    state ^= state << 13;
    state ^= state >>> 17;
    state ^= state << 5;
    return (state >>> 0) / 2 ** 32;
  };
}

/** Near the events and far from them, on the lattice and off it. */
const place = fc.oneof(
  { weight: 4, arbitrary: fc.integer({ min: -2, max: 18 }).map((i) => i / 16) },
  { weight: 4, arbitrary: fc.double({ min: -0.3, max: 1.3, noNaN: true }) },
  { weight: 1, arbitrary: fc.constantFrom(-1000, -3, 7, 1e6) },
);
const outside = fc.option(fc.constant(true as const), { nil: undefined, freq: 3 });
const withOutside = <G extends object>(gate: G, outside: true | undefined): G & { outside?: true } =>
  outside === undefined ? gate : { ...gate, outside };
const range = fc.record({ min: place, max: place }, { requiredKeys: [] });
const polygon = fc
  .tuple(fc.array(fc.tuple(place, place), { minLength: 3, maxLength: 20 }), outside)
  .map(([vertices, out]): Gate => withOutside({ kind: 'polygon', vertices }, out));
const rectangle = fc.tuple(range, range, outside).map(([x, y, out]): Gate => withOutside({ kind: 'rectangle', ranges: [x, y] }, out));
const interval = range.map((x): Gate => ({ kind: 'rectangle', ranges: [x] }));
const half = fc.double({ min: 0.01, max: 0.5, noNaN: true });
const ellipse = fc
  .tuple(place, place, half, half, fc.double({ min: -0.99, max: 0.99, noNaN: true }), half, outside)
  .map(([x, y, a, b, lean, distanceSquare, out]): Gate => {
    const mixed = lean * a * b;
    return withOutside(
      {
        kind: 'ellipsoid',
        mean: [x, y],
        covariance: [
          [a * a, mixed],
          [mixed, b * b],
        ],
        distanceSquare: 8 * distanceSquare,
      },
      out,
    );
  });
const quadrant = fc.tuple(place, place, place).map(([x, left, right]): Gate => ({ kind: 'quadrant', x, y: [left, right] }));
/** Arms in their own quarters, so that none crosses another. */
const arm = fc.double({ min: 0.05, max: 0.5, noNaN: true });
const lean = fc.double({ min: -0.9, max: 0.9, noNaN: true });
const spider = fc.tuple(place, place, arm, lean, lean, lean, lean).map(([x, y, r, a, b, c, d]): Gate => {
  const at = (start: number, by: number): [number, number] => [x + r * Math.cos(start + by * 0.7), y + r * Math.sin(start + by * 0.7)];
  return { kind: 'spider-quadrant', x, y, arms: [at(Math.PI, a), at(Math.PI / 2, b), at(0, c), at(-Math.PI / 2, d)] };
});
const bisection = place.map((at): Gate => ({ kind: 'dividers', values: [[at]], cells: [[0], [1]] }));
const grid = fc.tuple(place, place, place).map(
  ([x, y, z]): Gate => ({
    kind: 'dividers',
    values: [[...new Set([x, y])].sort((a, b) => a - b), [z]],
    cells: [
      [0, 0],
      [0, 1],
      [1, null],
    ],
  }),
);
const curly = fc.tuple(place, place).map(([x, y]): Gate => ({ kind: 'curly-quadrant', x, y }));

/** The places that one gate takes in turn: small steps, jumps and back. */
const moves = fc.oneof(
  ...[polygon, rectangle, interval, ellipse, quadrant, curly, spider, bisection, grid].map((gates) =>
    fc.array(gates, { minLength: 2, maxLength: 5 }),
  ),
  // whole, in small steps
  fc.tuple(polygon, fc.double({ min: -0.05, max: 0.05, noNaN: true })).map(([gate, step]): Gate[] =>
    [0, 1, 2, 3].map((i) => ({
      ...(gate as Extract<Gate, { kind: 'polygon' }>),
      vertices: (gate as Extract<Gate, { kind: 'polygon' }>).vertices.map(([x, y]): [number, number] => [x + i * step, y - i * step]),
    })),
  ),
);
const follower = fc.oneof(polygon, rectangle, interval, ellipse, quadrant);
const case_ = fc.record({
  seed: fc.integer({ min: 1, max: 2 ** 31 }),
  isHeld: fc.boolean(),
  moves,
  below: fc.array(fc.record({ gate: follower, at: fc.nat(), axes: fc.shuffledSubarray([...names], { minLength: 2, maxLength: 2 }) }), {
    maxLength: 8,
  }),
  above: fc.option(follower.filter(({ kind }) => kind !== 'quadrant')),
  cut: fc.integer({ min: 0, max: EVENTS / 32 }),
});

const dimensionsOf = (gate: Gate, axes: readonly string[]) => axes.slice(0, dimensionCount(gate));
const populationsOf = (gate: Gate, name: string, gates: readonly GateNode[]) =>
  populationCount(gate) > 1
    ? Array.from({ length: populationCount(gate) }, (_, i) => i + 1).map((part) => ({
        name: `${name}.${part}`,
        ...(part === 2 ? { gates } : {}),
      }))
    : [{ name, gates }];

/** The moved gate on A and B with others below it, beside it combinations of what follows from it, all below a gate of its own. */
function strategyOf(moved: Gate, { below, above }: { below: readonly Below[]; above: Gate | null }): readonly GateNode[] {
  const childrenOf = (place: number): readonly GateNode[] =>
    below.flatMap(({ gate, at, axes }, i) =>
      // each stands below the moved gate or one before it
      at % (i + 1) === place
        ? [
            {
              dimensions: dimensionsOf(gate, axes),
              gate,
              populations: populationsOf(gate, `P${i}`, place === i + 1 ? [] : childrenOf(i + 1)),
            },
          ]
        : [],
    );
  const node: GateNode = {
    id: 'moved',
    dimensions: dimensionsOf(moved, ['A', 'B']),
    gate: moved,
    populations: populationsOf(moved, 'M', childrenOf(0)),
  };
  const path = `${above === null ? '' : 'Above/'}${node.populations.at(1)?.name ?? 'M'}`;
  const combination = (name: string, complement: boolean): GateNode => ({
    dimensions: [],
    gate: { kind: 'boolean', operation: complement ? 'or' : 'and', operands: [{ population: path, complement }] },
    populations: [
      { name, gates: [{ dimensions: ['C'], gate: { kind: 'rectangle', ranges: [{ min: 0.4 }] }, populations: [{ name: 'High' }] }] },
    ],
  });
  const inner = [node, combination('Same', false), combination('Not', true)];
  return above === null
    ? inner
    : [{ dimensions: dimensionsOf(above, ['C', 'D']), gate: above, populations: [{ name: 'Above', gates: inner }] }];
}
interface Below {
  readonly gate: Gate;
  readonly at: number;
  readonly axes: readonly string[];
}

const isSame = (a: Uint32Array, b: Uint32Array): boolean => a.length === b.length && a.every((value, i) => value === b[i]);

describe('the first events of a sample', () => {
  it('hold of every population, wherever the gate is moved, the members that the whole has among them', async () => {
    await fc.assert(
      fc.asyncProperty(case_, async ({ seed, isHeld, moves: places, cut, ...others }) => {
        const chosen = isHeld ? bounded : base;
        const sample = await sampleOf(seed, chosen);
        const protocolOf = (gate: Gate): Protocol => ({ ...chosen, strategy: [...strategyOf(gate, others)] });
        const first = protocolOf(places[0]!);
        const events = 32 * Math.max(1, cut);
        const start = gatePrepared(sample, first);
        const part = firstEvents(sample, first, start, events, pool);
        const held = { id: 'moved', gate: places[0]!, dimensions: dimensionsOf(places[0]!, ['A', 'B']) };
        const plan = planDrag(part.sample, part.protocol, held, [])!;
        const columns = readDragColumns(part.sample.columns, plan, { from: 0, to: events });
        const range = openDragRange(plan, { from: 0, to: events }, columns, asDraggable(places[0]!)!)!;
        for (const gate of places.slice(1)) {
          range.move(asDraggable(gate)!);
          const counts = range.counts();
          const whole = gatePrepared(sample, protocolOf(gate)).populations;
          plan.followers.forEach(({ path }, i) => {
            const { members } = whole.find((population) => population.path === path)!;
            expect(counts[i], path).toBe(count(members.subarray(0, events / 32) as typeof members));
          });
        }
        part.sample.release();
        sample.release();
      }),
      { numRuns: 60 },
    );
  });
});

describe('a gate that is moved in steps', () => {
  it('gives the members, counts and densities of the full computation at every step, by one range of events or two', async () => {
    await fc.assert(
      fc.asyncProperty(case_, async ({ seed, isHeld, moves: places, cut, ...others }) => {
        const chosen = isHeld ? bounded : base;
        const sample = await sampleOf(seed, chosen);
        const protocolOf = (gate: Gate): Protocol => ({ ...chosen, strategy: [...strategyOf(gate, others)] });
        const first = protocolOf(places[0]!);
        const paths = gatePrepared(sample, first).populations.map(({ path }) => path);
        const plots = paths.flatMap((population, i) => [
          { id: `${i}`, population, x: 'C', y: 'A' },
          { id: `${i} h`, population, x: 'D' },
          { id: `${i} zoomed`, population, x: 'C', y: 'A', range: { x: { min: 0.1, max: 0.55 } } },
        ]);
        const plan = planDrag(sample, first, { id: 'moved', gate: places[0]!, dimensions: dimensionsOf(places[0]!, ['A', 'B']) }, plots);
        if (plan === undefined) throw new Error('no plan');
        const middle = 32 * cut;
        const { table, dataset } = sample.raw;
        const opened = (from: number, to: number) => {
          const columns = openSampleColumns(tableOfRange(table, { from, to }), dataset.channels, undefined, pool);
          return openDragRange(plan, { from, to }, readDragColumns(columns, plan, { from, to }), asDraggable(places[0]!)!);
        };
        const ranges = [opened(0, EVENTS), opened(0, middle), opened(middle, EVENTS)] as const;
        const [whole, left, right] = ranges;
        if (whole === undefined || left === undefined || right === undefined) throw new Error('no labels');
        const following = new Set(plan.followers.map(({ path }) => path));
        const still = gatePrepared(sample, first).populations.filter(({ path }) => !following.has(path));
        for (const gate of places) {
          const draggable = asDraggable(gate)!;
          for (const part of ranges) part!.move(draggable);
          const full = new Map(gatePrepared(sample, protocolOf(gate)).populations.map((population) => [population.path, population]));
          expect(still.map(({ path }) => full.get(path)?.count)).toEqual(still.map(({ count }) => count));
          const [leftCounts, rightCounts] = [left.counts(), right.counts()];
          const counts = plan.followers.map(({ path }) => full.get(path)?.count);
          expect([...whole.counts()]).toEqual(counts);
          expect([...leftCounts.map((count, i) => count + rightCounts[i]!)]).toEqual(counts);
          plan.followers.forEach(({ path }, i) => expect(isSame(whole.members(i), full.get(path)!.members)).toBe(true));
          plan.pictures.forEach(({ id }, i) => {
            const { population, x, y, range }: PlotInSight = plots.find((plot) => plot.id === id)!;
            const shown = full.get(population)!;
            const [across, up] = [sample.channel(x)!, y === undefined ? undefined : sample.channel(y)!];
            const expected =
              up === undefined
                ? histogramPopulation(shown, across, sample.columns).counts
                : plotPopulation(shown, [], across, up, sample.columns, [
                    axisOf(across, sample.columns, range?.x),
                    axisOf(up, sample.columns),
                  ]).density;
            expect(isSame(whole.pictures[i]!, expected)).toBe(true);
            expect(
              isSame(
                left.pictures[i]!.map((count, bin) => count + right.pictures[i]![bin]!),
                expected,
              ),
            ).toBe(true);
          });
        }
        sample.release();
      }),
      { numRuns: 40 },
    );
  }, 240_000);
});
