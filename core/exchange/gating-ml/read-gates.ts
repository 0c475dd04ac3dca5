import { type Gate, gateSchema } from '../../gating/gates/gates.ts';
import { attributeOf, childrenNamed, elementsOf, textOf, type XmlElement } from '../xml/tree.ts';
import { numberAttribute, readBoolean, readNumber, refuse, requireAttribute, requireChild, requireFinite } from '../xml/values.ts';

/** A gate of the document before its references are followed. */
export interface ReadGate {
  readonly id: string;
  readonly parent: string | undefined;
  readonly element: XmlElement;
  /** The elements that name its dimensions, in order. */
  readonly dimensions: readonly XmlElement[];
  readonly shape: ReadShape;
}

export type ReadShape =
  | { readonly kind: 'drawn'; readonly gate: Gate; readonly populations: readonly string[] }
  | { readonly kind: 'boolean'; readonly operation: 'and' | 'or'; readonly operands: readonly Operand[] };

export interface Operand {
  readonly ref: string;
  readonly complement: boolean;
  readonly element: XmlElement;
}

type Reader = (element: XmlElement, id: string, dimensions: readonly XmlElement[]) => ReadShape;

const readers: { readonly [local: string]: { readonly read: Reader; readonly dimension: string; readonly children: readonly string[] } } = {
  RectangleGate: { read: readRectangle, dimension: 'dimension', children: [] },
  PolygonGate: { read: readPolygon, dimension: 'dimension', children: ['vertex'] },
  EllipsoidGate: { read: readEllipsoid, dimension: 'dimension', children: ['mean', 'covarianceMatrix', 'distanceSquare'] },
  QuadrantGate: { read: readQuadrants, dimension: 'divider', children: ['Quadrant'] },
  BooleanGate: { read: readBooleanGate, dimension: '', children: ['and', 'or', 'not'] },
};

export const isGate = ({ local }: XmlElement): boolean => Object.hasOwn(readers, local);

export function readGate(element: XmlElement): ReadGate {
  const { read, dimension, children } = readers[element.local]!;
  const unknown = elementsOf(element).find(({ local }) => ![dimension, 'custom_info', ...children].includes(local));
  if (unknown !== undefined) refuse('gatingml-element', unknown, { element: unknown.name });
  const id = requireAttribute(element, 'id');
  const dimensions = dimension === '' ? [] : childrenNamed(element, dimension);
  const parent = attributeOf(element, 'parent_id');
  return { id, parent: parent === '' ? undefined : parent, element, dimensions, shape: read(element, id, dimensions) };
}

const drawn = (element: XmlElement, gate: unknown, populations: readonly string[]): ReadShape => {
  const parsed = gateSchema.safeParse(gate);
  if (parsed.success) return { kind: 'drawn', gate: parsed.data, populations };
  return refuse('xml-value', element, { element: element.local, why: parsed.error.issues[0]?.message ?? '' });
};

function readRectangle(element: XmlElement, id: string, dimensions: readonly XmlElement[]): ReadShape {
  if (dimensions.length === 0) refuse('xml-child-missing', element, { element: element.local, child: 'dimension' });
  const ranges = dimensions.map((dimension) => {
    const [min, max] = [numberAttribute(dimension, 'min'), numberAttribute(dimension, 'max')];
    return {
      ...(min === undefined || min === Number.NEGATIVE_INFINITY ? {} : { min: bounded(min, dimension) }),
      ...(max === undefined || max === Number.POSITIVE_INFINITY ? {} : { max: bounded(max, dimension) }),
    };
  });
  return drawn(element, { kind: 'rectangle', ranges }, [id]);
}

const bounded = (bound: number, at: XmlElement): number =>
  Number.isFinite(bound) ? bound : refuse('xml-value', at, { element: at.local, why: 'the range is empty' });

