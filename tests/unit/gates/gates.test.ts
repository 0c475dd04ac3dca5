import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { and, type Bitmask, count, emptyMask, has, not, or } from '../../../core/events/bitmask.ts';
import type { ScaledColumn } from '../../../core/events/event-table.ts';
import { evaluateGate, type Gate, populationCount } from '../../../core/gates/gates.ts';

const scaled = (values: readonly number[]) => Float64Array.from(values) as ScaledColumn;

function evaluate(
  gate: Gate,
  columns: readonly (readonly number[])[],
  populations: { readonly [path: string]: Bitmask } = {},
): readonly Bitmask[] {
  const eventCount = columns[0]?.length ?? 0;
  const members = Array.from({ length: populationCount(gate) }, () => emptyMask(eventCount));
  evaluateGate(gate, { columns: columns.map(scaled), eventCount, population: (path) => populations[path] as Bitmask }, members);
  return members;
}

const events = (mask: Bitmask | undefined, n: number) => Array.from({ length: n }, (_, event) => mask !== undefined && has(mask, event));

const square: readonly [number, number][] = [
  [0, 0],
  [0, 1],
  [1, 1],
  [1, 0],
];
const examples: { readonly [Kind in Exclude<Gate['kind'], 'boolean'>]: Gate } = {
  rectangle: { kind: 'rectangle', ranges: [{ min: 0.2, max: 0.7 }, { min: 0.1 }] },
  polygon: {
    kind: 'polygon',
    vertices: [
      [0.1, 0.1],
      [0.5, 0.9],
      [0.9, 0.2],
      [0.4, 0.4],
    ],
  },
  quadrant: { kind: 'quadrant', x: 0.5, y: [0.4, 0.6] },
};

const point = fc.tuple(fc.double({ min: -0.5, max: 1.5, noNaN: true }), fc.double({ min: -0.5, max: 1.5, noNaN: true }));
const points = fc.array(point, { minLength: 1, maxLength: 100 });

describe.each(Object.values(examples))('every gate: $kind', (gate) => {
  it('does not depend on the order of events', () => {
    fc.assert(
      fc.property(points, (list) => {
        const forward = evaluate(gate, [list.map(([x]) => x), list.map(([, y]) => y)]);
        const backward = evaluate(gate, [list.map(([x]) => x).reverse(), list.map(([, y]) => y).reverse()]);
        forward.forEach((mask, i) => expect(events(mask, list.length)).toEqual(events(backward[i], list.length).reverse()));
      }),
    );
  });

  it('moves with its events', () => {
    fc.assert(
      fc.property(fc.array(fc.tuple(fc.integer({ min: -64, max: 192 }), fc.integer({ min: -64, max: 192 })), { minLength: 1 }), (list) => {
        const shift = (g: Gate): Gate =>
          g.kind === 'rectangle'
            ? {
                ...g,
                ranges: g.ranges.map(({ min, max }) => ({
                  ...(min === undefined ? {} : { min: min + 2 }),
                  ...(max === undefined ? {} : { max: max + 2 }),
                })),
              }
            : g.kind === 'polygon'
              ? { ...g, vertices: g.vertices.map(([x, y]) => [x + 2, y + 2]) }
              : g.kind === 'quadrant'
                ? { ...g, x: g.x + 2, y: [g.y[0] + 2, g.y[1] + 2] }
                : g;
        // off the grid of the gates' own coordinates, so that rounding decides nothing
        const at = (n: number) => n / 128 + 1 / 1024;
        const here = evaluate(gate, [list.map(([x]) => at(x)), list.map(([, y]) => at(y))]);
        const there = evaluate(shift(gate), [list.map(([x]) => at(x) + 2), list.map(([, y]) => at(y) + 2)]);
        expect(there).toEqual(here);
      }),
    );
  });

  it('leaves NaN outside', () => {
    for (const mask of evaluate(gate, [
      [Number.NaN, 0.5, Number.NaN],
      [0.5, Number.NaN, Number.NaN],
    ]))
      expect(count(mask)).toBe(0);
  });
});

describe('edges', () => {
  it('a rectangle holds its min and not its max', () => {
    const [mask] = evaluate({ kind: 'rectangle', ranges: [{ min: 0, max: 1 }] }, [[-0.001, 0, 0.5, 1]]);
    expect(events(mask, 4)).toEqual([false, true, true, false]);
  });

  it('a square polygon is the rectangle', () => {
    fc.assert(
      fc.property(points, (list) => {
        const columns = [list.map(([x]) => x), list.map(([, y]) => y)];
        expect(evaluate({ kind: 'polygon', vertices: [...square] }, columns)).toEqual(
          evaluate(
            {
              kind: 'rectangle',
              ranges: [
                { min: 0, max: 1 },
                { min: 0, max: 1 },
              ],
            },
            columns,
          ),
        );
      }),
    );
  });

  it('a polygon that crosses itself follows the even-odd rule', () => {
    // a five-pointed star: its middle is covered twice, so it is outside
    const star = [0, 2, 4, 1, 3].map((i): [number, number] => [Math.sin((i * 2 * Math.PI) / 5), Math.cos((i * 2 * Math.PI) / 5)]);
    const [mask] = evaluate({ kind: 'polygon', vertices: star }, [
      [0, 0],
      [0, 0.7],
    ]);
    expect(events(mask, 2)).toEqual([false, true]);
  });
});

describe('a quadrant', () => {
  it('tiles the plane: every event is in exactly one', () => {
    fc.assert(
      fc.property(points, (list) => {
        const masks = evaluate(examples.quadrant, [list.map(([x]) => x), list.map(([, y]) => y)]);
        expect(masks.reduce((sum, mask) => sum + count(mask), 0)).toBe(list.length);
        expect(count(masks.reduce(or))).toBe(list.length);
      }),
    );
  });

  it('counts a value on a divider as positive, clockwise from upper left', () => {
    const masks = evaluate({ kind: 'quadrant', x: 0.5, y: [0.4, 0.6] }, [
      [0.4, 0.5, 0.5, 0.4],
      [0.4, 0.6, 0.59, 0.39],
    ]);
    expect(masks.map((mask) => events(mask, 4).indexOf(true))).toEqual([0, 1, 2, 3]);
  });
});

describe('booleans', () => {
  const masks = fc.array(fc.tuple(fc.boolean(), fc.boolean()), { minLength: 1, maxLength: 100 }).map((bits) => ({
    n: bits.length,
    a: fromBits(bits.map(([a]) => a)),
    b: fromBits(bits.map(([, b]) => b)),
  }));

  it('obey De Morgan', () => {
    fc.assert(
      fc.property(masks, ({ n, a, b }) => {
        expect(not(and(a, b), n)).toEqual(or(not(a, n), not(b, n)));
      }),
    );
  });

  it('combine populations with complements', () => {
    fc.assert(
      fc.property(masks, ({ n, a, b }) => {
        const gate: Gate = {
          kind: 'boolean',
          operation: 'and',
          operands: [
            { population: 'a', complement: false },
            { population: 'b', complement: true },
          ],
        };
        expect(evaluate(gate, [new Array<number>(n).fill(0)], { a, b })[0]).toEqual(and(a, not(b, n)));
      }),
    );
  });
});

function fromBits(bits: readonly boolean[]): Bitmask {
  const mask = emptyMask(bits.length);
  bits.forEach((bit, event) => {
    if (bit) mask[event >>> 5] = (mask[event >>> 5] ?? 0) | (1 << (event & 31));
  });
  return mask;
}
