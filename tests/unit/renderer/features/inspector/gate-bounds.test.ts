import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Gate, gateSchema, kindOf } from '../../../../../core/gating/gates/gates.ts';
import type { Bound } from '../../../../../core/gating/gates/kind/editing.ts';
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
  ])('%s', (text, value) => expect(parseNumber(text)).toBe(value));
});
