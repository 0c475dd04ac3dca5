import type { PolygonGate } from '../../../gating/gates/polygon/schema.ts';
import { childrenNamed, element, type XmlElement } from '../../xml/tree.ts';
import { refuseValue } from '../../xml/values.ts';
import { coordinatesOf, drawn } from './drawn.ts';
import {
  coordinateElements,
  type GateContext,
  type GateReader,
  type GateWriter,
  headOf,
  infoOf,
  plainDimensions,
  writeSided,
} from './form.ts';

export const writePolygon: GateWriter<PolygonGate> = (gate, context) => writeSided(gate, context, writeInside);

function writeInside({ vertices }: PolygonGate, context: GateContext): XmlElement {
  return element('gating:PolygonGate', headOf(context), [
    ...infoOf(context),
    ...plainDimensions(context),
    ...vertices.map((vertex) => element('gating:vertex', {}, coordinateElements(vertex))),
  ]);
}

export const polygonReader: GateReader = {
  dimension: 'dimension',
  children: ['vertex'],
  read(element, id, dimensions) {
    if (dimensions.length !== 2) refuseValue(element, { en: 'a polygon has two dimensions', ja: '多角形は2次元です' });
    const vertices = childrenNamed(element, 'vertex').map((vertex) => coordinatesOf(vertex, 2));
    if (vertices.length < 3) refuseValue(element, { en: 'a polygon has three vertices or more', ja: '多角形の頂点は3つ以上です' });
    return drawn(element, { kind: 'polygon', vertices }, [id]);
  },
};
