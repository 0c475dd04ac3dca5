import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { and, type Bitmask, count, emptyMask, not, or } from '../../../../../core/data/events/bitmask.ts';
import { dimensionCount, type Gate, gateSchema, mapCoordinates } from '../../../../../core/gating/gates/gates.ts';
import { bandsOf, isInsideBands } from '../../../../../core/gating/gates/polygon/polygon-bands.ts';
import { isInside } from '../../../../fixtures/in-polygon.ts';
import { columnsOf, evaluate, events, gateExamples, pointsOf } from './gate-examples.ts';

const square: readonly [number, number][] = [
  [0, 0],
  [0, 1],
  [1, 1],
  [1, 0],
];
const point = fc.tuple(fc.double({ min: -0.5, max: 1.5, noNaN: true }), fc.double({ min: -0.5, max: 1.5, noNaN: true }));
const points = fc.array(point, { minLength: 1, maxLength: 100 });
/** Gates that can be turned inside out. */
const shapes = [gateExamples.rectangle, gateExamples.polygon, gateExamples.ellipsoid];

describe.each(Object.values(gateExamples))('every gate: $kind', (gate) => {
  it('does not depend on the order of events', () => {
    fc.assert(
      fc.property(pointsOf(gate), (list) => {
        const forward = evaluate(gate, columnsOf(list));
        const backward = evaluate(gate, columnsOf([...list].reverse()));
        forward.forEach((mask, i) => expect(events(mask, list.length)).toEqual(events(backward[i], list.length).reverse()));
      }),
    );
  });

  it('holds no event in two of its populations', () => {
    fc.assert(
      fc.property(pointsOf(gate), (list) => {
        const masks = evaluate(gate, columnsOf(list));
        expect(masks.reduce((sum, mask) => sum + count(mask), 0)).toBe(count(masks.reduce(or)));
      }),
    );
  });

  it('moves with its events', () => {
    const whole = fc.array(fc.integer({ min: -64, max: 192 }), { minLength: dimensionCount(gate), maxLength: dimensionCount(gate) });
    fc.assert(
      fc.property(fc.array(whole, { minLength: 1 }), (list) => {
        const moved = mapCoordinates(
          gate,
          Array.from({ length: dimensionCount(gate) }, () => (value: number) => value + 2),
        ) as Gate;
        // off the grid of the gates' own coordinates, so that rounding decides nothing
        const at = (n: number) => n / 128 + 1 / 1024;
        const here = evaluate(gate, columnsOf(list.map((row) => row.map(at))));
        const there = evaluate(moved, columnsOf(list.map((row) => row.map((n) => at(n) + 2))));
        expect(there).toEqual(here);
      }),
    );
  });

  it('is the same gate in other units', () => {
    fc.assert(
      fc.property(pointsOf(gate), (list) => {
        const double = (value: number) => value * 2;
        if (gate.kind === 'curly-quadrant') return; // bent by a part of the axis
        const grown = mapCoordinates(
          gate,
          Array.from({ length: dimensionCount(gate) }, () => double),
        ) as Gate;
        expect(evaluate(grown, columnsOf(list.map((row) => row.map(double))))).toEqual(evaluate(gate, columnsOf(list)));
      }),
    );
  });

  it('leaves NaN outside', () => {
    const n = dimensionCount(gate);
    const rows = [
      ...Array.from({ length: n }, (_, i) => Array.from({ length: n }, (_, j) => (i === j ? Number.NaN : 0.5))),
      new Array<number>(n).fill(Number.NaN),
    ];
    for (const mask of evaluate(gate, columnsOf(rows))) expect(count(mask)).toBe(0);
  });

  it('passes its own schema', () => expect(gateSchema.parse(gate)).toEqual(gate));
});

describe.each(shapes)('inside out: $kind', (gate) => {
  it('and inside are everything that has a value, and share nothing', () => {
    fc.assert(
      fc.property(points, (list) => {
        const columns = columnsOf([...list, [Number.NaN, 0.5]]);
        const [inside] = evaluate(gate, columns) as [Bitmask];
        const [outside] = evaluate({ ...gate, outside: true } as Gate, columns) as [Bitmask];
        expect(count(inside) + count(outside)).toBe(list.length);
        expect(count(and(inside, outside))).toBe(0);
      }),
    );
  });
});

describe('an ellipsoid', () => {
  it('holds its surface', () => {
    const ball: Gate = {
      kind: 'ellipsoid',
      mean: [0, 0, 0],
      covariance: [
        [1, 0, 0],
        [0, 4, 0],
        [0, 0, 9],
      ],
      distanceSquare: 1,
    };
    const [mask] = evaluate(ball, [
      [1, 1.0001, 0, 0],
      [0, 0, 2, 0],
      [0, 0, 0, 3.0001],
    ]);
    expect(events(mask, 4)).toEqual([true, false, true, false]);
  });

  it('is refused with a matrix that has no inverse', () => {
    const flat = {
      kind: 'ellipsoid',
      mean: [0, 0],
      covariance: [
        [1, 1],
        [1, 1],
      ],
      distanceSquare: 1,
    };
    expect(gateSchema.safeParse(flat).success).toBe(false);
  });
});

