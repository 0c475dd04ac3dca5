import { compileTransform, type Transform } from '../../data/transforms/transforms.ts';
import { type Gate, mapCoordinates } from '../../gating/gates/gates.ts';
import type { CoordinateMap } from '../../gating/gates/kind/gate.ts';
import type { ExplicitDimension, ExplicitDimensions } from '../../gating/strategy/dimension.ts';
import type { GateNode } from '../../gating/strategy/strategy.ts';
import { isFixed } from '../../study/session/edits/edit-fit.ts';

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
  if (!isFixed(node.gate) || node.gate.kind === 'boolean') return undefined;
  const known = node.dimensions.map((name) => (Object.hasOwn(dimensions, name) ? dimensions[name] : undefined));
  if (known.some((dimension) => dimension === undefined) || known.length > 2) return undefined;
  const named = known.map((dimension) => ({
    dimension: dimension as ExplicitDimension,
    name: table.nameOf(dimension as ExplicitDimension),
  }));
  if (named.some(({ name }) => name === undefined)) return undefined;
  const parameters = named.map(({ name }) => name as string);
  const pieces = piecesOf(node.gate);
  const isRange = pieces.every(({ kind }) => kind === 'rectangle');
  const isEllipse = node.gate.kind === 'ellipsoid';
  const maps = named.map(({ dimension }, i) => mapFor(dimension, table.scaleOf(parameters[i]!), isRange, isEllipse));
  if (maps.some((map) => map === undefined)) return undefined;
  const gates = pieces.map((piece) => mapCoordinates(piece, maps as readonly CoordinateMap[]));
  return gates.some((gate) => gate === undefined) ? undefined : { parameters, gates: gates as readonly Gate[] };
}

const same: CoordinateMap = (coordinate) => coordinate;

/** From the gate's numbers to linear values; for an ellipse, to positions on FlowJo's scale. */
function mapFor(
  dimension: ExplicitDimension,
  shown: Transform | undefined,
  isRange: boolean,
  isEllipse: boolean,
): CoordinateMap | undefined {
  const { transform, bounds, coordinates } = dimension;
  if (bounds !== undefined) return undefined;
  const own = transform === undefined ? undefined : compileTransform(transform);
  const toLinear = own === undefined || coordinates === 'linear' ? same : own.unscale;
  if (isRange) return toLinear;
  // slanted and curved edges mean something else on another scale
  if (!isSameScale(transform, shown)) return undefined;
  if (!isEllipse) return toLinear;
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

const isStraight = (transform: Transform | undefined): boolean =>
  transform === undefined || transform.kind === 'linear' || transform.kind === 'flowjo-linear';

/** The scale as FlowJo has it: the same positions under FlowJo's own parameters. */
export function flowjoScale(transform: Transform): Transform {
  if (transform.kind === 'linear') return { kind: 'flowjo-linear', min: 0 - transform.A, max: transform.T };
  if (transform.kind === 'log') return { kind: 'flowjo-log', offset: transform.T / 10 ** transform.M, decades: transform.M };
  return transform;
}

/** The gate in pieces that FlowJo knows, one for each population. */
function piecesOf(gate: Exclude<Gate, { kind: 'boolean' }>): readonly Gate[] {
  switch (gate.kind) {
    case 'quadrant': {
      const { x, y } = gate;
      const [left, right] = y;
      return [
        [{ max: x }, { min: left }],
        [{ min: x }, { min: right }],
        [{ min: x }, { max: right }],
        [{ max: x }, { max: left }],
      ].map((ranges): Gate => ({ kind: 'rectangle', ranges }));
    }
    case 'dividers':
      return gate.cells.map((row): Gate => ({ kind: 'rectangle', ranges: row.map((cell, i) => rangeOf(gate.values[i]!, cell)) }));
    case 'curly-quadrant':
      return gate.corner === undefined ? [0, 1, 2, 3].map((corner): Gate => ({ ...gate, corner })) : [gate];
    default:
      return [gate];
  }
}

function rangeOf(values: readonly number[], cell: number | null): { readonly min?: number; readonly max?: number } {
  const [min, max] = cell === null ? [undefined, undefined] : [values[cell - 1], values[cell]];
  return { ...(min === undefined ? {} : { min }), ...(max === undefined ? {} : { max }) };
}
