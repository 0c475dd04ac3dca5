import { inverseOf, quadraticForm } from '../../../core/base/math/quadratic-form.ts';
import { curlyPartOf } from '../../../core/gating/gates/curly-quadrant/curly-quadrant.ts';
import { ellipseAxes, ellipseOf } from '../../../core/gating/gates/curves.ts';
import { type Gate, mapCoordinates } from '../../../core/gating/gates/gates.ts';
import { isInside } from '../../../core/gating/gates/polygon/polygon.ts';
import { quadrantOf } from '../../../core/gating/gates/quadrant/quadrant.ts';
import type { Frame, Point } from '../../../core/show/plot/frame.ts';

/** Something of a gate that a hand can take hold of, on the display scales. */
export interface Handle {
  readonly id: string;
  readonly at: Point;
  readonly cursor: 'move' | 'ew-resize' | 'ns-resize' | 'nwse-resize' | 'nesw-resize';
}

type Ends = { readonly min: number; readonly max: number };

/** The handles of a gate as a plot shows it; an open end is held at the edge of the frame. */
export function handlesOf(gate: Gate, frame: Pick<Frame, 'x' | 'y'>): readonly Handle[] {
  if (gate.kind === 'rectangle') return rectangleHandles(endsOf(gate.ranges[0], frame.x), endsOf(gate.ranges[1], frame.y), gate.ranges);
  if (gate.kind === 'polygon') return gate.vertices.map((at, i): Handle => ({ id: `vertex-${i}`, at, cursor: 'move' }));
  if (gate.kind === 'quadrant') return quadrantHandles(gate.x, gate.y, frame);
  if (gate.kind === 'curly-quadrant') return [{ id: 'crossing', at: [gate.x, gate.y], cursor: 'move' }];
  return gate.kind === 'ellipsoid' && gate.mean.length === 2 ? ellipseHandles(gate) : [];
}

type Range = Extract<Gate, { kind: 'rectangle' }>['ranges'][number];

const endsOf = ({ min, max }: Range = {}, shown: Ends): Ends => ({ min: min ?? shown.min, max: max ?? shown.max });
const isOpen = ({ min, max }: Range = {}): boolean => min === undefined && max === undefined;

function rectangleHandles(x: Ends, y: Ends, [xs, ys]: readonly Range[]): readonly Handle[] {
  const [middle, centre] = [(x.min + x.max) / 2, (y.min + y.max) / 2];
  const sides: readonly (Handle | false)[] = [
    !isOpen(xs) && { id: 'x-min', at: [x.min, centre], cursor: 'ew-resize' },
    !isOpen(xs) && { id: 'x-max', at: [x.max, centre], cursor: 'ew-resize' },
    !isOpen(ys) && { id: 'y-min', at: [middle, y.min], cursor: 'ns-resize' },
    !isOpen(ys) && { id: 'y-max', at: [middle, y.max], cursor: 'ns-resize' },
    !isOpen(xs) && !isOpen(ys) && { id: 'x-min y-min', at: [x.min, y.min], cursor: 'nesw-resize' },
    !isOpen(xs) && !isOpen(ys) && { id: 'x-max y-min', at: [x.max, y.min], cursor: 'nwse-resize' },
    !isOpen(xs) && !isOpen(ys) && { id: 'x-min y-max', at: [x.min, y.max], cursor: 'nwse-resize' },
    !isOpen(xs) && !isOpen(ys) && { id: 'x-max y-max', at: [x.max, y.max], cursor: 'nesw-resize' },
  ];
  return sides.filter((handle) => handle !== false);
}

function quadrantHandles(x: number, [left, right]: readonly [number, number], frame: Pick<Frame, 'x' | 'y'>): readonly Handle[] {
  const crossing: Handle = { id: 'crossing', at: [x, (left + right) / 2], cursor: 'move' };
  return [
    crossing,
    { id: 'divider-left', at: [(frame.x.min + x) / 2, left], cursor: 'ns-resize' },
    { id: 'divider-right', at: [(frame.x.max + x) / 2, right], cursor: 'ns-resize' },
  ];
}

type Ellipse = Extract<Gate, { kind: 'ellipsoid' }>;

