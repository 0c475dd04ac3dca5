import { identityScale } from '../../data/transforms/kind/transform.ts';
import { compileTransform, kindOfTransform, type Transform } from '../../data/transforms/transforms.ts';
import { type Gate, isFixed, kindOf, mapCoordinates } from '../../gating/gates/gates.ts';
import type { CoordinateMap } from '../../gating/gates/kind/gate.ts';
import { rectangleGate } from '../../gating/gates/rectangle/schema.ts';
import type { ExplicitDimension, ExplicitDimensions } from '../../gating/strategy/dimension.ts';
import type { GateNode } from '../../gating/strategy/strategy.ts';
import { endedPieces } from './ended-pieces.ts';
import { hasSlantedPieces, isStoredOnScale, piecesOf } from './gates/gate-forms.ts';
import { outlineOf } from './outline.ts';
import { type TracedAxis, tracedPolygon } from './trace.ts';
import { flowjoScale } from './transforms/scale-forms.ts';

/** What a sample's parameters are in the workspace. */
export interface ParameterTable {
  /** FlowJo's name of a dimension's values; undefined where the sample has none such. */
  nameOf(dimension: ExplicitDimension): string | undefined;
  /** The scale under which the sample shows a parameter. */
  scaleOf(parameter: string): Transform | undefined;
  /** Another parameter, to plot this one against; undefined where there is none. */
  besides(parameter: string): string | undefined;
}

/** A gate with as many populations as it has here, each in FlowJo's coordinates. */
export interface FlowjoForm {
  readonly parameters: readonly string[];
  /** One for each population; FlowJo's cross is four gates. */
  readonly gates: readonly Gate[];
  /** Its edges are bent on FlowJo's axes, and follow them closely. */
  readonly isTraced: boolean;
}

/** A gate as FlowJo stores it; undefined where FlowJo has no such gate. */
export function asFlowjo(node: GateNode, dimensions: ExplicitDimensions, table: ParameterTable): FlowjoForm | undefined {
  const stored = node.dimensions.map((name) => (Object.hasOwn(dimensions, name) ? dimensions[name] : undefined));
  if (stored.some((dimension) => dimension === undefined || dimension.bounds !== undefined) || stored.length > 2) return undefined;
  const [pieces, known] = isFixed(node.gate) ? asPieces(node.gate, stored as readonly ExplicitDimension[]) : [undefined, stored];
  if (pieces === undefined) return undefined;
  const named = known.map((dimension) => ({
    dimension: dimension as ExplicitDimension,
    name: table.nameOf(dimension as ExplicitDimension),
  }));
  if (named.some(({ name }) => name === undefined)) return undefined;
  const parameters = named.map(({ name }) => name as string);
  const isTraced = (gates: readonly Gate[] | undefined, traced: boolean): FlowjoForm | undefined =>
    gates && { parameters, gates, isTraced: traced };
  if (pieces.every((piece) => kindOf(piece).isUpright))
    return inPlane(ranges(pieces, known as readonly ExplicitDimension[]), parameters, table);
  const shown = parameters.map((parameter) => table.scaleOf(parameter));
  const isSame = named.every(({ dimension }, i) => isSameScale(dimension.transform, shown[i]));
  if (!isSame && (shown.includes(undefined) || parameters.length !== 2)) return undefined;
  const [own, axes] = [known as readonly ExplicitDimension[], shown as readonly Transform[]];
  const open = isFixed(node.gate) && hasSlantedPieces(node.gate);
  const held = open ? endedPieces(pieces, own.map(scaleOf), axes.map(compileTransform), isSame ? 1000 : 2) : pieces;
  return isTraced(isSame ? sameEdges(held, own, axes) : traced(held, own, axes), !isSame);
}

/** A gate in pieces that FlowJo knows, by the dimensions that they are meant in: slanted edges without end go on straight on their own scale. */
function asPieces(gate: Gate, stored: readonly ExplicitDimension[]): readonly [readonly Gate[] | undefined, readonly ExplicitDimension[]] {
  if (!hasSlantedPieces(gate)) return [piecesOf(gate), stored];
  const onScale = mapCoordinates(
    gate,
    stored.map((dimension) => (dimension.coordinates === undefined ? same : scaleOf(dimension).scale)),
  );
  return [onScale && piecesOf(onScale), stored.map(({ coordinates: _, ...dimension }) => dimension)];
}

