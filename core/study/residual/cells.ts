import { normalQuantile } from '../../base/math/normal.ts';
import { Problem } from '../../base/problem.ts';
import { isViability, viabilityRule } from '../../base/viability.ts';
import { fractionOf } from '../../biology/rare/counted.ts';
import { residualUpper, upperByVolume } from '../../biology/residual/residual-cells.ts';
import type { CountedTube, ResidualResult } from './measure-residual.ts';

/** Viable cells of a culture, bag or dose, and how they were counted. Volumes in one unit. */
export interface CellsCounted {
  /** Viable cells; where all cells were counted, viability (percent) has entered already (`viableOf`). */
  readonly viable: number;
  /** Coefficient of variation of the count, a fraction. */
  readonly cv: number;
  /** Volume of all of it, and of the part that was acquired to the last cell. */
  readonly volume?: number;
  readonly aliquot?: number;
}

/** Residual cells in all, with limits at the plan's confidence. */
export interface ResidualCells {
  readonly viable: number;
  readonly cv: number;
  /** Fraction times cells. */
  readonly cells: number;
  /** Both errors together: half their logarithmic widths added in squares; from 0 where none was seen. */
  readonly low: number;
  readonly high: number;
  /** With the confidence or more no more are there: both one-sided limits, each at half the error, multiplied. */
  readonly upper: number;
  /** The same by volume, whatever the cell count. */
  readonly byVolume?: number;
}

/**
 * @throws Problem `residual-cells` for a number of cells, a variation, a viability or volumes that cannot be
 */
export function cellsCounted(given: {
  readonly cells: number;
  /** Percent; then `cells` are all cells. */
  readonly viability?: number | undefined;
  readonly cv?: number | undefined;
  readonly volume?: number | undefined;
  readonly aliquot?: number | undefined;
}): CellsCounted {
  const { cells, viability, cv = 0, volume, aliquot } = given;
  const isNumber = (value: number, low: number, high: number) => Number.isFinite(value) && value >= low && value <= high;
  if (!(isNumber(cells, 0, 1e15) && cells > 0)) throw refuse('cells', cells);
  if (viability !== undefined && !isViability(viability)) throw refuse('viability', viability);
  if (!isNumber(cv, 0, 2)) throw refuse('cv', cv);
  if ((volume === undefined) !== (aliquot === undefined)) throw new Problem('residual-cells', together);
  if (volume !== undefined && aliquot !== undefined) {
    if (!(volume > 0 && Number.isFinite(volume))) throw refuse('volume', volume);
    if (!(aliquot > 0 && aliquot <= volume)) throw refuse('aliquot', aliquot);
  }
  return {
    viable: viability === undefined ? cells : (cells * viability) / 100,
    cv,
    ...(volume === undefined || aliquot === undefined ? {} : { volume, aliquot }),
  };
}

const refuse = (field: keyof typeof wrong, value: number): Problem => new Problem('residual-cells', wrong[field], { value: String(value) });
const wrong = {
  cells: { en: 'The number of cells must be above 0 ({value}).', ja: '細胞数は0より大きい値で指定します({value})。' },
  viability: { en: `${viabilityRule.en} ({value}).`, ja: `${viabilityRule.ja}({value})。` },
  cv: { en: 'The variation of the count is a fraction from 0 to 2 ({value}).', ja: '計数の変動係数は0〜2の小数で指定します({value})。' },
  volume: { en: 'The volume must be above 0 ({value}).', ja: '容量は0より大きい値で指定します({value})。' },
  aliquot: {
    en: 'The aliquot must be above 0 and no more than the whole volume ({value}).',
    ja: '採取量は0より大きく、全容量以下で指定します({value})。',
  },
};
const together = {
  en: 'Volume and aliquot go together.',
  ja: '容量と採取量は両方を指定します。',
};

/**
 * Residual cells in all of these cells; undefined where nothing was counted. Where tubes disagree, those of the tube with the highest
 * upper limit.
 */
export function residualCells(
  { sum, tubes, plan: { confidence } }: Pick<ResidualResult, 'sum' | 'tubes' | 'plan'>,
  count: CellsCounted,
): ResidualCells | undefined {
  if (sum === undefined) return undefined;
  const counted: Pick<CountedTube, 'n' | 'total'> = sum.isPooled
    ? sum
    : tubes.reduce((worst, tube) => (tube.oneSidedUpper > worst.oneSidedUpper ? tube : worst));
  const { viable, cv, volume, aliquot } = count;
  const [bound, share] = [residualUpper(counted, { viable, cv }, confidence), fractionOf(counted, confidence)];
  if (bound === undefined || share === undefined) return undefined;
  const { fraction, low, high } = share;
  const { n } = counted;
  const cells = fraction * viable;
  const wide = (ratio: number) => Math.exp(Math.hypot(Math.log(ratio), normalQuantile((1 + confidence) / 2) * cv));
  return {
    viable,
    cv,
    cells,
    low: n === 0 ? 0 : cells / wide(fraction / low),
    high: n === 0 ? bound.residualUpper : cells * wide(high / fraction),
    upper: bound.residualUpper,
    ...(volume === undefined || aliquot === undefined ? {} : { byVolume: upperByVolume(sum.n, aliquot, volume, confidence) }),
  };
}
