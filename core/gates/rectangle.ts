import * as z from 'zod';
import { add, type Bitmask } from '../events/bitmask.ts';
import type { ScaledColumn } from '../events/event-table.ts';
import type { GateKind } from './gate.ts';

/** Ranges in any number of dimensions. Gating-ML 2.0 section 5.1: min is inside, max is not; an absent bound is open. */
export const rectangleSchema = z.strictObject({
  kind: z.literal('rectangle'),
  ranges: z.array(z.strictObject({ min: z.number().optional(), max: z.number().optional() })).min(1),
  /** The events outside are meant. */
  outside: z.literal(true).optional(),
});
export type RectangleGate = z.infer<typeof rectangleSchema>;

export const rectangle: GateKind<RectangleGate> = {
  populationCount: () => 1,
  dimensionCount: ({ ranges }) => ranges.length,
  evaluate({ ranges, outside = false }, { columns, eventCount }, [members]) {
    const bounds = ranges.map(({ min, max }, i) => ({ column: columns[i]!, min: min ?? Number.NEGATIVE_INFINITY, max }));
    for (let event = 0; event < eventCount; event++) {
      const inside = bounds.every(({ column, min, max }) => isWithin(column, event, min, max));
      if (inside !== outside && !(outside && bounds.some(({ column }) => Number.isNaN(column[event]!)))) add(members as Bitmask, event);
    }
  },
  mapCoordinates: (gate, maps) => ({
    ...gate,
    ranges: gate.ranges.map(({ min, max }, i) => ({
      ...(min === undefined ? {} : { min: maps[i]!(min) }),
      ...(max === undefined ? {} : { max: maps[i]!(max) }),
    })),
  }),
};

function isWithin(column: ScaledColumn, event: number, min: number, max: number | undefined): boolean {
  const value = column[event]!;
  return value >= min && (max === undefined || value < max);
}
