import { chiSquareUpperTail } from '../../base/math/chi-square.ts';
import { sumOf } from '../../base/math/spread.ts';
import type { Counted } from './counted.ts';

/** Below this probability tubes of one sample disagree: they are shown singly, and the highest of their upper limits stands. */
const DISAGREE = 0.01;

/** Tubes of one sample: their events are summed, their percentages never averaged. */
export interface Tubes extends Counted {
  /** Chi-square of the counts about their common fraction. */
  readonly dispersion: number;
  readonly pHomogeneous: number;
  readonly isPooled: boolean;
}

export function sumTubes(tubes: readonly Counted[]): Tubes {
  const n = sumOf(tubes.map((tube) => tube.n));
  const total = sumOf(tubes.map((tube) => tube.total));
  const expected = tubes.map((tube) => (n / total) * tube.total);
  const dispersion = n === 0 ? 0 : sumOf(tubes.map((tube, i) => (tube.n - expected[i]!) ** 2 / expected[i]!));
  const pHomogeneous = tubes.length < 2 ? 1 : chiSquareUpperTail(dispersion, tubes.length - 1);
  return { n, total, dispersion, pHomogeneous, isPooled: pHomogeneous >= DISAGREE };
}
