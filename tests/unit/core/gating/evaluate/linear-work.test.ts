import fc from 'fast-check';
import { expect, it } from 'vitest';
import { emptyMask } from '../../../../../core/data/events/bitmask.ts';
import type { Channel } from '../../../../../core/data/events/channel.ts';
import type { RawColumn, ScaledColumn } from '../../../../../core/data/events/event-table.ts';
import { openSampleColumns } from '../../../../../core/data/events/sample-columns.ts';
import { createMemoryPool } from '../../../../../core/data/memory/memory-pool.ts';
import { boundedScale } from '../../../../../core/data/transforms/bounded-scale.ts';
import type { Transform } from '../../../../../core/data/transforms/transforms.ts';
import { evaluateFixed } from '../../../../../core/gating/evaluate/fixed-gates.ts';
import { evaluateGate, type Gate, populationCount } from '../../../../../core/gating/gates/gates.ts';
import { builtKernels } from '../../../../kernel-module.ts';

/*
 * Gates that compare linear values, or positions that kernels made from pieces, hold the events that they hold on the scale, however near a bound
 * an event lies, and whatever the scale is held between.
 */

const transforms: readonly Transform[] = [
  { kind: 'logicle', T: 262_144, W: 0.5, M: 4.5, A: 0 },
  { kind: 'logicle', T: 1000, W: 1.2, M: 4, A: 0.5 },
  { kind: 'hyperlog', T: 10_000, W: 0.6, M: 4.5, A: 0 },
  { kind: 'linear', T: 1000, A: 0 },
  { kind: 'arcsinh', T: 1500, M: 2, A: 0.5 },
];
const channels = [0, 1].map((i): Channel => ({ index: i + 1, name: `${i}`, bits: 64, range: 1, detail: {} }));
const pool = createMemoryPool(2 ** 28, builtKernels());

const bound = fc.oneof(
  fc.integer({ min: -2, max: 12 }).map((n) => n / 10),
  fc.double({ min: -0.4, max: 1.4, noNaN: true }),
);
const far = fc.oneof(
  fc.double({ min: -1e6, max: 1e6, noNaN: true }),
  fc.constantFrom(0, -0, Number.NaN, Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY, 1e19, 5e-324),
);
/** Some last places of a double beside the value of a bound. */
const near = fc.tuple(fc.nat(3), fc.integer({ min: -40, max: 40 }));
const range = fc.record({ min: bound, max: bound }, { requiredKeys: [] });
const gate: fc.Arbitrary<Gate> = fc.oneof(
  fc
    .tuple(range, range, fc.boolean())
    .map(([x, y, out]): Gate => ({ kind: 'rectangle', ranges: [x, y], ...(out ? { outside: true as const } : {}) })),
  fc.tuple(bound, bound, bound).map(([x, left, right]): Gate => ({ kind: 'quadrant', x, y: [left, right] })),
);
/** What a scale is held between, often where a gate has its bounds. */
const held = fc.option(
  fc.tuple(fc.option(bound, { nil: undefined }), fc.option(bound, { nil: undefined })).map(([a, b]) => {
    const [min, max] = a !== undefined && b !== undefined ? [Math.min(a, b), Math.max(a, b)] : [a, b];
    return { ...(min === undefined ? {} : { min }), ...(max === undefined ? {} : { max }) };
  }),
  { nil: undefined },
);
const polygon = fc
  .tuple(fc.array(fc.tuple(bound, bound), { minLength: 3, maxLength: 8 }), fc.boolean())
  .map(([vertices, out]): Gate => ({ kind: 'polygon', vertices, ...(out ? { outside: true as const } : {}) }));

const boundsOf = (of: Gate): readonly number[] =>
  of.kind === 'quadrant'
    ? [of.x, of.x, ...of.y]
    : of.kind === 'rectangle'
      ? of.ranges.flatMap(({ min = 0.5, max = 0.5 }) => [min, max])
      : of.kind === 'polygon'
        ? [0, 1, 2, 0].map((i) => of.vertices[i]![i % 2]!)
        : [];

const bits = new Float64Array(1);
const integer = new BigInt64Array(bits.buffer);
function beside(value: number, places: number): number {
  bits[0] = value;
  integer[0]! += BigInt(places);
  return bits[0]!;
}

it('gates by linear values are gates by positions', () => {
  fc.assert(
    fc.property(
      fc.oneof(gate, polygon),
      fc.tuple(fc.nat(4), fc.nat(4)),
      fc.tuple(held, held),
      fc.array(fc.tuple(fc.oneof(far, near), fc.oneof(far, near)), { minLength: 1, maxLength: 200 }),
      (of, kinds, between, drawn) => {
        const scales = kinds.map((kind, axis) => boundedScale(transforms[kind], between[axis]));
        const bounds = boundsOf(of);
        const columns = [0, 1].map((axis) =>
          Float64Array.from(drawn, (event) => {
            const one = event[axis]!;
            return typeof one === 'number' ? one : beside(scales[axis]!.unscale(bounds[one[0]]!), one[1]);
          }),
        );
        const shard = {
          firstEvent: 0,
          eventCount: drawn.length,
          columns: columns as Float64Array[] as RawColumn[],
          arena: pool.acquire(1),
        };
        const sample = openSampleColumns(
          { eventCount: drawn.length, shards: [shard], release: () => undefined },
          channels,
          undefined,
          pool,
        );
        const keyed = { key: 'gate', gate: of, channels: scales.map((scale, index) => ({ index, scale })) };
        const found = evaluateFixed([keyed], sample).get('gate')!;
        const expected = Array.from({ length: populationCount(of) }, () => emptyMask(drawn.length));
        const positions = columns.map(
          (values, axis) => values.map((value) => (Number.isFinite(value) ? scales[axis]!.scale(value) : Number.NaN)) as ScaledColumn,
        );
        evaluateGate(of, { columns: positions, eventCount: drawn.length, population: () => emptyMask(0) }, expected);
        expect(found.map((mask) => [...mask])).toEqual(expected.map((mask) => [...mask]));
        shard.arena.release();
        sample.release();
      },
    ),
    { numRuns: 800 },
  );
});
