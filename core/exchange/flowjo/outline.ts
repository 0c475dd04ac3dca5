import { ellipseAxes } from '../../gating/gates/ellipsoid/ellipse.ts';
import { type Gate, kindOf } from '../../gating/gates/gates.ts';
import type { Line, Point } from '../../gating/gates/kind/geometry.ts';

/** Chords of an ellipse so many that they lie within a hundredth of a channel of it. */
const CHORDS = 512;
/** Far beyond the axes, where the arms of a bent cross end. */
const FAR = { min: -0.5, max: 1.5 };

/** The closed outline of one population of a gate, by its own coordinates; undefined for a kind that has none. */
export function outlineOf(gate: Gate): Line | undefined {
  if (gate.kind === 'polygon') return gate.vertices;
  if (gate.kind === 'ellipsoid') {
    if (gate.mean.length !== 2) return undefined;
    const { centre, axes } = ellipseAxes(gate);
    return Array.from({ length: CHORDS }, (_, i): Point => {
      const [along, across] = [Math.cos((2 * Math.PI * i) / CHORDS), Math.sin((2 * Math.PI * i) / CHORDS)];
      return [centre[0] + along * axes[0][0] + across * axes[1][0], centre[1] + along * axes[0][1] + across * axes[1][1]];
    });
  }
  if (gate.kind !== 'curly-quadrant' || gate.corner === undefined) return undefined;
  const [left, down, right, up] = kindOf(gate).lines(gate, { x: FAR, y: FAR }) as readonly [Line, Line, Line, Line];
  const corner = (x: number, y: number): Line => [[x, y]];
  const outward = (arm: Line): Line => [...arm].reverse();
  const rims: readonly Line[] = [
    [...left, ...up, ...corner(FAR.min, up.at(-1)![1])],
    [...right, ...corner(right.at(-1)![0], up.at(-1)![1]), ...outward(up)],
    [...down, ...right, ...corner(right.at(-1)![0], FAR.min)],
    [...left, ...outward(down), ...corner(FAR.min, FAR.min)],
  ];
  return rims[gate.corner];
}
