import type { Four } from '../../core/culture/log-ratio.ts';
import { radicalInverse } from '../../core/culture/profile-cloud.ts';
import { normalQuantile } from '../../core/statistics/normal.ts';

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
