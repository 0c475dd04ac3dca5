import fc from 'fast-check';
import { expect, it } from 'vitest';
import { arrangementSchema } from '../../../../../core/study/arrangement/arrangement.ts';
import { type GateLook, lookOf, withLook } from '../../../../../core/study/arrangement/looks.ts';

const change = fc.record(
  {
    colour: fc.constantFrom('#e69f00', '#000000', undefined),
    label: fc.option(fc.record({ x: fc.double({ min: -2, max: 2, noNaN: true }), y: fc.double({ min: -2, max: 2, noNaN: true }) }), {
      nil: undefined,
    }),
  },
  { requiredKeys: [] },
);
const step = fc.record({ gate: fc.constantFrom('gate-1', 'gate-2', '__proto__'), part: fc.nat(3), change });

it('keeps what was chosen last of each population, and is saved and read as it is', () => {
  fc.assert(
    fc.property(fc.array(step, { maxLength: 20 }), (steps) => {
      const chosen = new Map<string, object>();
      let looks: readonly GateLook[] = [];
      for (const { gate, part, change: to } of steps) {
        looks = withLook(looks, { gate, part }, to);
        chosen.set(`${gate} ${part}`, { ...chosen.get(`${gate} ${part}`), ...to });
      }
      for (const { gate, part } of steps) {
        const { colour, label } = (lookOf(looks, gate, part) ?? {}) as Partial<GateLook>;
        expect({ colour, label }).toEqual({ colour: undefined, label: undefined, ...chosen.get(`${gate} ${part}`) });
      }
      expect(arrangementSchema.parse(JSON.parse(JSON.stringify({ looks })))).toEqual(JSON.parse(JSON.stringify({ looks })));
    }),
  );
});
