import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { has } from '../../../../../core/data/events/bitmask.ts';
import { type Gate, kindOf, plainGates } from '../../../../../core/gating/gates/gates.ts';
import { spiderQuadrant } from '../../../../../core/gating/gates/spider-quadrant/schema.ts';
import { evaluate } from './gate-examples.ts';

const places = fc.array(
  fc.oneof(fc.double({ min: -0.3, max: 1.3, noNaN: true }), fc.constantFrom(0.25, 0.5, Number.NaN, Number.POSITIVE_INFINITY)),
  { minLength: 64, maxLength: 64 },
);
const lean = fc.double({ min: -0.6, max: 0.6, noNaN: true });
const partOf = (gate: Gate, columns: readonly (readonly number[])[], event: number): number =>
  evaluate(gate, columns).findIndex((mask) => has(mask, event));

describe('a spider', () => {
  it('that is upright is the straight quadrant, on its lines too', () => {
    fc.assert(
      fc.property(places, places, (xs, ys) => {
        const straight: Gate = { kind: 'quadrant', x: 0.5, y: [0.25, 0.25] };
        const columns = [xs, ys];
        expect(evaluate(spiderQuadrant([0.5, 0.25]), columns).map((mask) => [...mask])).toEqual(
          evaluate(straight, columns).map((mask) => [...mask]),
        );
      }),
    );
  });

  it('loses no event, and its pieces for other programs hold the same ones beside its arms', () => {
    fc.assert(
      fc.property(places, places, lean, lean, lean, lean, (xs, ys, a, b, c, d) => {
        const at = (start: number, by: number): [number, number] => [0.5 + 0.3 * Math.cos(start + by), 0.25 + 0.3 * Math.sin(start + by)];
        const gate: Gate = {
          kind: 'spider-quadrant',
          x: 0.5,
          y: 0.25,
          arms: [at(Math.PI, a), at(Math.PI / 2, b), at(0, c), at(-Math.PI / 2, d)],
        };
        const columns = [xs, ys];
        const pieces = plainGates(gate)!;
        xs.forEach((x, event) => {
          const part = partOf(gate, columns, event);
          const isNowhere = Number.isNaN(x) || Number.isNaN(ys[event]!);
          expect(part >= 0).toBe(!isNowhere);
          if (isNowhere || !Number.isFinite(x) || !Number.isFinite(ys[event]!) || (x === 0.5 && ys[event] === 0.25)) return;
          const held = pieces.flatMap((piece, i) => (has(evaluate(piece, columns)[0]!, event) ? [i] : []));
          expect(held).toContain(part);
          // on an arm a polygon holds its edge too
          if (held.length > 1)
            expect(
              Math.min(...gate.arms.map(([ax, ay]) => Math.abs((ax - 0.5) * (ys[event]! - 0.25) - (ay - 0.25) * (x - 0.5)))),
            ).toBeLessThan(1e-9);
        });
      }),
      { numRuns: 30 },
    );
  });

  it('keeps its populations when it is shown with its axes changed', () => {
    const gate = kindOf(spiderQuadrant([0.5, 0.25])).turn!.swapped(spiderQuadrant([0.5, 0.25]))!;
    expect(kindOf(gate).schema.safeParse(gate).success).toBe(true);
  });
});
