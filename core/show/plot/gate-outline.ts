import { curlyLines, ellipseLine, type Line } from '../../gating/gates/curves.ts';
import type { Gate } from '../../gating/gates/gates.ts';
import type { PathCommand } from './drawing.ts';
import { type Frame, type Point, toPage } from './frame.ts';

/**
 * The lines of a gate on the page, clipped to the frame: an edge beyond the frame is not drawn, since the gate is open there.
 * The gate's first two dimensions are x and y. A combination of populations has no outline.
 */
export function gateOutline(gate: Gate, frame: Frame): readonly PathCommand[] {
  return linesOf(gate, frame).flatMap((points) =>
    clippedLine(
      points.map((point) => toPage(frame, point)),
      frame,
    ),
  );
}

/** The corners of a gate's outline on the display scales, each line by itself; open sides lie beyond the frame. */
function linesOf(gate: Gate, { x, y }: Frame): readonly Line[] {
  const [left, right] = beyond(x);
  const [bottom, top] = beyond(y);
  switch (gate.kind) {
    case 'rectangle': {
      const [xs = {}, ys = {}] = gate.ranges;
      const [x0, x1, y0, y1] = [xs.min ?? left, xs.max ?? right, ys.min ?? bottom, ys.max ?? top];
      return [
        [
          [x0, y0],
          [x1, y0],
          [x1, y1],
          [x0, y1],
          [x0, y0],
        ],
      ];
    }
    case 'polygon':
      return [[...gate.vertices, gate.vertices[0]!]];
    case 'quadrant': {
      const [yLeft, yRight] = gate.y;
      return [
        [
          [gate.x, bottom],
          [gate.x, top],
        ],
        [
          [left, yLeft],
          [gate.x, yLeft],
        ],
        [
          [gate.x, yRight],
          [right, yRight],
        ],
      ];
    }
    case 'ellipsoid':
      return [ellipseLine(gate)];
    case 'dividers': {
      const [xs = [], ys = []] = gate.values;
      return [
        ...xs.map(
          (value): Line => [
            [value, bottom],
            [value, top],
          ],
        ),
        ...ys.map(
          (value): Line => [
            [left, value],
            [right, value],
          ],
        ),
      ];
    }
    case 'curly-quadrant':
      return curlyLines(gate, [left, right], [bottom, top]);
    case 'boolean':
      return [];
  }
}

const beyond = ({ min, max }: { readonly min: number; readonly max: number }): Point => [min - (max - min), max + (max - min)];

function clippedLine(points: readonly Point[], frame: Frame): readonly PathCommand[] {
  const commands: PathCommand[] = [];
  let end: Point | undefined;
  for (let i = 1; i < points.length; i++) {
    const segment = clippedSegment(points[i - 1]!, points[i]!, frame);
    if (!segment) continue;
    const [from, to] = segment;
    if (end?.[0] !== from[0] || end[1] !== from[1]) commands.push(['move', ...from]);
    commands.push(['line', ...to]);
    end = to;
  }
  return commands;
}

/** Liang and Barsky: the part of a segment inside the frame. A line on the very edge is outside: the frame itself is drawn there. */
function clippedSegment([x0, y0]: Point, [x1, y1]: Point, { box }: Frame): readonly [Point, Point] | undefined {
  const [dx, dy] = [x1 - x0, y1 - y0];
  let [enter, leave] = [0, 1];
  const sides = [
    [-dx, x0 - box.x],
    [dx, box.x + box.width - x0],
    [-dy, y0 - box.y],
    [dy, box.y + box.height - y0],
  ] as const;
  for (const [direction, room] of sides) {
    if (direction === 0) {
      if (room <= 0) return undefined;
    } else if (direction < 0) enter = Math.max(enter, room / direction);
    else leave = Math.min(leave, room / direction);
  }
  if (enter >= leave) return undefined;
  const at = (t: number): Point => (t === 0 ? [x0, y0] : t === 1 ? [x1, y1] : [x0 + t * dx, y0 + t * dy]);
  return [at(enter), at(leave)];
}
