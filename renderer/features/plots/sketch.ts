import { type Gate, toolNamed } from '../../../core/gating/gates/gates.ts';
import type { GateTool } from '../../../core/gating/gates/kind/editing.ts';
import type { Frame, Point } from '../../../core/show/plot/frame.ts';
import type { ToolName } from '../../store/tools.ts';
import { toolsFor } from '../../store/tools.ts';
import { fromPage } from '../../ui/charts/tile-frame.ts';
import { thinnedPath } from './thinned-path.ts';

type ToolOf<Gesture extends GateTool<Gate>['gesture']> = Extract<GateTool<Gate>, { gesture: Gesture }>;

/** A gate in the midst of being drawn, in px of the plot: corner by corner, along a path, or from one place to another. */
export type Sketch =
  | { readonly tool: ToolOf<'corners' | 'freehand'>; readonly corners: readonly Point[]; readonly pointer: Point }
  | { readonly tool: ToolOf<'corners' | 'freehand'>; readonly path: readonly Point[] }
  | { readonly tool: ToolOf<'box' | 'oval' | 'line'>; readonly from: Point; readonly to: Point };

export type CornerSketch = Extract<Sketch, { corners: unknown }>;

export const hasCorners = (sketch: Sketch | undefined): sketch is CornerSketch => sketch !== undefined && 'corners' in sketch;

/** A press nearer than this to the first corner closes a polygon, px. */
const CLOSE = 9;
/** A drawing smaller than this is a slip of the hand, px. */
const LEAST = 4;
/** An end this near to the edge of the frame is open: what lies off scale belongs. */
const EDGE = 2;
/** The hand's path is followed to so many px. */
const STRAY = 1;

export const distance = ([ax, ay]: Point, [bx, by]: Point): number => Math.hypot(ax - bx, ay - by);

/** What a tool draws in a plot: on a histogram every one that draws in a plane draws a range along its axis. */
export function toolIn(name: ToolName, isHistogram: boolean): GateTool<Gate> | undefined {
  const tool = toolNamed(name);
  return isHistogram && tool !== undefined && !toolsFor(true).includes(name) ? toolNamed('range') : tool;
}

/** What a press with a tool begins. */
export function beginSketch(tool: ToolOf<'corners' | 'freehand' | 'box' | 'oval' | 'line'>, at: Point): Sketch {
  if (tool.gesture === 'box' || tool.gesture === 'oval' || tool.gesture === 'line') return { tool, from: at, to: at };
  return tool.gesture === 'corners' ? { tool, corners: [at], pointer: at } : { tool, path: [at] };
}

/** The same by keys, which follow no path: freehand goes from corner to corner. */
export const beginCorners: typeof beginSketch = (tool, at) =>
  tool.gesture === 'freehand' ? { tool, corners: [at], pointer: at } : beginSketch(tool, at);

/** The drawing as the hand goes on. */
export function drawnTo(sketch: Sketch, at: Point): Sketch {
  if ('corners' in sketch) return { ...sketch, pointer: at };
  if (!('path' in sketch)) return { ...sketch, to: at };
  return distance(sketch.path.at(-1) as Point, at) < STRAY ? sketch : { ...sketch, path: [...sketch.path, at] };
}

/** Whether a press ends the polygon. */
export const closes = ({ corners }: CornerSketch, at: Point): boolean => corners.length >= 3 && distance(corners[0] as Point, at) <= CLOSE;

/** The same by keys: at the first corner, or twice at the last. */
export const endsAt = (sketch: CornerSketch, at: Point): boolean => closes(sketch, at) || distance(sketch.corners.at(-1) as Point, at) < 1;

/** Without the last corner; a drawing that had but its beginning is gone. */
export const withoutLast = (sketch: Sketch): Sketch | undefined =>
  'corners' in sketch && sketch.corners.length > 1 ? { ...sketch, corners: sketch.corners.slice(0, -1) } : undefined;

/** The gate of a finished drawing in the plot's coordinates; undefined where it is too small to be meant. */
export function gateOfSketch(sketch: Sketch, frame: Frame): Gate | undefined {
  if ('corners' in sketch) {
    const corners = sketch.corners.filter((corner, i) => i === 0 || distance(corner, sketch.corners[i - 1] as Point) > 1);
    return corners.length < 3 ? undefined : sketch.tool.gateOf(corners.map((corner) => fromPage(frame, corner)));
  }
  if ('path' in sketch) {
    const corners = thinnedPath(sketch.path, STRAY);
    const isLarge = [0, 1].every(
      (i) => Math.max(...corners.map((at) => at[i] ?? 0)) - Math.min(...corners.map((at) => at[i] ?? 0)) >= LEAST,
    );
    return corners.length < 3 || !isLarge ? undefined : sketch.tool.gateOf(corners.map((corner) => fromPage(frame, corner)));
  }
  const { from, to, tool } = sketch;
  const { box } = frame;
  if (Math.abs(from[0] - to[0]) < LEAST || (tool.gesture !== 'line' && Math.abs(from[1] - to[1]) < LEAST)) return undefined;
  const [left, right] = [Math.min(from[0], to[0]), Math.max(from[0], to[0])];
  const [top, bottom] = [Math.min(from[1], to[1]), Math.max(from[1], to[1])];
  const [xMin, yMin] = fromPage(frame, [left, bottom]);
  const [xMax, yMax] = fromPage(frame, [right, top]);
  if (tool.gesture === 'oval') return tool.gateOf({ min: xMin, max: xMax }, { min: yMin, max: yMax });
  const x = { min: left > box.x + EDGE ? xMin : undefined, max: right < box.x + box.width - EDGE ? xMax : undefined };
  if (tool.gesture === 'line') return tool.gateOf(x);
  return tool.gateOf(x, { min: bottom < box.y + box.height - EDGE ? yMin : undefined, max: top > box.y + EDGE ? yMax : undefined });
}
