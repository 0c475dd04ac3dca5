import { readFileSync } from 'node:fs';
import path from 'node:path';
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { bytesSource } from '../../core/base/byte-source.ts';
import { type Transform, transformSchema } from '../../core/data/transforms/transforms.ts';
import { histogramPopulation } from '../../core/statistics/histograms/histogram-data.ts';
import { axisOf, countOffScale, plotPopulation } from '../../core/statistics/histograms/plot-data.ts';
import type { Protocol } from '../../core/study/protocol/protocol.ts';
import { gatePrepared } from '../../core/study/sample/gate-prepared.ts';
import { prepareSample } from '../../core/study/sample/prepared-sample.ts';
import { readTable } from '../../core/study/sample/raw-sample.ts';
import { applyEdit } from '../../core/study/session/edits/edits.ts';
import { emptyHistory } from '../../core/study/session/history.ts';
import { createPool } from '../../headless/host/host.ts';
import { shipped, stamp } from '../unit/core/study/session/session-support.ts';

/* A display never moves a gate and never changes a number: whatever part of whatever scale a plot shows. */

const channels = ['FSC', 'SSC', 'CD3', 'CD56'] as const;
/** Gates that were drawn, on the scales that the file gives its channels. */
const drawn: Protocol = {
  ...shipped,
  strategy: [
    {
      dimensions: ['FSC', 'SSC'],
      gate: {
        kind: 'polygon',
        vertices: [
          [0.1, 0.02],
          [0.7, 0.05],
          [0.6, 0.6],
          [0.15, 0.4],
        ],
      },
      populations: [
        {
          name: 'Cells',
          gates: [
            {
              dimensions: ['CD3', 'CD56'],
              gate: { kind: 'quadrant', x: 0.5, y: [0.45, 0.5] },
              populations: ['Q1', 'Q2', 'Q3', 'Q4'].map((name) => ({ name })),
            },
            { dimensions: ['CD56'], gate: { kind: 'rectangle', ranges: [{ min: 0.4, max: 0.8 }] }, populations: [{ name: 'Bright' }] },
          ],
        },
      ],
    },
  ],
};

const pool = createPool();
const file = path.resolve('test-data', 'samples', 'simulated-cik.fcs');
const raw = await readTable(bytesSource('simulated-cik.fcs', readFileSync(file)), pool);

const countsOf = (protocol: Protocol): readonly (readonly [string, number])[] => {
  const sample = prepareSample(raw, protocol, pool);
  const counts = gatePrepared(sample, protocol).populations.map(({ path: at, count }) => [at, count] as const);
  sample.release();
  return counts;
};

const scale: fc.Arbitrary<Transform> = fc
  .oneof(
    fc.record({ kind: fc.constant('linear' as const), T: fc.double({ min: 1, max: 1e6, noNaN: true }), A: fc.constant(0) }),
    fc.record({
      kind: fc.constant('log' as const),
      T: fc.double({ min: 1e3, max: 1e6, noNaN: true }),
      M: fc.double({ min: 1, max: 6, noNaN: true }),
    }),
    fc.record({
      kind: fc.constant('arcsinh' as const),
      T: fc.double({ min: 1e3, max: 1e6, noNaN: true }),
      M: fc.double({ min: 1, max: 6, noNaN: true }),
      A: fc.double({ min: 0, max: 1, noNaN: true }),
    }),
    fc.record({
      kind: fc.constantFrom('logicle' as const, 'hyperlog' as const),
      T: fc.double({ min: 1e3, max: 1e6, noNaN: true }),
      W: fc.double({ min: 0.1, max: 2, noNaN: true }),
      M: fc.double({ min: 4, max: 6, noNaN: true }),
      A: fc.double({ min: 0, max: 0.5, noNaN: true }),
    }),
    fc.record({
      kind: fc.constant('biexponential' as const),
      width: fc.double({ min: -1000, max: -5, noNaN: true }),
      positive: fc.double({ min: 3, max: 5, noNaN: true }),
      negative: fc.double({ min: 0, max: 1, noNaN: true }),
      top: fc.constant(262_144),
    }),
  )
  .filter((transform) => transformSchema.safeParse(transform).success);

it('whichever scales the channels are shown on, every population holds as many events', () => {
  const before = countsOf(drawn);
  expect(before.every(([, count]) => count > 0)).toBe(true);
  const begun = { ...emptyHistory.present, protocol: drawn };
  fc.assert(
    fc.property(
      fc.array(fc.tuple(fc.constantFrom(...channels), fc.option(scale, { nil: null })), { minLength: 1, maxLength: 5 }),
      (changes) => {
        const shown = changes.reduce(
          (document, [entry, transform]) => applyEdit(document, { type: 'transform/set', entry, transform }, stamp),
          begun,
        );
        expect(countsOf(shown.protocol)).toEqual(before);
      },
    ),
    { numRuns: 60 },
  );
});

it('whatever part of an axis is shown, all events are in the plot or off scale at its edge, and no count follows from it', () => {
  const sample = prepareSample(raw, drawn, pool);
  const { populations } = gatePrepared(sample, drawn);
  const number = fc.double({ min: -3e5, max: 3e5, noNaN: true });
  fc.assert(
    fc.property(
      fc.constantFrom(...channels),
      fc.constantFrom(...channels),
      fc.nat(populations.length - 1),
      number,
      number,
      (x, y, at, a, b) => {
        const [across, up, shown] = [sample.channel(x)!, sample.channel(y)!, populations[at]!];
        const chosen = { min: Math.min(a, b), max: Math.max(a, b) };
        const axis = axisOf(across, sample.columns, chosen);
        const plot = plotPopulation(shown, [], across, up, sample.columns, [axis, axisOf(up, sample.columns)]);
        const histogram = histogramPopulation(shown, across, sample.columns, axis);
        expect(plot.density.reduce((sum, count) => sum + count, 0)).toBe(shown.count);
        expect(histogram.counts.reduce((sum, count) => sum + count, 0)).toBe(shown.count);
        const values = sample.columns.linear(across.source ?? across.index).flatMap((part) => [...part]);
        const isIn = (event: number): boolean => (shown.members[event >>> 5]! & (1 << event)) !== 0;
        // a bin is about as wide as rounding allows only where the range is that narrow
        const wide = chosen.max - chosen.min > 1;
        const beyond = values.filter((value, event) => isIn(event) && (value < chosen.min || value > chosen.max)).length;
        const edge = values.filter((value, event) => isIn(event) && (value === chosen.min || value === chosen.max)).length;
        if (wide) expect(Math.abs(countOffScale(histogram.counts) - beyond)).toBeLessThanOrEqual(edge);
      },
    ),
    { numRuns: 60 },
  );
  sample.release();
});
