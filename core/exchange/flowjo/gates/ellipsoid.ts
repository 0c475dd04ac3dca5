import { ellipseAxes, ellipseOf } from '../../../gating/gates/ellipsoid/ellipse.ts';
import type { EllipsoidGate } from '../../../gating/gates/ellipsoid/schema.ts';
import type { Point } from '../../../gating/gates/kind/geometry.ts';
import { childNamed, childrenNamed, element, type XmlElement } from '../../xml/tree.ts';
import { DISPLAY_CHANNELS, type GateForm, type GateParts, type GateReader, plainDimensions, pointElement, pointsOf } from './form.ts';

export const ellipsoidForm: GateForm<EllipsoidGate> = { isOnScale: true, write: writeEllipse };

export const ellipsoidReader: GateReader<EllipsoidGate> = { drawing: 'positions', hasOutside: true, read: readEllipse };

function writeEllipse(gate: EllipsoidGate, parts: GateParts): XmlElement {
  const { centre, axes } = ellipseAxes(gate);
  const [long, short] = axes;
  const at = ([x, y]: Point, share: number): Point => [
    (centre[0] + share * x) * DISPLAY_CHANNELS,
    (centre[1] + share * y) * DISPLAY_CHANNELS,
  ];
  const half = Math.hypot(...long);
  const focal = half === 0 ? 0 : Math.sqrt(Math.max(0, half ** 2 - Math.hypot(...short) ** 2)) / half;
  return element('gating:EllipsoidGate', { ...parts.common, 'gating:id': parts.id, 'gating:distance': 2 * half * DISPLAY_CHANNELS }, [
    ...plainDimensions(parts),
    element('gating:foci', {}, [pointElement(at(long, -focal)), pointElement(at(long, focal))]),
    element('gating:edge', {}, [at(long, -1), at(long, 1), at(short, -1), at(short, 1)].map(pointElement)),
  ]);
}

/**
 * Two foci and the ends of both axes, in channels of the display. The ends of the shorter axis are rounded to whole channels, so that its
 * length follows from the foci.
 */
function readEllipse(element: XmlElement): EllipsoidGate | undefined {
  const foci = pointsOf(childNamed(element, 'foci'));
  const ends = pointsOf(childNamed(element, 'edge'));
  if (childrenNamed(element, 'dimension').length !== 2 || ends.length !== 4 || (foci.length !== 2 && foci.length !== 0)) return undefined;
  const axes = [axisBetween(ends[0]!, ends[1]!), axisBetween(ends[2]!, ends[3]!)].sort((a, b) => b.half - a.half);
  const [long, short] = [axes[0]!, axes[1]!];
  const focal = foci.length === 2 ? axisBetween(foci[0]!, foci[1]!) : undefined;
  const centre = focal?.centre ?? long.centre;
  const across = focal === undefined || focal.half >= long.half ? short.half : Math.sqrt(long.half ** 2 - focal.half ** 2);
  if (!(long.half > 0 && across > 0)) return undefined;
  const direction = focal !== undefined && focal.half > long.half * 1e-6 ? focal.direction : long.direction;
  return ellipseOf(
    [centre[0] / DISPLAY_CHANNELS, centre[1] / DISPLAY_CHANNELS],
    long.half / DISPLAY_CHANNELS,
    across / DISPLAY_CHANNELS,
    direction,
  );
}

const axisBetween = (a: Point, b: Point) => ({
  centre: [(a[0] + b[0]) / 2, (a[1] + b[1]) / 2] as Point,
  direction: [b[0] - a[0], b[1] - a[1]] as Point,
  half: Math.hypot(b[0] - a[0], b[1] - a[1]) / 2,
});
