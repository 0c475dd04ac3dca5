import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Gate, gateSchema, kindOf, toolNamed } from '../../../../../core/gating/gates/gates.ts';
import type { Bound } from '../../../../../core/gating/gates/kind/editing.ts';
import { spiderQuadrant } from '../../../../../core/gating/gates/spider-quadrant/schema.ts';
import { boundModes, boundUnit } from '../../../../../renderer/features/inspector/bound-units.ts';
import { toolNames } from '../../../../../renderer/store/tools.ts';
import { parseNumber } from '../../../../../renderer/ui/parse-number.ts';

const boundsOf = (of: Gate): readonly Bound[] => kindOf(of).bounds?.of(of) ?? [];
const withBound = (of: Gate, bound: Bound, to: number | undefined): Gate => kindOf(of).bounds?.with(of, bound, to) ?? of;

const position = fc.double({ min: -0.2, max: 1.2, noNaN: true });
const gate: fc.Arbitrary<Gate> = fc.oneof(
  fc.record({
    kind: fc.constant('rectangle' as const),
    ranges: fc.array(fc.record({ min: position, max: position }, { requiredKeys: [] }), { minLength: 1, maxLength: 3 }),
  }),
  fc.record({ kind: fc.constant('polygon' as const), vertices: fc.array(fc.tuple(position, position), { minLength: 3, maxLength: 6 }) }),
  fc.record({ kind: fc.constant('quadrant' as const), x: position, y: fc.tuple(position, position) }),
);

describe('the bounds of a gate', () => {
  it('read back as typed, and nothing else moves', () => {
    fc.assert(
      fc.property(gate, fc.nat(), position, (before, pick, to) => {
        const bounds = boundsOf(before);
        const bound = bounds[pick % bounds.length]!;
        const after = withBound(before, bound, to);
        expect(gateSchema.safeParse(after).success).toBe(true);
        const moved = boundsOf(after);
        if (moved.length !== bounds.length) return; // dividers that came to stand in line are one number
        moved.forEach((one, i) => expect(one.position).toBe(one.id === bound.id ? to : bounds[i]!.position));
      }),
    );
  });

  it('stay where they are when typed as they are', () => {
    fc.assert(
      fc.property(gate, (before) => {
        for (const bound of boundsOf(before)) expect(withBound(before, bound, bound.position)).toEqual(before);
      }),
    );
  });

  it('can be open in a rectangle only', () => {
    const range: Gate = { kind: 'rectangle', ranges: [{ min: 0.2, max: 0.4 }] };
    expect(withBound(range, boundsOf(range)[0]!, undefined)).toEqual({ kind: 'rectangle', ranges: [{ max: 0.4 }] });
    const quadrant: Gate = { kind: 'quadrant', x: 0.3, y: [0.4, 0.4] };
    expect(withBound(quadrant, boundsOf(quadrant)[0]!, undefined)).toBe(quadrant);
  });

  it('are one number for a divider in line, which stays in line', () => {
    const quadrant: Gate = { kind: 'quadrant', x: 0.3, y: [0.4, 0.4] };
    expect(boundsOf(quadrant)).toHaveLength(2);
    expect(withBound(quadrant, boundsOf(quadrant)[1]!, 0.6)).toEqual({ ...quadrant, y: [0.6, 0.6] });
  });
});

/** Kinds whose numbers are lengths and angles too: read back but for rounding. */
const shaped: fc.Arbitrary<Gate> = fc.oneof(
  fc
    .tuple(
      position,
      position,
      fc.double({ min: 0.05, max: 0.6, noNaN: true }),
      fc.double({ min: 0.1, max: 0.8, noNaN: true }),
      fc.integer({ min: -89, max: 90 }),
    )
    .map(([x, y, long, part, degrees]): Gate => {
      const start: Gate = {
        kind: 'ellipsoid',
        mean: [x, y],
        covariance: [
          [long * long, 0],
          [0, (long * part) ** 2],
        ],
        distanceSquare: 1,
      };
      return withBound(start, boundsOf(start).find(({ id }) => id === 'angle')!, degrees);
    }),
  fc.tuple(position, position).map(([x, y]): Gate => ({ kind: 'curly-quadrant', x, y })),
  fc.tuple(position, position).map(([x, y]): Gate => spiderQuadrant([x, y])),
  position.map((at): Gate => ({ kind: 'dividers', values: [[at]], cells: [[0], [1]] })),
);

