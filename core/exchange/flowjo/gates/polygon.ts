import { type PolygonGate, polygonGate } from '../../../gating/gates/polygon/schema.ts';
import { childrenNamed, element } from '../../xml/tree.ts';
import { DISPLAY_CHANNELS, type GateForm, type GateReader, plainDimensions, pointElement, pointsOf } from './form.ts';

export const polygonForm: GateForm<PolygonGate> = {
  write: ({ vertices }, parts) =>
    element('gating:PolygonGate', { ...parts.common, quadId: -1, gateResolution: DISPLAY_CHANNELS, 'gating:id': parts.id }, [
      ...plainDimensions(parts),
      ...vertices.map(pointElement),
    ]),
};

export const polygonReader: GateReader<PolygonGate> = {
  drawing: 'vertices',
  hasOutside: true,
  read(gate) {
    const vertices = pointsOf(gate);
    if (childrenNamed(gate, 'dimension').length !== 2 || vertices.length < 3) return undefined;
    return polygonGate(vertices);
  },
};
