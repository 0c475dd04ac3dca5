import { type Four, type Matrix3, partsOf } from '../../base/math/log-ratio.ts';
import { normalQuantile } from '../../base/math/normal.ts';
import { mapTuple } from '../../base/math/tuple.ts';
import { expectedComposition } from './expectation.ts';
import type { Profile } from './profile.ts';

/**
 * Lots as a profile expects them: percentages of the four parts, evenly spread over its distribution. For pictures: the same profile
 * gives the same cloud, without chance.
 */
export function cloudOf({ composition }: Profile, lots: number): readonly Four[] {
  if (composition === undefined) return [];
  const { mean, covariance } = expectedComposition(composition);
  const root = choleskyOf(covariance);
  return Array.from({ length: lots }, (_, i) => {
    const z = [2, 3, 5].map((base) => normalQuantile(0.02 + 0.96 * radicalInverse(i + 1, base)));
    return partsOf(mapTuple(mean, (value, row) => value + [0, 1, 2].reduce((sum, k) => sum + root[3 * row + k]! * z[k]!, 0)));
  });
}

/** Lower triangle whose square the matrix is. */
function choleskyOf(matrix: Matrix3): readonly number[] {
  const root = new Array<number>(9).fill(0);
  for (let row = 0; row < 3; row++)
    for (let column = 0; column <= row; column++) {
      let sum = matrix[3 * row + column]!;
      for (let k = 0; k < column; k++) sum -= root[3 * row + k]! * root[3 * column + k]!;
      root[3 * row + column] = row === column ? Math.sqrt(Math.max(0, sum)) : sum / root[4 * column]!;
    }
  return root;
}

/** Of the Halton sequence: digits of `index` mirrored at the point. */
export function radicalInverse(index: number, base: number): number {
  let [value, scale] = [0, 1 / base];
  for (let rest = index; rest > 0; rest = Math.floor(rest / base)) {
    value += (rest % base) * scale;
    scale /= base;
  }
  return value;
}
