import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { inverseOf, quadraticForm } from '../../../../../core/base/math/quadratic-form.ts';
import { type Gate, populationCount } from '../../../../../core/gating/gates/gates.ts';
import { quadrantOf } from '../../../../../core/gating/gates/quadrant/quadrant-of.ts';

import { isInside } from '../../../../fixtures/in-polygon.ts';

import { columnsOf, evaluate, events, waysToEvaluate } from './gate-examples.ts';

/* What each kind means, one event at a time: the words of bits must say the same to the last event. */

/** Often on the lines of a gate, and what is no number. */
const coordinate = fc.oneof(
  fc.integer({ min: -4, max: 12 }).map((n) => n / 8),
  fc.double({ min: -0.5, max: 1.5 }),
  fc.constantFrom(Number.NaN, Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY, -0, 1e300),
);
const points = fc.array(fc.tuple(coordinate, coordinate), { minLength: 1, maxLength: 150 });
const finite = fc.oneof(
  fc.integer({ min: -2, max: 10 }).map((n) => n / 8),
  fc.double({ min: -0.5, max: 1.5, noNaN: true }),
  fc.constantFrom(1e-300, 1e300, -1e300, 5e-324),
);
const outside = fc.constantFrom({}, { outside: true as const });
type Point = readonly [number, number];
const isNumber = ([x, y]: Point): boolean => !Number.isNaN(x) && !Number.isNaN(y);

/** A crossing far off may round to either side of the polygon; what is not in its box is outside. */
const isInBox = (vertices: readonly Point[], point: Point): boolean =>
  point.every((value, i) => value >= Math.min(...vertices.map((v) => v[i]!)) && value <= Math.max(...vertices.map((v) => v[i]!)));

function check(gate: Gate, list: readonly Point[], partOf: (point: Point) => number | undefined): void {
  for (const gateKernels of waysToEvaluate) {
    const masks = evaluate(gate, columnsOf(list), {}, gateKernels);
    expect(masks).toHaveLength(populationCount(gate));
    masks.forEach((mask, part) => {
      expect(events(mask, list.length)).toEqual(list.map((point) => partOf(point) === part));
      // nothing beyond the last event
      if (list.length % 32 !== 0) expect((mask.at(-1) ?? 0) >>> (list.length % 32)).toBe(0);
    });
  }
}

describe('event by event', () => {
  it('polygon', () => {
    fc.assert(
      fc.property(fc.array(fc.tuple(finite, finite), { minLength: 3, maxLength: 24 }), outside, points, (vertices, side, list) => {
        const all = [...list, ...vertices];
        check({ kind: 'polygon', vertices, ...side }, all, (point) =>
          isNumber(point) && (isInBox(vertices, point) && isInside(vertices, ...point)) !== 'outside' in side ? 0 : undefined,
        );
      }),
      {
        numRuns: 500,
        examples: [
          // a height, then a width, whose inverse is no number
          [
            [
              [0, 0],
              [0, 5e-324],
              [-5e-324, 0],
            ],
            {},
            [[0, Number.NaN]],
          ],
          [
            [
              [0, 0],
              [0, 1],
              [5e-324, 0],
            ],
            {},
            [[0, 0.5]],
          ],
        ],
      },
    );
  });

  it('rectangle', () => {
    const range = fc.record({ min: finite, max: finite }, { requiredKeys: [] });
    fc.assert(
      fc.property(range, range, outside, points, (first, second, side, list) => {
        const within = (value: number, { min, max }: { min?: number; max?: number }) =>
          value >= (min ?? Number.NEGATIVE_INFINITY) && (max === undefined || value < max);
        check({ kind: 'rectangle', ranges: [first, second], ...side }, list, (point) =>
          isNumber(point) && (within(point[0], first) && within(point[1], second)) !== 'outside' in side ? 0 : undefined,
        );
      }),
    );
  });

  it('quadrant', () => {
    fc.assert(
      fc.property(finite, fc.tuple(finite, finite), points, (x, y, list) => {
        const gate = { kind: 'quadrant' as const, x, y };
        check(gate, list, ([px, py]) => quadrantOf(gate, px, py));
      }),
    );
  });

  it('ellipsoid', () => {
    const size = fc.double({ min: 0.01, max: 1, noNaN: true });
    fc.assert(
      fc.property(
        fc.tuple(finite, finite),
        size,
        size,
        fc.double({ min: -0.9, max: 0.9, noNaN: true }),
        outside,
        points,
        (mean, a, b, r, side, list) => {
          const c = r * Math.sqrt(a * b);
          const covariance = [
            [a, c],
            [c, b],
          ];
          const inverse = inverseOf(covariance)!;
          check({ kind: 'ellipsoid', mean, covariance, distanceSquare: 1, ...side }, list, ([x, y]) => {
            const isNear = quadraticForm(inverse, [x - mean[0], y - mean[1]]) <= 1;
            return isNumber([x, y]) && isNear !== 'outside' in side ? 0 : undefined;
          });
        },
      ),
    );
  });
});
