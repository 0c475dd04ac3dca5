import type { Gate } from '../../gating/gates/gates.ts';
import { element, type XmlElement } from '../xml/tree.ts';
import type { WrittenDimension } from './write-dimensions.ts';

/** What a gate needs to be written: its dimensions as attributes and children, and ids. */
export interface GateContext {
  readonly id: string;
  readonly parent: string | undefined;
  readonly populations: readonly string[];
  readonly dimensions: readonly DimensionParts[];
  readonly newId: (wanted: string) => string;
  readonly refOf: (path: string) => string;
  readonly info: readonly XmlElement[];
}

export interface DimensionParts {
  readonly written: WrittenDimension;
  readonly attributes: { readonly [name: string]: string | undefined };
  readonly child: XmlElement;
}

/** The elements of a gate whose coordinates are already those of its written dimensions. More than one where it takes several to say it. */
export function writeGate(gate: Exclude<Gate, { kind: 'curly-quadrant' }>, context: GateContext): readonly XmlElement[] {
  switch (gate.kind) {
    case 'rectangle':
    case 'polygon':
    case 'ellipsoid':
      return gate.outside ? complemented(gate, context) : [writeShape(gate, context)];
    case 'dividers':
      return [writeQuadrants(gate.values, gate.cells, context)];
    case 'quadrant':
      return writeQuadrant(gate, context);
    case 'boolean':
      return [writeBoolean(gate, context)];
  }
}

const head = ({ id, parent }: GateContext) => ({ 'gating:id': id, 'gating:parent_id': parent });

type Shape = Extract<Gate, { kind: 'rectangle' | 'polygon' | 'ellipsoid' }>;

function writeShape(gate: Shape, context: GateContext): XmlElement {
  const plain = () => context.dimensions.map(({ attributes, child }) => element('gating:dimension', attributes, [child]));
  switch (gate.kind) {
    case 'rectangle': {
      const ranges = gate.ranges.map(({ min, max }, i) => {
        const { attributes, child, written } = context.dimensions[i]!;
        const low = min === undefined || min <= written.lowest ? undefined : min;
        return element('gating:dimension', { ...attributes, 'gating:min': low, 'gating:max': max }, [child]);
      });
      return element('gating:RectangleGate', head(context), [...context.info, ...ranges]);
    }
    case 'polygon':
      return element('gating:PolygonGate', head(context), [
        ...context.info,
        ...plain(),
        ...gate.vertices.map((vertex) => element('gating:vertex', {}, coordinates(vertex))),
      ]);
    case 'ellipsoid':
      return element('gating:EllipsoidGate', head(context), [
        ...context.info,
        ...plain(),
        element('gating:mean', {}, coordinates(gate.mean)),
        element(
          'gating:covarianceMatrix',
          {},
          gate.covariance.map((row) =>
            element(
              'gating:row',
              {},
              row.map((value) => element('gating:entry', { 'data-type:value': value })),
            ),
          ),
        ),
        element('gating:distanceSquare', { 'data-type:value': gate.distanceSquare }),
      ]);
  }
}

const coordinates = (values: readonly number[]): readonly XmlElement[] =>
  values.map((value) => element('gating:coordinate', { 'data-type:value': value }));

/** The events outside: the gate itself under another id, and its complement below the parent. */
function complemented(gate: Shape, context: GateContext): readonly XmlElement[] {
  const inside = context.newId(`${context.id}_inside`);
  const reference = element('gating:gateReference', { 'gating:ref': inside });
  return [
    writeShape(gate, { ...context, id: inside, parent: undefined, info: [] }),
    element('gating:BooleanGate', head(context), [...context.info, element('gating:not', {}, [reference])]),
  ];
}

function writeQuadrants(
  values: readonly (readonly number[])[],
  cells: readonly (readonly (number | null)[])[],
  context: GateContext,
): XmlElement {
  const ids = values.map((_, i) => context.newId(`${context.id}.${i + 1}`));
  const dividers = values.map((list, i) => {
    const { attributes, child } = context.dimensions[i]!;
    return element('gating:divider', { 'gating:id': ids[i], ...attributes }, [
      child,
      ...list.map((value) => element('gating:value', {}, [String(value)])),
    ]);
  });
  const quadrants = cells.map((row, part) =>
    element(
      'gating:Quadrant',
      { 'gating:id': context.populations[part] },
      row.flatMap((cell, i) =>
        cell === null
          ? []
          : [element('gating:position', { 'gating:divider_ref': ids[i], 'gating:location': locationIn(values[i]!, cell) })],
      ),
    ),
  );
  return element('gating:QuadrantGate', head(context), [...context.info, ...dividers, ...quadrants]);
}

/** A value in a cell: a divider itself belongs to the cell above it. */
const locationIn = (values: readonly number[], cell: number): number =>
  cell > 0 ? values[cell - 1]! : values[0]! - Math.max(1, Math.abs(values[0]!));

/** Quadrants with one divider each way; with a step in the horizontal line, four rectangles that tile the plane. */
function writeQuadrant({ x, y: [left, right] }: Extract<Gate, { kind: 'quadrant' }>, context: GateContext): readonly XmlElement[] {
  if (left === right) {
    const cells = [
      [0, 1],
      [1, 1],
      [1, 0],
      [0, 0],
    ];
    return [writeQuadrants([[x], [left]], cells, context)];
  }
  const corners = [
    [{ max: x }, { min: left }],
    [{ min: x }, { min: right }],
    [{ min: x }, { max: right }],
    [{ max: x }, { max: left }],
  ];
  return corners.map((ranges, part) =>
    writeShape({ kind: 'rectangle', ranges }, { ...context, id: context.populations[part]!, info: part === 0 ? context.info : [] }),
  );
}

function writeBoolean({ operation, operands }: Extract<Gate, { kind: 'boolean' }>, context: GateContext): XmlElement {
  const reference = (path: string, complement: boolean) =>
    element('gating:gateReference', { 'gating:ref': context.refOf(path), 'gating:use-as-complement': complement ? 'true' : undefined });
  const [only, ...others] = operands;
  const inner =
    only !== undefined && others.length === 0
      ? element('gating:not', {}, [reference(only.population, !only.complement)])
      : element(
          `gating:${operation}`,
          {},
          operands.map(({ population, complement }) => reference(population, complement)),
        );
  return element('gating:BooleanGate', head(context), [...context.info, inner]);
}