describe('dividers', () => {
  it('count a value on a divider to the cell above', () => {
    const masks = evaluate({ kind: 'dividers', values: [[0.3, 0.6]], cells: [[0], [1], [2]] }, [[0.29, 0.3, 0.59, 0.6]]);
    expect(masks.map((mask) => events(mask, 4))).toEqual([
      [true, false, false, false],
      [false, true, true, false],
      [false, false, false, true],
    ]);
  });
});

describe('a curly quadrant', () => {
  it('tiles the plane, and gives its populations one by one too', () => {
    fc.assert(
      fc.property(points, (list) => {
        const masks = evaluate(gateExamples['curly-quadrant'], columnsOf(list));
        expect(masks.reduce((sum, mask) => sum + count(mask), 0)).toBe(list.length);
        masks.forEach((mask, corner) => {
          const one: Gate = { kind: 'curly-quadrant', x: 0.4, y: 0.5, corner };
          expect(evaluate(one, columnsOf(list))[0]).toEqual(mask);
        });
      }),
    );
  });
});

describe('edges', () => {
  it('a rectangle holds its min and not its max', () => {
    const [mask] = evaluate({ kind: 'rectangle', ranges: [{ min: 0, max: 1 }] }, [[-0.001, 0, 0.5, 1]]);
    expect(events(mask, 4)).toEqual([false, true, true, false]);
  });

  it('a polygon holds all its edges and corners', () => {
    const [mask] = evaluate({ kind: 'polygon', vertices: [...square] }, [
      [0, 0.5, 1, 1, 1, 0.5, 0, 0, 1.001, 0.5],
      [0, 0, 0, 0.5, 1, 1, 1, 0.5, 0.5, 1.001],
    ]);
    expect(events(mask, 10)).toEqual([...Array<boolean>(8).fill(true), false, false]);
  });

  it('two polygons with a common edge share what lies on it, and lose nothing between them', () => {
    const corner = fc.integer({ min: -8, max: 8 });
    fc.assert(
      fc.property(fc.tuple(corner, corner), fc.tuple(corner, corner), fc.double({ min: 0, max: 1, noNaN: true }), (a, b, share) => {
        fc.pre(a[0] !== b[0] || a[1] !== b[1]);
        const [dx, dy] = [b[0] - a[0], b[1] - a[1]];
        const left: Gate = { kind: 'polygon', vertices: [a, b, [a[0] - 9 * dy + dx / 2, a[1] + 9 * dx + dy / 2]] };
        const right: Gate = { kind: 'polygon', vertices: [b, a, [a[0] + 9 * dy + dx / 2, a[1] - 9 * dx + dy / 2]] };
        const at = [[a[0] + share * dx], [a[1] + share * dy]];
        const [inLeft, inRight] = [left, right].map((gate) => count(evaluate(gate, at)[0] as Bitmask));
        expect(inLeft! + inRight!).toBeGreaterThanOrEqual(1);
        const onCorner = [a, b].map(([x, y]) => [left, right].map((gate) => count(evaluate(gate, [[x], [y]])[0] as Bitmask)));
        expect(onCorner).toEqual([
          [1, 1],
          [1, 1],
        ]);
      }),
    );
  });

  it('a square polygon is the rectangle and its upper and right edge', () => {
    fc.assert(
      fc.property(points, (list) => {
        const inner = list.filter(([x, y]) => x !== 1 && y !== 1);
        const columns = [inner.map(([x]) => x), inner.map(([, y]) => y)];
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
        const masks = evaluate(gateExamples.quadrant, [list.map(([x]) => x), list.map(([, y]) => y)]);
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

it('tests a point of a polygon against the edges of its band only, with the same answer', () => {
  let state = 7;
  const random = () => {
    state = (state * 48_271) % 2_147_483_647;
    return state / 2_147_483_647;
  };
  for (let shape = 0; shape < 40; shape++) {
    const vertices = Array.from({ length: 3 + Math.floor(random() * 20) }, (): [number, number] => [
      Math.round(random() * 20) / 20,
      Math.round(random() * 20) / 20,
    ]);
    const ys = vertices.map(([, y]) => y);
    const [bottom, top] = [Math.min(...ys), Math.max(...ys)];
    const bands = bandsOf(vertices, bottom, top);
    for (let i = 0; i < 500; i++) {
      // many points on the levels of vertices, where half-open edges decide
      const [x, y] = [random(), random() < 0.3 ? ys[i % ys.length]! : bottom + random() * (top - bottom)];
      expect(isInsideBands(bands, x, y)).toBe(isInside(vertices, x, y));
    }
  }
});
