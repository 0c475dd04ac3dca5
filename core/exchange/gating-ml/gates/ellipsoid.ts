import type { EllipsoidGate } from '../../../gating/gates/ellipsoid/schema.ts';
import { childrenNamed, element, type XmlElement } from '../../xml/tree.ts';
import { refuseValue, requireChild, requireFinite } from '../../xml/values.ts';
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

export const writeEllipsoid: GateWriter<EllipsoidGate> = (gate, context) => writeSided(gate, context, writeInside);

function writeInside({ mean, covariance, distanceSquare }: EllipsoidGate, context: GateContext): XmlElement {
  const entries = (row: readonly number[]) => row.map((value) => element('gating:entry', { 'data-type:value': value }));
  return element('gating:EllipsoidGate', headOf(context), [
    ...infoOf(context),
    ...plainDimensions(context),
    element('gating:mean', {}, coordinateElements(mean)),
    element(
      'gating:covarianceMatrix',
      {},
      covariance.map((row) => element('gating:row', {}, entries(row))),
    ),
    element('gating:distanceSquare', { 'data-type:value': distanceSquare }),
  ]);
}

export const ellipsoidReader: GateReader = {
  dimension: 'dimension',
  children: ['mean', 'covarianceMatrix', 'distanceSquare'],
  read(element, id, dimensions) {
    if (dimensions.length < 2) refuseValue(element, { en: 'an ellipsoid has two dimensions or more', ja: '楕円体は2次元以上です' });
    const mean = coordinatesOf(requireChild(element, 'mean'), dimensions.length);
    const covariance = childrenNamed(requireChild(element, 'covarianceMatrix'), 'row').map((row) =>
      childrenNamed(row, 'entry').map((entry) => requireFinite(entry, 'value')),
    );
    const distanceSquare = requireFinite(requireChild(element, 'distanceSquare'), 'value');
    return drawn(element, { kind: 'ellipsoid', mean, covariance, distanceSquare }, [id]);
  },
};
