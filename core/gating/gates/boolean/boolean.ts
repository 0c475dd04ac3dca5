import * as z from 'zod';
import { and, type Bitmask, not, or } from '../../../data/events/bitmask.ts';
import type { Combination, GateKind } from '../kind/gate.ts';

/** Combines populations that stand earlier in the strategy, each taken as it is or complemented. */
const booleanSchema = z.strictObject({
  kind: z.literal('boolean'),
  operation: z.enum(['and', 'or']),
  operands: z.array(z.strictObject({ population: z.string().min(1), complement: z.boolean().default(false) })).min(1),
});
export type BooleanGate = z.infer<typeof booleanSchema>;

export const boolean: GateKind<BooleanGate> = {
  schema: booleanSchema,
  words: () => ({ en: 'boolean', ja: 'ブーリアン' }),
  populationCount: () => 1,
  dimensionCount: () => 0,
  evaluate({ operation, operands }, { population, complement, eventCount }, [members]) {
    const outside = complement ?? ((path: string) => not(population(path), eventCount));
    const masks = operands.map((operand) => (operand.complement ? outside(operand.population) : population(operand.population)));
    const join = operation === 'and' ? and : or;
    (members as Bitmask).set(masks.reduce(join));
  },
  mapCoordinates: (gate) => gate,
  isUpright: false,
  combination: (gate) => gate,
  withOperands: (gate, operands) => ({ ...gate, operands: [...operands] }),
  lines: () => [],
  labelPlace: () => ({ corners: [0, 1, 2, 3] }),
};

export const combine = ({ operation, operands }: Combination): BooleanGate => ({ kind: 'boolean', operation, operands: [...operands] });
