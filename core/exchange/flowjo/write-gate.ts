import { type EllipseShape, ellipseAxes } from '../../gating/gates/curves.ts';
import type { Gate } from '../../gating/gates/gates.ts';
import { element, type XmlElement } from '../xml/tree.ts';
import { DISPLAY_CHANNELS } from './read-gate.ts';

/** A population's gate for FlowJo: coordinates linear, an ellipse's on the scale from 0 to 1. `parameters` as FlowJo calls them. */
export function writeFlowjoGate(gate: Gate, parameters: readonly string[], id: string): XmlElement | undefined {
  const dimensions = parameters.map((name) => element('data-type:fcs-dimension', { 'data-type:name': name }));
  const plain = () => dimensions.map((child) => element('gating:dimension', {}, [child]));
  const common = {
    eventsInside: 'outside' in gate && gate.outside ? 0 : 1,
    annoOffsetX: 0,
    annoOffsetY: 0,
    tint: '#000000',
    isTinted: 0,
    lineWeight: 'Normal',
    userDefined: 1,
  };
  switch (gate.kind) {
    case 'rectangle':
      return element(
        'gating:RectangleGate',
        { ...common, percentX: 0, percentY: 0, 'gating:id': id },
        gate.ranges.map(({ min, max }, i) => element('gating:dimension', { 'gating:min': min, 'gating:max': max }, [dimensions[i]!])),
      );
    case 'polygon':
      return element('gating:PolygonGate', { ...common, quadId: -1, gateResolution: DISPLAY_CHANNELS, 'gating:id': id }, [
        ...plain(),
        ...gate.vertices.map(pointElement),
      ]);
    case 'ellipsoid':
      return writeEllipse(gate, { ...common, 'gating:id': id }, plain());
    case 'curly-quadrant': {
      const [isRight, isAbove] = [gate.corner === 1 || gate.corner === 2, gate.corner === 0 || gate.corner === 1];
      return element('gating:CurlyQuad', { ...common, 'gating:id': id }, [
        element('gating:dimension', isRight ? { 'gating:min': gate.x } : { 'gating:max': gate.x }, [dimensions[0]!]),
        element('gating:dimension', isAbove ? { 'gating:min': gate.y } : { 'gating:max': gate.y }, [dimensions[1]!]),
      ]);
    }
    default:
      return undefined;
  }
}

type Pair = readonly [number, number];

const pointElement = (point: Pair): XmlElement =>
  element(
    'gating:vertex',
    {},
    point.map((value) => element('gating:coordinate', { 'data-type:value': value })),
  );

function writeEllipse(
  gate: EllipseShape,
  attributes: { readonly [name: string]: string | number },
  dimensions: readonly XmlElement[],
): XmlElement {
  const { centre, axes } = ellipseAxes(gate);
  const [long, short] = axes;
  const at = ([x, y]: Pair, share: number): Pair => [
    (centre[0] + share * x) * DISPLAY_CHANNELS,
    (centre[1] + share * y) * DISPLAY_CHANNELS,
  ];
  const half = Math.hypot(...long);
  const focal = half === 0 ? 0 : Math.sqrt(Math.max(0, half ** 2 - Math.hypot(...short) ** 2)) / half;
  return element('gating:EllipsoidGate', { ...attributes, 'gating:distance': 2 * half * DISPLAY_CHANNELS }, [
    ...dimensions,
    element('gating:foci', {}, [pointElement(at(long, -focal)), pointElement(at(long, focal))]),
    element('gating:edge', {}, [at(long, -1), at(long, 1), at(short, -1), at(short, 1)].map(pointElement)),
  ]);
}
