import { ellipseOf } from '../../../core/gating/gates/curves.ts';
import type { Gate } from '../../../core/gating/gates/gates.ts';
import type { Frame, Point } from '../../../core/show/plot/frame.ts';
import type { ToolName } from '../../store/tools.ts';
import { fromPage } from '../../ui/charts/tile-frame.ts';

/** A gate in the midst of being drawn, in px of the plot. */
export type Sketch =
  | { readonly kind: 'box' | 'ellipse' | 'range'; readonly from: Point; readonly to: Point }
  | { readonly kind: 'polygon'; readonly corners: readonly Point[]; readonly pointer: Point };

/** A press nearer than this to the first corner closes a polygon, px. */
const CLOSE = 9;
/** A drawing smaller than this is a slip of the hand, px. */
const LEAST = 4;
/** An end this near to the edge of the frame is open: what lies off scale belongs. */
const EDGE = 2;

export const distance = ([ax, ay]: Point, [bx, by]: Point): number => Math.hypot(ax - bx, ay - by);

/** What a press with a tool begins; a quadrant is done with it. */
export function beginSketch(tool: ToolName, at: Point, isHistogram: boolean): Sketch | undefined {
  if (tool === 'polygon' && !isHistogram) return { kind: 'polygon', corners: [at], pointer: at };
  if (tool === 'range' || (isHistogram && tool !== 'select')) return { kind: 'range', from: at, to: at };
  if (tool === 'ellipse') return { kind: 'ellipse', from: at, to: at };
  return tool === 'rectangle' ? { kind: 'box', from: at, to: at } : undefined;
}

/** Whether a press ends the polygon. */
export const closes = (sketch: Sketch, at: Point): boolean =>
  sketch.kind === 'polygon' && sketch.corners.length >= 3 && distance(sketch.corners[0] as Point, at) <= CLOSE;

/** The gate of a finished drawing in the plot's coordinates; undefined where it is too small to be meant. */
export function gateOfSketch(sketch: Sketch, frame: Frame): Gate | undefined {
  if (sketch.kind === 'polygon') {
    const corners = sketch.corners.filter((corner, i) => i === 0 || distance(corner, sketch.corners[i - 1] as Point) > 1);
    if (corners.length < 3) return undefined;
    return { kind: 'polygon', vertices: corners.map((corner) => [...fromPage(frame, corner)] as [number, number]) };
  }
  const { from, to, kind } = sketch;
  const { box } = frame;
  if (Math.abs(from[0] - to[0]) < LEAST || (kind !== 'range' && Math.abs(from[1] - to[1]) < LEAST)) return undefined;
  const [left, right] = [Math.min(from[0], to[0]), Math.max(from[0], to[0])];
  const [top, bottom] = [Math.min(from[1], to[1]), Math.max(from[1], to[1])];
  const [xMin, yMin] = fromPage(frame, [left, bottom]);
  const [xMax, yMax] = fromPage(frame, [right, top]);
  if (kind === 'ellipse') return ellipseOf([(xMin + xMax) / 2, (yMin + yMax) / 2], (xMax - xMin) / 2, (yMax - yMin) / 2, [1, 0]);
  const x = range(left > box.x + EDGE ? xMin : undefined, right < box.x + box.width - EDGE ? xMax : undefined);
  if (kind === 'range') return { kind: 'rectangle', ranges: [x] };
  const y = range(bottom < box.y + box.height - EDGE ? yMin : undefined, top > box.y + EDGE ? yMax : undefined);
  return { kind: 'rectangle', ranges: [x, y] };
}

const range = (min: number | undefined, max: number | undefined): { min?: number; max?: number } => ({
  ...(min === undefined ? {} : { min }),
  ...(max === undefined ? {} : { max }),
});
