import { quantileInPlace } from '../../../base/math/median.ts';
import { seedPoisson } from '../../../base/math/poisson.ts';
import type { Grid } from '../../density/grid-2d.ts';
import type { PartEstimate } from '../kind/part-estimate.ts';

/**
 * Intervals by the bootstrap: the grid's counts are drawn anew, the gate placed anew, and the parts counted anew, `draws` times.
 * Slower than the delta method by the number of draws; what it needs does not grow with the events.
 * @param partsOf per cent of each part of a grid, with its gate placed on it
 */
export function bootstrapParts(
  grid: Grid,
  estimates: readonly PartEstimate[],
  partsOf: (grid: Grid) => readonly number[],
  { draws, seed }: { readonly draws: number; readonly seed: number },
): readonly PartEstimate[] {
  const poisson = seedPoisson(seed);
  const drawn = Array.from({ length: draws }, () => {
    const counts = grid.counts.map(poisson);
    return partsOf({ counts, total: counts.reduce((sum, n) => sum + n, 0) });
  });
  return estimates.map((estimate, part) => {
    const values = Float64Array.from(drawn, (parts) => parts[part]!);
    const tail = (1 - estimate.confidence) / 2;
    return { ...estimate, low: quantileInPlace(values.slice(), tail), high: quantileInPlace(values, 1 - tail) };
  });
}
