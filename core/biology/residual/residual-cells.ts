import { normalQuantile } from '../../base/math/normal.ts';
import { poissonUpper } from '../../base/math/poisson-limits.ts';
import { type Counted, fractionOf } from '../rare/counted.ts';

/** A count of viable cells, with the relative error of counting them. */
export interface CellNumber {
  readonly viable: number;
  /** Coefficient of variation, a fraction; 0 where it is taken as exact. */
  readonly cv: number;
}

export interface ResidualUpper {
  /** One-sided limits of the fraction and of the cells, each at half the error (97.5 % for 95 % in all). */
  readonly fractionUpper: number;
  readonly cellsUpper: number;
  /** Their product: with the confidence or more no more residual cells are there (Bonferroni). */
  readonly residualUpper: number;
  /** One-sided limit of the fraction, times the cells as counted. */
  readonly pointUpper: number;
}

/** How many residual cells a bag of these cells may still hold. */
export function residualUpper(counted: Counted, { viable, cv }: CellNumber, confidence = 0.95): ResidualUpper | undefined {
  const fraction = fractionOf(counted, confidence);
  if (fraction === undefined) return undefined;
  // the cells as log-normal
  const cellsUpper = viable * Math.exp(normalQuantile((1 + confidence) / 2) * cv);
  return {
    fractionUpper: fraction.high,
    cellsUpper,
    residualUpper: fraction.high * cellsUpper,
    pointUpper: fraction.oneSidedUpper * viable,
  };
}

/** Viable cells of a count: where all cells were counted the viability (percent) enters here, and nowhere else. */
export const viableCells = (count: { readonly viable: number } | { readonly total: number; readonly viability: number }): number =>
  'viable' in count ? count.viable : (count.total * count.viability) / 100;

/** The same by volume, whatever the cell count: `n` residual cells found in an aliquot of the bag (volumes in one unit). */
export const upperByVolume = (n: number, aliquot: number, bag: number, confidence = 0.95): number =>
  (poissonUpper(n, confidence) * bag) / aliquot;