function readPolygon(element: XmlElement, id: string, dimensions: readonly XmlElement[]): ReadShape {
  if (dimensions.length !== 2) refuse('xml-value', element, { element: element.local, why: 'a polygon has two dimensions' });
  const vertices = childrenNamed(element, 'vertex').map((vertex) => coordinatesOf(vertex, 2));
  if (vertices.length < 3) refuse('xml-value', element, { element: element.local, why: 'a polygon has three vertices or more' });
  return drawn(element, { kind: 'polygon', vertices }, [id]);
}

export function coordinatesOf(point: XmlElement, count: number): readonly number[] {
  const coordinates = childrenNamed(point, 'coordinate').map((coordinate) => requireFinite(coordinate, 'value'));
  if (coordinates.length !== count)
    refuse('xml-value', point, { element: point.local, why: `${count} coordinates are needed, ${coordinates.length} are given` });
  return coordinates;
}

function readEllipsoid(element: XmlElement, id: string, dimensions: readonly XmlElement[]): ReadShape {
  if (dimensions.length < 2) refuse('xml-value', element, { element: element.local, why: 'an ellipsoid has two dimensions or more' });
  const mean = coordinatesOf(requireChild(element, 'mean'), dimensions.length);
  const covariance = childrenNamed(requireChild(element, 'covarianceMatrix'), 'row').map((row) =>
    childrenNamed(row, 'entry').map((entry) => requireFinite(entry, 'value')),
  );
  const distanceSquare = requireFinite(requireChild(element, 'distanceSquare'), 'value');
  return drawn(element, { kind: 'ellipsoid', mean, covariance, distanceSquare }, [id]);
}

/** Each quadrant stands where its positions lie between the dividers; a divider that it does not name does not bound it. */
function readQuadrants(element: XmlElement, _id: string, dividers: readonly XmlElement[]): ReadShape {
  if (dividers.length === 0) refuse('xml-child-missing', element, { element: element.local, child: 'divider' });
  const ids = dividers.map((divider) => requireAttribute(divider, 'id'));
  const twice = ids.findIndex((id, i) => ids.indexOf(id) !== i);
  if (twice >= 0) refuse('gatingml-id-taken', dividers[twice]!, { name: ids[twice]! });
  const values = dividers.map((divider) => {
    const list = childrenNamed(divider, 'value').map((value) => readNumber(textOf(value), value, 'value'));
    if (list.length === 0) refuse('xml-child-missing', divider, { element: divider.local, child: 'value' });
    return list.sort((a, b) => a - b);
  });
  const quadrants = childrenNamed(element, 'Quadrant');
  if (quadrants.length === 0) refuse('xml-child-missing', element, { element: element.local, child: 'Quadrant' });
  const cells = quadrants.map((quadrant) => {
    const row: (number | null)[] = ids.map(() => null);
    for (const position of childrenNamed(quadrant, 'position')) {
      const ref = requireAttribute(position, 'divider_ref');
      const divider = ids.indexOf(ref);
      if (divider < 0) refuse('gatingml-reference', position, { name: ref });
      const location = requireFinite(position, 'location');
      row[divider] = values[divider]!.filter((value) => value <= location).length;
    }
    return row;
  });
  return drawn(
    element,
    { kind: 'dividers', values, cells },
    quadrants.map((quadrant) => requireAttribute(quadrant, 'id')),
  );
}

function readBooleanGate(element: XmlElement): ReadShape {
  const operations = childrenNamed(element, 'and', 'or', 'not');
  const [operation] = operations;
  if (operation === undefined || operations.length > 1)
    return refuse('xml-value', element, { element: element.local, why: 'a boolean gate holds one of and, or, not' });
  const operands = childrenNamed(operation, 'gateReference').map(
    (reference): Operand => ({
      ref: requireAttribute(reference, 'ref'),
      complement: readBoolean(attributeOf(reference, 'use-as-complement')) !== (operation.local === 'not'),
      element: reference,
    }),
  );
  if (operands.length === 0) refuse('xml-child-missing', operation, { element: operation.local, child: 'gateReference' });
  if (operation.local === 'not' && operands.length > 1) refuse('xml-value', operation, { element: 'not', why: 'it is of one gate' });
  return { kind: 'boolean', operation: operation.local === 'or' ? 'or' : 'and', operands };
}
