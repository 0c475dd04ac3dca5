import { type Gate, kindOf } from '../../gating/gates/gates.ts';
import type { Ends, Line } from '../../gating/gates/kind/geometry.ts';
import type { PlotGate } from '../../statistics/histograms/plot-data.ts';
import type { Drawing, PathCommand } from './drawing.ts';
import { type Frame, type Point, toPage } from './frame.ts';
import type { Theme } from './theme.ts';

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

/**
 * The lines of gates, each in a halo of the ground: they are read on any density. One in a colour of its own, which may be as light as the ground,
 * has edges of the usual line.
 */
export function drawOutlines(gates: readonly Pick<PlotGate, 'gate' | 'colour' | 'isForeign'>[], frame: Frame, theme: Theme): Drawing {
  return gates.flatMap(({ gate, colour, isForeign }): Drawing => {
    const commands = gateOutline(gate, frame);
    const dash = isForeign ? { dash: [4, 3] } : {};
    const line = (stroke: string, width: number): Drawing[number] => ({ kind: 'path', commands, stroke, width, ...dash });
    if (colour === undefined) return [line(theme.background, 2.7), line(theme.gate, 0.9)];
    return [line(theme.background, 4), line(theme.gate, 2.4), line(colour, 1.2)];
  });
}

/** Open sides lie beyond the frame. */
const linesOf = (gate: Gate, { x, y }: Frame): readonly Line[] => kindOf(gate).lines(gate, { x: beyond(x), y: beyond(y) });

const beyond = ({ min, max }: Ends): Ends => ({ min: min - (max - min), max: max + (max - min) });

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
