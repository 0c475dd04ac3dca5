import * as z from 'zod';
import { and, type Bitmask, not, or } from '../../../data/events/bitmask.ts';
import type { GateKind } from '../kind/gate.ts';

/** Combines populations that stand earlier in the strategy, each taken as it is or complemented. */
export const booleanSchema = z.strictObject({
  kind: z.literal('boolean'),
  operation: z.enum(['and', 'or']),
  operands: z.array(z.strictObject({ population: z.string().min(1), complement: z.boolean().default(false) })).min(1),
});
export type BooleanGate = z.infer<typeof booleanSchema>;

export const boolean: GateKind<BooleanGate> = {
  populationCount: () => 1,
  dimensionCount: () => 0,
  evaluate({ operation, operands }, { population, eventCount }, [members]) {
    const masks = operands.map((operand) =>
      operand.complement ? not(population(operand.population), eventCount) : population(operand.population),
    );
    const combine = operation === 'and' ? and : or;
    (members as Bitmask).set(masks.reduce(combine));
  },
  work: () => undefined,
  mapCoordinates: (gate) => gate,
};