/** The four ends of its half axes. */
function ellipseHandles(gate: Ellipse): readonly Handle[] {
  const { centre, axes } = ellipseAxes(gate);
  return axes.flatMap(([dx, dy], axis): readonly Handle[] => [
    { id: `axis-${axis}-far`, at: [centre[0] + dx, centre[1] + dy], cursor: 'move' },
    { id: `axis-${axis}-near`, at: [centre[0] - dx, centre[1] - dy], cursor: 'move' },
  ]);
}

/** One half axis goes where it is held; the other keeps its length and stays at a right angle. */
function withAxis(gate: Ellipse, id: string, [x, y]: Point): Gate {
  const { centre, axes } = ellipseAxes(gate);
  const pull: Point = [x - centre[0], y - centre[1]];
  const [long, short] = [Math.hypot(...axes[0]), Math.hypot(...axes[1])];
  const held = Math.max(Math.hypot(...pull), 1e-4);
  const turned: Point = [pull[1], -pull[0]];
  const { kind: _kind, mean: _mean, covariance: _covariance, distanceSquare: _distance, ...rest } = gate;
  const moved = id.startsWith('axis-0') ? ellipseOf(centre, held, short, pull) : ellipseOf(centre, long, held, turned);
  return { ...moved, ...rest };
}

/** The gate with one handle held elsewhere. Ends that cross each other change their names. */
export function withHandle(gate: Gate, id: string, [x, y]: Point): Gate {
  if (gate.kind === 'polygon') {
    const moved = Number(id.replace('vertex-', ''));
    return { ...gate, vertices: gate.vertices.map((vertex, i) => (i === moved ? [x, y] : vertex)) };
  }
  if (gate.kind === 'quadrant') {
    const [left, right] = gate.y;
    if (id === 'crossing') return { ...gate, x, y: [left + y - (left + right) / 2, right + y - (left + right) / 2] };
    return { ...gate, y: id === 'divider-left' ? [y, right] : [left, y] };
  }
  if (gate.kind === 'curly-quadrant') return { ...gate, x, y };
  if (gate.kind === 'ellipsoid') return withAxis(gate, id, [x, y]);
  if (gate.kind !== 'rectangle') return gate;
  const ranges = gate.ranges.map((range, dimension) => {
    const name = dimension === 0 ? 'x' : 'y';
    const side = id.split(' ').find((part) => part.startsWith(name));
    return side === undefined ? range : inOrder({ ...range, [side.endsWith('min') ? 'min' : 'max']: dimension === 0 ? x : y });
  });
  return { ...gate, ranges };
}

const inOrder = ({ min, max }: Range): Range =>
  min !== undefined && max !== undefined && min > max
    ? { min: max, max: min }
    : { ...(min === undefined ? {} : { min }), ...(max === undefined ? {} : { max }) };

/** The whole gate moved; open ends stay open. */
export const movedGate = (gate: Gate, by: Point): Gate =>
  mapCoordinates(
    gate,
    by.map((step) => (at) => at + step),
  ) ?? gate;

/** Which population of a gate a point of the plot belongs to; undefined outside. */
export function partAt(gate: Gate, [x, y]: Point): number | undefined {
  if (gate.kind === 'quadrant') return quadrantOf(gate, x, y);
  if (gate.kind === 'polygon') return isInside(gate.vertices, x, y) ? 0 : undefined;
  if (gate.kind === 'curly-quadrant')
    return gate.corner === undefined ? curlyPartOf(gate, x, y) : curlyPartOf(gate, x, y) === gate.corner ? 0 : undefined;
  if (gate.kind === 'ellipsoid') return isInEllipse(gate, [x, y]) ? 0 : undefined;
  if (gate.kind !== 'rectangle') return undefined;
  const point = [x, y];
  const inside = gate.ranges.every(({ min = Number.NEGATIVE_INFINITY, max = Number.POSITIVE_INFINITY }, i) => {
    const value = point[i] ?? Number.NaN;
    return value >= min && value < max;
  });
  return inside ? 0 : undefined;
}

function isInEllipse({ mean, covariance, distanceSquare, outside }: Ellipse, [x, y]: Point): boolean {
  const inverse = inverseOf(covariance);
  const inside = inverse !== undefined && quadraticForm(inverse, [x - (mean[0] ?? 0), y - (mean[1] ?? 0)]) <= distanceSquare;
  return inside !== (outside === true);
}
