import { type Gate, hasSlantedPieces as isInSlantedPieces, plainGates } from '../../../gating/gates/gates.ts';
import { element, type XmlElement } from '../../xml/tree.ts';
import { curlyQuadrantForm, curlyQuadrantReader } from './curly-quadrant.ts';
import { ellipsoidForm, ellipsoidReader } from './ellipsoid.ts';
import type { GateForm, GateReader } from './form.ts';
import { polygonForm, polygonReader } from './polygon.ts';
import { rectangleForm, rectangleReader } from './rectangle.ts';

/** The kinds that FlowJo has. Others are written in their pieces, and refused where they have none. */
const forms: { readonly [Kind in Gate['kind']]?: GateForm<Extract<Gate, { kind: Kind }>> } = {
  rectangle: rectangleForm,
  polygon: polygonForm,
  ellipsoid: ellipsoidForm,
  'curly-quadrant': curlyQuadrantForm,
};

const readers: { readonly [local: string]: GateReader } = {
  RectangleGate: rectangleReader,
  PolygonGate: polygonReader,
  EllipsoidGate: ellipsoidReader,
  CurlyQuad: curlyQuadrantReader,
  CurlyQuadGate: curlyQuadrantReader,
};

export const readerOf = (local: string): GateReader | undefined => readers[local];

const formOf = ({ kind }: Gate): GateForm<Gate> | undefined => forms[kind] as GateForm<Gate> | undefined;

/** The gate in pieces that FlowJo knows, one for each population; undefined where there are none such. */
export const piecesOf = (gate: Gate): readonly Gate[] | undefined => {
  const form = formOf(gate);
  return form === undefined ? plainGates(gate) : (form.split?.(gate) ?? [gate]);
};

/** Whether those are polygons without end. */
export const hasSlantedPieces = (gate: Gate): boolean => formOf(gate) === undefined && isInSlantedPieces(gate);

/** Whether FlowJo stores it on its scale, not in linear values. */
export const isStoredOnScale = (gate: Gate): boolean => formOf(gate)?.isOnScale === true;

/** A population's gate for FlowJo: coordinates linear, an ellipse's on the scale from 0 to 1. `parameters` as FlowJo calls them. */
export function writeFlowjoGate(gate: Gate, parameters: readonly string[], id: string): XmlElement | undefined {
  const common = {
    eventsInside: 'outside' in gate && gate.outside ? 0 : 1,
    annoOffsetX: 0,
    annoOffsetY: 0,
    tint: '#000000',
    isTinted: 0,
    lineWeight: 'Normal',
    userDefined: 1,
  };
  const dimensions = parameters.map((name) => element('data-type:fcs-dimension', { 'data-type:name': name }));
  return formOf(gate)?.write(gate, { common, id, dimensions });
}
