import type { Scale } from '../../data/transforms/kind/transform.ts';
import type { Line, Point } from '../../gating/gates/kind/geometry.ts';
import { type PolygonGate, polygonGate } from '../../gating/gates/polygon/schema.ts';
import { DISPLAY_CHANNELS } from './gates/form.ts';

/** How far a traced edge may lie from the true one on FlowJo's axes, in channels of 256. */
const TRACE_ERROR = 0.02;
const FINEST = 10;

/** One dimension: the scale that a gate is straight on, and the one that FlowJo shows. */
export interface TracedAxis {
  readonly own: Scale;
  readonly shown: Scale;
}

/**
 * A closed outline that is straight on its own scales as a polygon of linear values, whose edges, straight on the shown scales, lie within
 * `TRACE_ERROR` of it.
 */
export function tracedPolygon(outline: Line, [x, y]: readonly [TracedAxis, TracedAxis]): PolygonGate {
  const linear = ([px, py]: Point): Point => [x.own.unscale(px), y.own.unscale(py)];
  const shown = (point: Point): Point => {
    const [px, py] = linear(point);
    return [onAxis(x.shown.scale(px)), onAxis(y.shown.scale(py))];
  };
  function between(from: Point, to: Point, level: number): readonly Point[] {
    const [start, end] = [shown(from), shown(to)];
    const isNear = [0.25, 0.5, 0.75].every((share) => distance(shown(at(from, to, share)), start, end) <= TRACE_ERROR / 2);
    if (level >= FINEST || (level > 0 && isNear)) return [];
    const middle = at(from, to, 0.5);
    return [...between(from, middle, level + 1), middle, ...between(middle, to, level + 1)];
  }
  const corners = outline.flatMap((from, i) => [from, ...between(from, outline[(i + 1) % outline.length]!, 0)]);
  return polygonGate(corners.map(linear));
}

/** Beyond its ends an axis has no place of its own: events there lie in its first or last channel. */
const BEYOND = 8;
const onAxis = (position: number): number => Math.max(-BEYOND, Math.min(DISPLAY_CHANNELS + BEYOND, DISPLAY_CHANNELS * position));

const at = ([x0, y0]: Point, [x1, y1]: Point, share: number): Point => [x0 + share * (x1 - x0), y0 + share * (y1 - y0)];

/** Of a point from a straight piece; 0 where a scale has no place for it. */
function distance([px, py]: Point, [x0, y0]: Point, [x1, y1]: Point): number {
  const [dx, dy] = [x1 - x0, y1 - y0];
  const length = Math.hypot(dx, dy);
  const off = length === 0 ? Math.hypot(px - x0, py - y0) : Math.abs(dx * (py - y0) - dy * (px - x0)) / length;
  return Number.isFinite(off) ? off : 0;
}
