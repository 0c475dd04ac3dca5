import { kindUnion } from '../../base/kind-union.ts';
import type { Bitmask } from '../../data/events/bitmask.ts';
import { fitsKernels, type GateWork } from '../../data/events/gate-kernels.ts';
import { boolean } from './boolean/boolean.ts';
import { curlyQuadrant } from './curly-quadrant/curly-quadrant.ts';
import { dividers } from './dividers/dividers.ts';
import { ellipsoid } from './ellipsoid/ellipsoid.ts';
import type { GateTool } from './kind/editing.ts';
import type { Combination, CoordinateMap, Cross, GateInput, GateKind } from './kind/gate.ts';
import type { GateParts } from './kind/parts.ts';
import { polygon } from './polygon/polygon.ts';
import { type PolygonGate, polygonGate } from './polygon/schema.ts';
import { quadrant } from './quadrant/quadrant.ts';
import { rectangle } from './rectangle/rectangle.ts';
import { type RectangleGate, rectangleGate } from './rectangle/schema.ts';
import { spiderQuadrant } from './spider-quadrant/spider-quadrant.ts';

/** Every kind of gate there is. To add one: its folder, and a line for its record above and below. */
const records = {
  rectangle,
  polygon,
  ellipsoid,
  quadrant,
  dividers,
  'curly-quadrant': curlyQuadrant,
  'spider-quadrant': spiderQuadrant,
  boolean,
};

type GateOf<Kind extends keyof typeof records> = (typeof records)[Kind] extends GateKind<infer G> ? G : never;
export type Gate = { [Kind in keyof typeof records]: GateOf<Kind> }[keyof typeof records];

/** The compiler holds each record to the name that its gates carry. */
const gateKinds: { readonly [Kind in Gate['kind']]: GateKind<Extract<Gate, { kind: Kind }>> } = records;

export const gateSchema = kindUnion<Gate>(gateKinds);

/** The record of a gate's kind. */
export const kindOf = (gate: Gate): GateKind<Gate> => gateKinds[gate.kind] as unknown as GateKind<Gate>;

export const populationCount = (gate: Gate): number => kindOf(gate).populationCount(gate);

/** Fills one mask for each population of the gate: its own membership, not yet masked by its parent. */
export function evaluateGate(gate: Gate, input: GateInput, members: readonly Bitmask[]): void {
  const work = input.gateKernels && gateWork(gate);
  if (input.gateKernels !== undefined && work !== undefined) input.gateKernels.run(work, input.columns, input.eventCount, members);
  else kindOf(gate).evaluate(gate, input, members);
}

/** How compiled kernels evaluate the gate; undefined where there are none for it. */
export function gateWork(gate: Gate): GateWork | undefined {
  const work = kindOf(gate).work?.(gate);
  return work !== undefined && fitsKernels(work, dimensionCount(gate)) ? work : undefined;
}

/** In how many dimensions the gate is drawn: none for a combination of populations. */
export const dimensionCount = (gate: Gate): number => kindOf(gate).dimensionCount(gate);

/**
 * The gate with its coordinates put through one increasing function for each dimension: moved, or from one scale to another.
 * Straight edges stay straight, so on a curved scale the result bounds other events. Undefined where no such gate exists.
 */
export const mapCoordinates = (gate: Gate, maps: readonly CoordinateMap[]): Gate | undefined => kindOf(gate).mapCoordinates(gate, maps);

/** Whether a gate stands where it is, unlike one that an automatic step finds. */
export const isFixed = (gate: { readonly kind: string }): gate is Gate => Object.hasOwn(gateKinds, gate.kind);

/** What the gate combines; undefined for one that looks at events. */
export const combinationOf = (gate: { readonly kind: string }): Combination | undefined =>
  isFixed(gate) ? kindOf(gate).combination?.(gate) : undefined;

/** The gate with other populations combined. */
export const withOperands = (gate: Gate, operands: Combination['operands']): Gate => kindOf(gate).withOperands?.(gate, operands) ?? gate;

/** How the gate parts a plane or a line; undefined for a kind, or in a number of dimensions, that a person cannot move. */
export const partsOf = (gate: Gate): GateParts | undefined => kindOf(gate).parts?.(gate);

/** Where the gate parts a plane in four by straight lines. */
export const crossOf = (gate: Gate | undefined): Cross | undefined => gate && kindOf(gate).cross?.(gate);

/** The gate's populations as gates of plainer kinds, for formats that lack its own; undefined where there are none such. */
export const plainGates = (gate: Gate): readonly (RectangleGate | PolygonGate)[] | undefined =>
  kindOf(gate)
    .pieces?.(gate)
    .map((piece) => ({
      ...('ranges' in piece ? rectangleGate(piece.ranges) : polygonGate(piece.vertices)),
      ...(piece.outside === undefined ? {} : { outside: piece.outside }),
    }));

/** Whether some of those that stand for several populations are polygons: they go on without end. */
export const hasSlantedPieces = (gate: Gate): boolean =>
  populationCount(gate) > 1 && plainGates(gate)?.some(({ kind }) => kind === 'polygon') === true;

/** The tool by which a person draws gates of a kind. */
export const toolNamed = (name: string): GateTool<Gate> | undefined =>
  Object.values(gateKinds)
    .flatMap(({ tools = [] }) => tools as readonly GateTool<Gate>[])
    .find((tool) => tool.name === name);
