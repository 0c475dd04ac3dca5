import { ellipseLine, type Line } from '../gates/curves.ts';
import type { EllipsoidGate } from '../gates/ellipsoid/ellipsoid.ts';
import type { DraggableGate } from './part-test.ts';

/** Where the populations of a gate meet: off these lines and outside of `unsure` an event's neighbours are in its population. */
export interface Outline {
  /** Straight pieces; those with infinite ends are upright or level. */
  readonly lines: readonly Line[];
  /** How far the true outline may lie from the lines, in each dimension. */
  readonly margin: number;
  /** No line is known here: right of x and above y. */
  readonly unsure?: { readonly x: number; readonly y: number };
  /** Events without end, which are in the cells at the rim, are not in the population of their neighbours: their distance is no number. */
  readonly isRimUnsure?: true;
}

export function outlineOf(gate: DraggableGate): Outline {
  switch (gate.kind) {
    case 'rectangle': {
      const [xs = {}, ys = {}] = gate.ranges;
      return { lines: [...uprights([xs.min, xs.max]), ...levels([ys.min, ys.max])], margin: 0 };
    }
    case 'polygon':
      return { lines: [[...gate.vertices, gate.vertices[0]!]], margin: 0 };
    case 'ellipsoid':
      return ellipseOutline(gate);
    case 'quadrant':
      return { lines: [...uprights([gate.x]), ...levels(gate.y)], margin: 0 };
    case 'curly-quadrant':
      return { lines: [...uprights([gate.x]), ...levels([gate.y])], margin: 0, unsure: { x: gate.x, y: gate.y } };
  }
}

const ends = [Number.NEGATIVE_INFINITY, Number.POSITIVE_INFINITY] as const;
const known = (values: readonly (number | undefined)[]): readonly number[] => values.filter((value) => value !== undefined);
const uprights = (values: readonly (number | undefined)[]) => known(values).map((x): Line => ends.map((y) => [x, y] as const));
const levels = (values: readonly (number | undefined)[]) => known(values).map((y): Line => ends.map((x) => [x, y] as const));

/** The chords of the drawn ellipse lie within it by at most this part of its longer half axis: 1 - cos(pi / 96). */
const SAG = 5.4e-4;

/** What is no ellipse (any matrix with an inverse is taken) has no known lines. */
function ellipseOutline(gate: EllipsoidGate): Outline {
  const [[xx, xy], [yx, yy]] = gate.covariance as unknown as readonly [readonly [number, number], readonly [number, number]];
  const isEllipse = xy === yx && xx > 0 && yy > 0 && xy * xy < 0.999_999 * xx * yy;
  if (!isEllipse) return { lines: [], margin: 0, unsure: { x: ends[0], y: ends[0] } };
  return { lines: [ellipseLine(gate)], margin: SAG * Math.sqrt((xx + yy) * gate.distanceSquare), isRimUnsure: true };
}
