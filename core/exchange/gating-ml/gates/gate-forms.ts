import { type Gate, plainGates } from '../../../gating/gates/gates.ts';
import { attributeOf, childrenNamed, elementsOf, type XmlElement } from '../../xml/tree.ts';
import { refuse, requireAttribute } from '../../xml/values.ts';
import { booleanReader, writeBoolean } from './boolean.ts';
import { dividersReader, writeDividers } from './dividers.ts';
import { drawn } from './drawn.ts';
import { ellipsoidReader, writeEllipsoid } from './ellipsoid.ts';
import type { GateContext, GateReader, GateWriter, ReadGate, ReadShape } from './form.ts';
import { isInfo } from './info.ts';
import { writePieces } from './pieces.ts';
import { polygonReader, writePolygon } from './polygon.ts';
import { writeQuadrant } from './quadrant.ts';
import { rectangleReader, writeRectangle } from './rectangle.ts';

/** The kinds that the standard has an element for. Others are written in their pieces, and refused where they have none. */
const writers: { readonly [Kind in Gate['kind']]?: GateWriter<Extract<Gate, { kind: Kind }>> } = {
  rectangle: writeRectangle,
  polygon: writePolygon,
  ellipsoid: writeEllipsoid,
  dividers: writeDividers,
  quadrant: writeQuadrant,
  boolean: writeBoolean,
};

/** The gate elements of the standard. */
const readers: { readonly [local: string]: GateReader } = {
  RectangleGate: rectangleReader,
  PolygonGate: polygonReader,
  EllipsoidGate: ellipsoidReader,
  QuadrantGate: dividersReader,
  BooleanGate: booleanReader,
};

const writerOf = ({ kind }: Gate): GateWriter<Gate> | undefined => writers[kind] as GateWriter<Gate> | undefined;

export const canWrite = (gate: Gate): boolean => writerOf(gate) !== undefined || plainGates(gate) !== undefined;

/** Whether the element has a name of its own beside those of its populations, even where there is one. */
export const namesPopulations = (gate: Gate): boolean => writerOf(gate) === writeDividers;

export const writeGate = (gate: Gate, context: GateContext): readonly XmlElement[] => (writerOf(gate) ?? writePieces)(gate, context);

export const isGate = ({ local }: XmlElement): boolean => Object.hasOwn(readers, local);

/** FlowJo 10 writes its own attributes into the gates of its Gating-ML, without a namespace. */
const flowjoAttribute = (element: XmlElement, name: string): string | undefined =>
  element.attributes.find((attribute) => attribute.name === name)?.value;

export const isWrittenByFlowjo = (element: XmlElement): boolean =>
  ['eventsInside', 'gateResolution', 'userDefined'].some((name) => flowjoAttribute(element, name) !== undefined);

/** FlowJo says so where the events outside are meant. */
function sided(element: XmlElement, shape: ReadShape): ReadShape {
  if (flowjoAttribute(element, 'eventsInside') !== '0' || !('gate' in shape)) return shape;
  return drawn(element, { ...shape.gate, outside: true }, shape.populations);
}

export function readGate(element: XmlElement): ReadGate {
  const { read, dimension, children } = readers[element.local]!;
  const unknown = elementsOf(element).find((child) => !isInfo(child) && ![dimension, ...children].includes(child.local));
  if (unknown !== undefined) refuse('gatingml-element', unknown, { element: unknown.name });
  const id = requireAttribute(element, 'id');
  const dimensions = dimension === '' ? [] : childrenNamed(element, dimension);
  const parent = attributeOf(element, 'parent_id');
  return { id, parent: parent === '' ? undefined : parent, element, dimensions, shape: sided(element, read(element, id, dimensions)) };
}
