import type { Line, Point } from '../kind/geometry.ts';
import type { EllipsoidGate } from './schema.ts';

const STEPS = 96;

/** The closed outline of an ellipsoid in its first two dimensions, all others at its centre. */
export function ellipseLine(gate: EllipsoidGate): Line {
  const { centre, axes } = ellipseAxes(gate);
  return Array.from({ length: STEPS + 1 }, (_, i): Point => {
    const [along, across] = [Math.cos((2 * Math.PI * i) / STEPS), Math.sin((2 * Math.PI * i) / STEPS)];
    return [centre[0] + along * axes[0][0] + across * axes[1][0], centre[1] + along * axes[0][1] + across * axes[1][1]];
  });
}

export type EllipseShape = Pick<EllipsoidGate, 'mean' | 'covariance' | 'distanceSquare'>;

/** Centre and half axes, the longer one first, of the ellipse in the first two dimensions. */
export function ellipseAxes({ mean, covariance, distanceSquare }: EllipseShape): {
  readonly centre: Point;
  readonly axes: readonly [Point, Point];
} {
  const [[xx, xy], [, yy]] = [covariance[0]!, covariance[1]!] as unknown as [[number, number], [number, number]];
  const middle = (xx + yy) / 2;
  const spread = Math.hypot((xx - yy) / 2, xy);
  const angle = spread === 0 ? 0 : Math.atan2(2 * xy, xx - yy) / 2;
  const halfOf = (variance: number): number => Math.sqrt(Math.max(0, variance) * distanceSquare);
  const [long, short] = [halfOf(middle + spread), halfOf(middle - spread)];
  const [cos, sin] = [Math.cos(angle), Math.sin(angle)];
  return {
    centre: [mean[0]!, mean[1]!],
    axes: [
      [long * cos, long * sin],
      [-short * sin, short * cos],
    ],
  };
}

/** The ellipse with these half axes, at right angles, as a gate. */
export function ellipseOf(centre: Point, half: number, otherHalf: number, direction: Point): EllipsoidGate {
  const length = Math.hypot(...direction);
  const [cos, sin] = length === 0 ? [1, 0] : [direction[0] / length, direction[1] / length];
  const [a, b] = [half * half, otherHalf * otherHalf];
  const mixed = (a - b) * cos * sin;
  return {
    kind: 'ellipsoid',
    mean: [...centre],
    covariance: [
      [a * cos * cos + b * sin * sin, mixed],
      [mixed, a * sin * sin + b * cos * cos],
    ],
    distanceSquare: 1,
  };
}
