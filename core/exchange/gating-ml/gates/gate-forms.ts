import { type Gate, plainGates } from '../../../gating/gates/gates.ts';
import { attributeOf, childrenNamed, elementsOf, type XmlElement } from '../../xml/tree.ts';
import { refuse, requireAttribute } from '../../xml/values.ts';
import { booleanReader, writeBoolean } from './boolean.ts';
import { dividersReader, writeDividers } from './dividers.ts';
import { ellipsoidReader, writeEllipsoid } from './ellipsoid.ts';
import type { GateContext, GateReader, GateWriter, ReadGate } from './form.ts';
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

export function readGate(element: XmlElement): ReadGate {
  const { read, dimension, children } = readers[element.local]!;
  const unknown = elementsOf(element).find(({ local }) => ![dimension, 'custom_info', ...children].includes(local));
  if (unknown !== undefined) refuse('gatingml-element', unknown, { element: unknown.name });
  const id = requireAttribute(element, 'id');
  const dimensions = dimension === '' ? [] : childrenNamed(element, dimension);
  const parent = attributeOf(element, 'parent_id');
  return { id, parent: parent === '' ? undefined : parent, element, dimensions, shape: read(element, id, dimensions) };
}
