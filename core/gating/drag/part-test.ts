import { inverseOf } from '../../base/math/quadratic-form.ts';
import { curlyPartOf } from '../gates/curly-quadrant/curly-quadrant.ts';
import type { EllipsoidGate } from '../gates/ellipsoid/ellipsoid.ts';
import type { Gate } from '../gates/gates.ts';
import type { PolygonGate } from '../gates/polygon/polygon.ts';
import { bandsOf, isInsideBands } from '../gates/polygon/polygon-bands.ts';
import { quadrantOf } from '../gates/quadrant/quadrant.ts';
import type { RectangleGate } from '../gates/rectangle/rectangle.ts';

/** Which population of a gate an event at (x, y) belongs to, from 1; 0 is none of them. Neither number is NaN. */
export type PartTest = (x: number, y: number) => number;

/** Kinds of gate that hands move in a plot, and whose populations share no event. */
export type DraggableGate = Extract<Gate, { kind: 'rectangle' | 'polygon' | 'ellipsoid' | 'quadrant' | 'curly-quadrant' }>;

/** Undefined where a gate is of another kind, or is not drawn in one or two dimensions. */
export function asDraggable(gate: Gate): DraggableGate | undefined {
  if (gate.kind === 'boolean' || gate.kind === 'dividers') return undefined;
  if (gate.kind === 'rectangle') return gate.ranges.length <= 2 ? gate : undefined;
  return gate.kind !== 'ellipsoid' || gate.mean.length === 2 ? gate : undefined;
}

/** The same arithmetic as the gate's own evaluation, event by event: what is moved in steps equals what is computed as a whole. */
export function partTest(gate: DraggableGate): PartTest {
  switch (gate.kind) {
    case 'rectangle':
      return rectangleTest(gate);
    case 'polygon':
      return polygonTest(gate);
    case 'ellipsoid':
      return ellipsoidTest(gate);
    case 'quadrant':
      return (x, y) => (quadrantOf(gate, x, y) ?? -1) + 1;
    case 'curly-quadrant': {
      const { corner } = gate;
      if (corner === undefined) return (x, y) => (curlyPartOf(gate, x, y) ?? -1) + 1;
      return (x, y) => (curlyPartOf(gate, x, y) === corner ? 1 : 0);
    }
  }
}

function rectangleTest({ ranges: [xs = {}, ys = {}], outside }: RectangleGate): PartTest {
  const isMeant = outside !== true;
  // nothing is at or above an absent maximum
  const { min: left = Number.NEGATIVE_INFINITY, max: right = Number.NaN } = xs;
  const { min: bottom = Number.NEGATIVE_INFINITY, max: top = Number.NaN } = ys;
  return (x, y) => ((x >= left && !(x >= right) && y >= bottom && !(y >= top)) === isMeant ? 1 : 0);
}

function polygonTest({ vertices, outside }: PolygonGate): PartTest {
  const isMeant = outside !== true;
  const [xs, ys] = [vertices.map(([x]) => x), vertices.map(([, y]) => y)];
  const [left, right, bottom, top] = [Math.min(...xs), Math.max(...xs), Math.min(...ys), Math.max(...ys)];
  const bands = bandsOf(vertices, bottom, top);
  return (x, y) => ((x >= left && x <= right && y >= bottom && y <= top && isInsideBands(bands, x, y)) === isMeant ? 1 : 0);
}

function ellipsoidTest({ mean, covariance, distanceSquare, outside }: EllipsoidGate): PartTest {
  const inverse = inverseOf(covariance);
  if (inverse === undefined) throw new Error('ellipsoid with a covariance matrix that its schema refuses');
  const [[xx, xy], [yx, yy]] = inverse as unknown as readonly [Pair, Pair];
  const [centreX, centreY] = mean as unknown as Pair;
  return (x, y) => {
    const [dx, dy] = [x - centreX, y - centreY];
    const distance = dx * (xx * dx + xy * dy) + dy * (yx * dx + yy * dy);
    return (outside ? distance > distanceSquare : distance <= distanceSquare) ? 1 : 0;
  };
}

type Pair = readonly [number, number];