const same: CoordinateMap = (coordinate) => coordinate;

const scaleOf = ({ transform }: ExplicitDimension) => (transform === undefined ? identityScale : compileTransform(transform));

const toLinear = (dimension: ExplicitDimension): CoordinateMap => (dimension.coordinates === undefined ? scaleOf(dimension).unscale : same);

/** Bounds of single channels are linear values, whatever the axis. */
function ranges(pieces: readonly Gate[], known: readonly ExplicitDimension[]): readonly Gate[] | undefined {
  const gates = pieces.map((piece) => mapCoordinates(piece, known.map(toLinear)));
  return gates.some((gate) => gate === undefined) ? undefined : (gates as readonly Gate[]);
}

/** FlowJo 11.2 counts nothing in a range of one dimension: it gets a second one, without bounds. */
function inPlane(gates: readonly Gate[] | undefined, parameters: readonly string[], table: ParameterTable): FlowjoForm | undefined {
  if (gates === undefined) return undefined;
  const second = parameters.length === 1 ? table.besides(parameters[0]!) : undefined;
  if (second === undefined) return { parameters, gates, isTraced: false };
  const wide = gates.map(
    (gate): Gate => (gate.kind === 'rectangle' ? { ...gate, ranges: [...rectangleGate([...gate.ranges, {}]).ranges] } : gate),
  );
  return { parameters: [...parameters, second], gates: wide, isTraced: false };
}

/** Edges that are straight on FlowJo's axes too: linear values, or positions for what FlowJo stores so. */
function sameEdges(pieces: readonly Gate[], known: readonly ExplicitDimension[], shown: readonly Transform[]): readonly Gate[] | undefined {
  const isOnScale = pieces.some(isStoredOnScale);
  const maps = known.map((dimension, i): CoordinateMap => {
    const linear = toLinear(dimension);
    if (!isOnScale) return linear;
    const { transform, coordinates } = dimension;
    if (transform !== undefined && coordinates === undefined && JSON.stringify(transform) === JSON.stringify(shown[i])) return same;
    const { scale } = compileTransform(shown[i]!);
    return (value) => scale(linear(value));
  });
  const gates = pieces.map((piece) => mapCoordinates(piece, maps));
  return gates.some((gate) => gate === undefined) ? undefined : (gates as readonly Gate[]);
}

function traced(pieces: readonly Gate[], known: readonly ExplicitDimension[], shown: readonly Transform[]): readonly Gate[] | undefined {
  const axes = known.map((dimension, i): TracedAxis => ({ own: scaleOf(dimension), shown: compileTransform(shown[i]!) })) as [
    TracedAxis,
    TracedAxis,
  ];
  const onScales = known.map(({ coordinates }, i) => (coordinates === undefined ? same : axes[i]!.own.scale));
  const gates = pieces.map((piece): Gate | undefined => {
    const outline = outlineOf(piece)?.map(([x, y]): readonly [number, number] => [onScales[0]!(x), onScales[1]!(y)]);
    if (outline === undefined) return undefined;
    const polygon = tracedPolygon(outline, axes);
    return 'outside' in piece && piece.outside ? { ...polygon, outside: true } : polygon;
  });
  return gates.some((gate) => gate === undefined) ? undefined : (gates as readonly Gate[]);
}

/** Whether straight lines are the same on both: equal, or both linear. */
function isSameScale(own: Transform | undefined, shown: Transform | undefined): boolean {
  if (shown === undefined) return false;
  if (isStraight(own) && isStraight(shown)) return true;
  return own !== undefined && JSON.stringify(flowjoScale(own)) === JSON.stringify(flowjoScale(shown));
}

const isStraight = (transform: Transform | undefined): boolean => transform === undefined || kindOfTransform(transform).isStraight;
