import * as z from 'zod';
import type { Bitmask } from '../events/bitmask.ts';
import { boolean, booleanSchema } from './boolean.ts';
import type { GateInput, GateKind } from './gate.ts';
import { polygon, polygonSchema } from './polygon.ts';
import { quadrant, quadrantSchema } from './quadrant.ts';
import { rectangle, rectangleSchema } from './rectangle.ts';

/** Every kind of gate there is. To add one: its file, one line here, one line below; the compiler asks for both. */
export const gateSchema = z.discriminatedUnion('kind', [rectangleSchema, polygonSchema, quadrantSchema, booleanSchema]);
export type Gate = z.infer<typeof gateSchema>;
type GateOf<Kind extends Gate['kind']> = Extract<Gate, { kind: Kind }>;

export const gateKinds: { readonly [Kind in Gate['kind']]: GateKind<GateOf<Kind>> } = { rectangle, polygon, quadrant, boolean };

export function populationCount<Kind extends Gate['kind']>(gate: GateOf<Kind> & { readonly kind: Kind }): number {
  return gateKinds[gate.kind].populationCount(gate);
}

/** Fills one mask for each population of the gate: its own membership, not yet masked by its parent. */
export function evaluateGate<Kind extends Gate['kind']>(
  gate: GateOf<Kind> & { readonly kind: Kind },
  input: GateInput,
  members: readonly Bitmask[],
): void {
  gateKinds[gate.kind].evaluate(gate, input, members);
}
