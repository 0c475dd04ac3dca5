import { compileTransform, kindOfTransform, type Transform } from '../../data/transforms/transforms.ts';
import { type Gate, isFixed, kindOf, mapCoordinates } from '../../gating/gates/gates.ts';
import type { CoordinateMap } from '../../gating/gates/kind/gate.ts';
import type { ExplicitDimension, ExplicitDimensions } from '../../gating/strategy/dimension.ts';
import type { GateNode } from '../../gating/strategy/strategy.ts';
import { isStoredOnScale, piecesOf } from './gates/gate-forms.ts';
import { flowjoScale } from './transforms/scale-forms.ts';

/** What a sample's parameters are in the workspace. */
export interface ParameterTable {
  /** FlowJo's name of a dimension's values; undefined where the sample has none such. */
  nameOf(dimension: ExplicitDimension): string | undefined;
  /** The scale under which the sample shows a parameter. */
  scaleOf(parameter: string): Transform | undefined;
}

/** A gate with as many populations as it has here, each in FlowJo's coordinates. */
export interface FlowjoForm {
  readonly parameters: readonly string[];
  /** One for each population; FlowJo's cross is four gates. */
  readonly gates: readonly Gate[];
}

/** A gate as FlowJo stores it; undefined where FlowJo has no such gate, or shows the parameter on another scale. */
export function asFlowjo(node: GateNode, dimensions: ExplicitDimensions, table: ParameterTable): FlowjoForm | undefined {
  const pieces = isFixed(node.gate) ? piecesOf(node.gate) : undefined;
  if (pieces === undefined) return undefined;
  const known = node.dimensions.map((name) => (Object.hasOwn(dimensions, name) ? dimensions[name] : undefined));
  if (known.some((dimension) => dimension === undefined) || known.length > 2) return undefined;
  const named = known.map((dimension) => ({
    dimension: dimension as ExplicitDimension,
    name: table.nameOf(dimension as ExplicitDimension),
  }));
  if (named.some(({ name }) => name === undefined)) return undefined;
  const parameters = named.map(({ name }) => name as string);
  const isRange = pieces.every((piece) => kindOf(piece).isUpright);
  const isOnScale = pieces.some(isStoredOnScale);
  const maps = named.map(({ dimension }, i) => mapFor(dimension, table.scaleOf(parameters[i]!), isRange, isOnScale));
  if (maps.some((map) => map === undefined)) return undefined;
  const gates = pieces.map((piece) => mapCoordinates(piece, maps as readonly CoordinateMap[]));
  return gates.some((gate) => gate === undefined) ? undefined : { parameters, gates: gates as readonly Gate[] };
}

const same: CoordinateMap = (coordinate) => coordinate;

/** From the gate's numbers to linear values; for what is stored so, to positions on FlowJo's scale. */
function mapFor(
  dimension: ExplicitDimension,
  shown: Transform | undefined,
  isRange: boolean,
  isOnScale: boolean,
): CoordinateMap | undefined {
  const { transform, bounds, coordinates } = dimension;
  if (bounds !== undefined) return undefined;
  const own = transform === undefined ? undefined : compileTransform(transform);
  const toLinear = own === undefined || coordinates !== undefined ? same : own.unscale;
  if (isRange) return toLinear;
  // slanted and curved edges mean something else on another scale
  if (!isSameScale(transform, shown)) return undefined;
  if (!isOnScale) return toLinear;
  const { scale } = compileTransform(shown as Transform);
  return own !== undefined && coordinates === undefined && JSON.stringify(transform) === JSON.stringify(shown)
    ? same
    : (value) => scale(toLinear(value));
}

/** Whether straight lines are the same on both: equal, or both linear. */
function isSameScale(own: Transform | undefined, shown: Transform | undefined): boolean {
  if (shown === undefined) return false;
  if (isStraight(own) && isStraight(shown)) return true;
  return own !== undefined && JSON.stringify(flowjoScale(own)) === JSON.stringify(flowjoScale(shown));
}

const isStraight = (transform: Transform | undefined): boolean => transform === undefined || kindOfTransform(transform).isStraight;
