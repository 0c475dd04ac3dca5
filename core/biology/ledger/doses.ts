import { normalCdf } from '../../base/math/normal.ts';
import { sumOf } from '../../base/math/spread.ts';

/** NK cells of each dose, after a fraction for quality control and cells that are retained. */
export const cellsPerDose = (harvested: number, doses: number, qcFraction: number, retained: number): number =>
  (harvested * (1 - qcFraction) - retained) / doses;

/** Half doses keep the cells and double the number. */
export const halfDoses = (doses: number, perDose: number) => ({ halfDoses: 2 * doses, perHalf: perDose / 2 });

export interface CapVerdict {
  readonly ratio: number;
  /** How likely the dose lies above the cap, the count being log-normal. */
  readonly pAboveCap: number;
  /** By the count itself; the probability stands beside it. */
  readonly verdict: 'above-cap' | 'within-cap';
}

/** A dose against the most cells that may be given; `cv` is the relative error of the count. */
export function judgeCap(cells: number, cv: number, cap: number): CapVerdict {
  const ratio = cells / cap;
  const pAboveCap = cv > 0 ? normalCdf(Math.log(ratio) / cv) : ratio > 1 ? 1 : 0;
  return { ratio, pAboveCap, verdict: ratio > 1 ? 'above-cap' : 'within-cap' };
}

/** Whether the interval of the count, 95%, holds the cap: which side the dose lies on is not certain. */
export const crossesCap = ({ pAboveCap }: CapVerdict): boolean => pAboveCap > 0.025 && pAboveCap < 0.975;

/** What was given so far, and each dose against its plan in percent; a missed dose is 0, not absent. */
export function judgeDoses(actual: readonly number[], planned: readonly number[]) {
  return { cumulative: sumOf(actual), deviationPercent: actual.map((cells, i) => (100 * (cells - planned[i]!)) / planned[i]!) };
}
