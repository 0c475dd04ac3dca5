import * as z from 'zod';
import type { Bitmask } from '../../data/events/bitmask.ts';
import { fitsKernels, type GateWork } from '../../data/events/gate-kernels.ts';
import { boolean, booleanSchema } from './boolean/boolean.ts';
import { curlyQuadrant, curlyQuadrantSchema } from './curly-quadrant/curly-quadrant.ts';
import { dividers, dividersSchema } from './dividers/dividers.ts';
import { ellipsoid, ellipsoidSchema } from './ellipsoid/ellipsoid.ts';
import type { CoordinateMap, GateInput, GateKind } from './kind/gate.ts';
import { polygon, polygonSchema } from './polygon/polygon.ts';
import { quadrant, quadrantSchema } from './quadrant/quadrant.ts';
import { rectangle, rectangleSchema } from './rectangle/rectangle.ts';

/** Every kind of gate there is. To add one: its file, one line here, one line below; the compiler asks for both. */
export const gateSchema = z.discriminatedUnion('kind', [
  rectangleSchema,
  polygonSchema,
  ellipsoidSchema,
  quadrantSchema,
  dividersSchema,
  curlyQuadrantSchema,
  booleanSchema,
]);
export type Gate = z.infer<typeof gateSchema>;
type GateOf<Kind extends Gate['kind']> = Extract<Gate, { kind: Kind }>;

export const gateKinds: { readonly [Kind in Gate['kind']]: GateKind<GateOf<Kind>> } = {
  rectangle,
  polygon,
  ellipsoid,
  quadrant,
  dividers,
  'curly-quadrant': curlyQuadrant,
  boolean,
};

export function populationCount<Kind extends Gate['kind']>(gate: GateOf<Kind> & { readonly kind: Kind }): number {
  return gateKinds[gate.kind].populationCount(gate);
}

/** Fills one mask for each population of the gate: its own membership, not yet masked by its parent. */
export function evaluateGate<Kind extends Gate['kind']>(
  gate: GateOf<Kind> & { readonly kind: Kind },
  input: GateInput,
  members: readonly Bitmask[],
): void {
  const work = input.gateKernels && gateWork<Kind>(gate);
  if (input.gateKernels !== undefined && work !== undefined) input.gateKernels.run(work, input.columns, input.eventCount, members);
  else gateKinds[gate.kind].evaluate(gate, input, members);
}

/** How compiled kernels evaluate the gate; undefined where there are none for it. */
export function gateWork<Kind extends Gate['kind']>(gate: GateOf<Kind> & { readonly kind: Kind }): GateWork | undefined {
  const work = gateKinds[gate.kind].work(gate);
  return work !== undefined && fitsKernels(work, gateKinds[gate.kind].dimensionCount(gate)) ? work : undefined;
}

/** In how many dimensions the gate is drawn: none for a combination of populations. */
export function dimensionCount<Kind extends Gate['kind']>(gate: GateOf<Kind> & { readonly kind: Kind }): number {
  return gateKinds[gate.kind].dimensionCount(gate);
}

/**
 * The gate with its coordinates put through one increasing function for each dimension: moved, or from one scale to another.
 * Straight edges stay straight, so on a curved scale the result bounds other events. Undefined where no such gate exists.
 */
export function mapCoordinates<Kind extends Gate['kind']>(
  gate: GateOf<Kind> & { readonly kind: Kind },
  maps: readonly CoordinateMap[],
): Gate | undefined {
  return gateKinds[gate.kind].mapCoordinates(gate, maps);
}
