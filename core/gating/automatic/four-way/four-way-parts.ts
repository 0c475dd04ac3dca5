import type { Grid } from '../../density/grid-2d.ts';
import { GRID, gridPosition } from '../../density/grid-2d.ts';
import { rounded } from '../../density/sensitivity.ts';
import { quadrantOf } from '../../gates/quadrant/quadrant-of.ts';
import { estimatePart, type PartEstimate } from '../kind/part-estimate.ts';
import type { Divider } from './four-way-cuts.ts';
import type { JudgedDivider } from './four-way-divider.ts';

export interface FourWayDividers {
  readonly x: Divider;
  readonly left: Divider;
  readonly right: Divider;
}

/** Which side of the x divider and of its y divider a part is on, in the order of a quadrant's populations. */
const corners = [
  [-1, 1],
  [1, 1],
  [1, -1],
  [-1, -1],
] as const;
/** A divider's own standard deviation on the display scale, as a share of a small move. */
const OWN_MOVE = 0.4;

/** Events of each part. */
export function countParts(grid: Grid, { x, left, right }: FourWayDividers): readonly number[] {
  const counts = [0, 0, 0, 0];
  const cross = { x: x.position, y: [left.position, right.position] } as const;
  for (let row = 0; row < GRID; row++)
    for (let column = 0; column < GRID; column++) {
      const n = grid.counts[row * GRID + column]!;
      if (n > 0) counts[quadrantOf(cross, gridPosition(column), gridPosition(row)) ?? 3]! += n;
    }
  return counts;
}

/** Each part with its interval, from how far its dividers may be off. */
export function estimateParts(grid: Grid, dividers: FourWayDividers, judged: readonly JudgedDivider[]): readonly PartEstimate[] {
  const counts = countParts(grid, dividers);
  return corners.map(([sideX, sideY], part) => {
    const [first, second] = [judged[0]!, judged[sideX < 0 ? 1 : 2]!];
    // an error across x goes to one of the two parts of that side, by their share of it
    const besides = sideY > 0 ? (sideX < 0 ? 3 : 2) : sideX < 0 ? 0 : 1;
    const share = counts[part]! / Math.max(1, counts[part]! + counts[besides]!);
    const moved = Math.hypot(first.moved * share, second.moved) * OWN_MOVE;
    const of = ({ wrong }: JudgedDivider, side: -1 | 1) =>
      (side > 0 ? [wrong.above, wrong.below] : [wrong.below, wrong.above]) as [number, number];
    const [[fpX, fnX], [fpY, fnY]] = [of(first, sideX), of(second, sideY)];
    return estimatePart(counts[part]!, grid.total, moved, rounded(fpX * share + fpY), rounded(fnX * share + fnY));
  });
}
