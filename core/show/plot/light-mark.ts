import type { Light } from '../../gating/automatic/kind/step.ts';
import { area, type Drawing, line } from './drawing.ts';
import type { Point } from './frame.ts';

/** Dark enough to be told from white, and each with a shape of its own: a light never speaks by colour alone. */
export const lightColours: { readonly [L in Light]: string } = { green: '#0a7d5a', amber: '#b26a00', red: '#c0392b' };

/** Green is a disc, amber a triangle, red a square; `radius` is about half the height. */
export function lightMark(light: Light, x: number, y: number, radius: number): Drawing {
  return [
    area(
      outlines[light].map(([dx, dy]): Point => [x + dx * radius, y + dy * radius]),
      { fill: lightColours[light] },
    ),
  ];
}

const circle: readonly Point[] = Array.from({ length: 24 }, (_, i): Point => [Math.cos((i * Math.PI) / 12), Math.sin((i * Math.PI) / 12)]);
const outlines: { readonly [L in Light]: readonly Point[] } = {
  green: circle,
  amber: [
    [0, -1.15],
    [1.15, 0.9],
    [-1.15, 0.9],
  ],
  red: [
    [-0.95, -0.95],
    [0.95, -0.95],
    [0.95, 0.95],
    [-0.95, 0.95],
  ],
};

/** A tick for a rule that holds, a cross for one that does not. */
export function ruleMark(passed: boolean, x: number, y: number, radius: number): Drawing {
  const at = (points: readonly Point[]): readonly Point[] => points.map(([dx, dy]) => [x + dx * radius, y + dy * radius]);
  const style = { stroke: passed ? lightColours.green : lightColours.red, width: radius * 0.42 };
  if (passed)
    return [
      line(
        at([
          [-0.9, 0.05],
          [-0.25, 0.75],
          [0.95, -0.75],
        ]),
        style,
      ),
    ];
  return [
    line(
      at([
        [-0.75, -0.75],
        [0.75, 0.75],
      ]),
      style,
    ),
    line(
      at([
        [0.75, -0.75],
        [-0.75, 0.75],
      ]),
      style,
    ),
  ];
}
