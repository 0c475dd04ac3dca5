import type { Four } from '../../base/math/log-ratio.ts';
import { normalQuantile } from '../../base/math/normal.ts';
import { radicalInverse } from '../../biology/profiles/profile-cloud.ts';
import { roleColours } from './colour.ts';
import { area, type Drawing, line, type Shape } from './drawing.ts';
import type { Theme } from './theme.ts';

/** Where the four parts lie on CD3 (x) against CD56 (y), and how widely, as shares of the picture's side from its lower left. */
const clusters = [
  { x: 0.24, y: 0.74, sx: 0.06, sy: 0.075 },
  { x: 0.75, y: 0.7, sx: 0.06, sy: 0.08 },
  { x: 0.77, y: 0.24, sx: 0.055, sy: 0.06 },
  { x: 0.22, y: 0.22, sx: 0.06, sy: 0.06 },
] as const;

/** Dots of a picture of so many cells, divided by the percentages: NK, NKT-like, T, double negative. */
export function dotsOf(percents: Four, cells: number): readonly { readonly x: number; readonly y: number; readonly part: number }[] {
  return clusters.flatMap(({ x, y, sx, sy }, part) =>
    Array.from({ length: Math.round((percents[part]! / 100) * cells) }, (_, i) => ({
      x: x + sx * normalQuantile(0.01 + 0.98 * radicalInverse(i + 1, 2)),
      y: y + sy * normalQuantile(0.01 + 0.98 * radicalInverse(i + 1, 3)),
      part,
    })),
  );
}

/** Dots of a picture that is drawn from percentages. */
const dots = 420;
const colours = [roleColours.nk, roleColours['nkt-like'], roleColours.t, roleColours['double-negative']] as const;

/** Where the parts would lie: without a scale, since nothing was measured. */
export function drawExpected(percents: Four, side: number, theme: Theme): Drawing {
  const half = side * 0.0065;
  const placed = dotsOf(percents, dots);
  const cross = { stroke: theme.hairline, width: side * 0.006 };
  return [
    ...colours.map((fill, part): Shape => {
      const own = placed.filter((dot) => dot.part === part);
      const commands = own.flatMap(({ x, y }) => {
        const [cx, cy] = [x * side, (1 - y) * side];
        return area(
          [
            [cx - half, cy],
            [cx, cy - half],
            [cx + half, cy],
            [cx, cy + half],
          ],
          {},
        ).commands;
      });
      return { kind: 'path', commands, fill, opacity: 0.75 };
    }),
    line(
      [
        [side * 0.49, 0],
        [side * 0.49, side],
      ],
      cross,
    ),
    line(
      [
        [0, side * 0.52],
        [side, side * 0.52],
      ],
      cross,
    ),
  ];
}
