import { medianInPlace, quantileInPlace } from '../../base/math/median.ts';
import { byRole, type GatingCheck, note, rounded, valuesOf } from './gating-check.ts';

/** Per cent of the light of one dye that is left in the other's channel, beyond which compensation is wrong. */
const MOST = 1;
const FEWEST = 200;

/** GatingCheckName: CD3's dye left in CD56's channel moves T cells over the cut. Within T cells the slope of CD56 on CD3 should be 0. */
export const spilloverResidual: GatingCheck = (input) => {
  const t = byRole(input, 't');
  if (!t || t.count < FEWEST) return [];
  const [cd3, cd56] = [input.linear('CD3'), input.linear('CD56')];
  if (!cd3 || !cd56) return [];
  const slope = 100 * residualSlope(valuesOf(cd3, t), valuesOf(cd56, t));
  return Math.abs(slope) > MOST ? [note('spillover-residual', { from: 'CD3', into: 'CD56', percent: rounded(slope) })] : [];
};

/** Slope of y on x between the lowest and the highest quarter of x, by medians: linear values in, a share of the light out. */
function residualSlope(xs: Float64Array, ys: Float64Array): number {
  const [low, high] = [quantileInPlace(xs.slice(), 0.25), quantileInPlace(xs.slice(), 0.75)];
  const middle = (of: Float64Array, keep: (x: number) => boolean) => medianInPlace(of.filter((_, i) => keep(xs[i]!)));
  const dx = middle(xs, (x) => x >= high) - middle(xs, (x) => x <= low);
  return dx > 0 ? (middle(ys, (x) => x >= high) - middle(ys, (x) => x <= low)) / dx : 0;
}

/** The same for every pair of channels over one population: rows give light, columns receive it; the diagonal is 1. */
export const residualTable = (columns: readonly Float64Array[]): readonly (readonly number[])[] =>
  columns.map((from, i) => columns.map((into, j) => (i === j ? 1 : residualSlope(from, into))));