describe('centres, axes and angles', () => {
  it('read back as typed, the gate stays one, and the others stay', () => {
    fc.assert(
      fc.property(shaped, fc.nat(), fc.double({ min: 0.02, max: 0.4, noNaN: true }), (before, pick, by) => {
        const bounds = boundsOf(before);
        const bound = bounds[pick % bounds.length]!;
        const step = bound.unit === 'degrees' ? 20 * by : by;
        const to = bound.kind === 'halfAxis' && bound.vertex === 1 ? bound.position! * (1 - by) : bound.position! + step;
        const after = withBound(before, bound, to);
        expect(gateSchema.safeParse(after).success).toBe(true);
        const moved = boundsOf(after);
        expect(moved).toHaveLength(bounds.length);
        moved.forEach((one, i) => {
          const wanted = one.id === bound.id ? to : bounds[i]!.position!;
          const turned = one.unit === 'degrees' ? Math.abs(((one.position! - wanted + 450) % 180) - 90) : Math.abs(one.position! - wanted);
          expect(turned, one.id).toBeLessThan(one.unit === 'degrees' ? 1e-4 : 1e-8);
        });
      }),
    );
  });

  it('leave a spider as it is where two arms would cross', () => {
    const spider: Gate = {
      kind: 'spider-quadrant',
      x: 0.5,
      y: 0.5,
      arms: [
        [0.2, 0.5],
        [0.5, 0.8],
        [0.8, 0.5],
        [0.5, 0.2],
      ],
    };
    const arm = boundsOf(spider).find(({ id }) => id === 'arm-0')!;
    expect(withBound(spider, arm, 80)).toBe(spider);
    expect(boundsOf(withBound(spider, arm, 150)).find(({ id }) => id === 'arm-0')!.position).toBeCloseTo(150, 9);
  });

  it('are of every kind that a tool draws: no heading stands over nothing', () => {
    for (const name of toolNames) {
      const tool = toolNamed(name);
      if (tool === undefined) continue;
      const ends = { min: 0.2, max: 0.6 };
      const drawn =
        tool.gesture === 'cut'
          ? tool.gateOf(0.4)
          : tool.gesture === 'point'
            ? tool.gateOf([0.4, 0.5])
            : tool.gesture === 'line'
              ? tool.gateOf(ends)
              : tool.gesture === 'box' || tool.gesture === 'oval'
                ? tool.gateOf(ends, ends)
                : tool.gateOf([
                    [0.1, 0.1],
                    [0.5, 0.8],
                    [0.9, 0.2],
                  ]);
      expect(gateSchema.safeParse(drawn).success, name).toBe(true);
      expect(boundsOf(drawn).length, name).toBeGreaterThan(0);
    }
  });
});

describe('a bound as a value, a channel or a percentile', () => {
  const logicle = { kind: 'logicle', T: 262_144, W: 0.5, M: 4.5, A: 0 } as const;
  const values = Float64Array.from({ length: 1001 }, (_, i) => i / 1000);
  it('is the same place whichever way it is said', () => {
    fc.assert(
      fc.property(fc.double({ min: 0.01, max: 0.99, noNaN: true }), fc.constantFrom(...boundModes), (at, mode) => {
        const unit = boundUnit({}, mode, logicle, values)!;
        expect(unit.positionOf(unit.textOf(at))).toBeCloseTo(at, 2);
      }),
    );
    expect(boundUnit({}, 'channel', logicle, undefined)!.positionOf('511.5')).toBe(0.5);
    expect(boundUnit({}, 'percentile', logicle, values)!.positionOf('25')).toBe(0.25);
    expect(boundUnit({}, 'percentile', logicle, values)!.positionOf('101')).toBeUndefined();
    expect(boundUnit({}, 'percentile', logicle, undefined)).toBeUndefined();
    expect(boundUnit({ unit: 'degrees' }, 'percentile', logicle, undefined)!.positionOf('-30')).toBe(-30);
  });
});

describe('a typed number', () => {
  it.each([
    ['1,234.5', 1234.5],
    ['１２３４', 1234],
    ['−42', -42],
    ['1e3', 1000],
    [' .5 ', 0.5],
    ['', undefined],
    ['1.2.3', undefined],
    ['twelve', undefined],
    ['1e999', undefined],
    ['4,5', undefined],
    ['0,25', undefined],
    ['0,250', undefined],
    ['1 2', undefined],
    ['１２,345', 12_345],
  ])('%s', (text, value) => expect(parseNumber(text)).toBe(value));
});
