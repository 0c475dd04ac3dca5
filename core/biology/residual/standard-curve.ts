import { meanOf, sumOf } from '../../base/math/spread.ts';
import { studentQuantile } from '../../base/math/student.ts';

/** A well of a known number of copies. */
export interface Standard {
  readonly copies: number;
  readonly ct: number;
}

/** Ct on the decimal logarithm of copies, by least squares. */
export interface StandardCurve {
  readonly slope: number;
  readonly intercept: number;
  /** 1 where every cycle doubles. */
  readonly efficiency: number;
  readonly r2: number;
  readonly wells: number;
  /** Of Ct about the line. */
  readonly deviation: number;
  readonly meanLog: number;
  readonly meanCt: number;
  /** Squares of the logarithms about their mean. */
  readonly squares: number;
}

/** Undefined with fewer than three wells, with one concentration alone, or where Ct does not fall with copies. */
export function standardCurve(standards: readonly Standard[]): StandardCurve | undefined {
  const points = standards.map(({ copies, ct }) => ({ x: Math.log10(copies), y: ct }));
  if (points.length < 3) return undefined;
  const [meanLog, meanCt] = [meanOf(points.map(({ x }) => x)), meanOf(points.map(({ y }) => y))];
  const squares = sumOf(points.map(({ x }) => (x - meanLog) ** 2));
  const slope = sumOf(points.map(({ x, y }) => (x - meanLog) * (y - meanCt))) / squares;
  if (!(slope < 0)) return undefined;
  const intercept = meanCt - slope * meanLog;
  const left = sumOf(points.map(({ x, y }) => (y - intercept - slope * x) ** 2));
  const all = sumOf(points.map(({ y }) => (y - meanCt) ** 2));
  return {
    ...{ slope, intercept, meanLog, meanCt, squares, wells: points.length },
    efficiency: 10 ** (-1 / slope) - 1,
    r2: 1 - left / all,
    deviation: Math.sqrt(left / (points.length - 2)),
  };
}

/** Copies of a sample by its wells, with the limits of calibration backwards (Draper and Smith 1998, 3.2): a line's and the wells' scatter together. */
export function copiesOfCt(
  { slope, intercept, deviation, wells, meanCt, squares }: StandardCurve,
  cts: readonly number[],
  confidence: number,
): { readonly copies: number; readonly low: number; readonly high: number } {
  const ct = meanOf(cts);
  const log = (ct - intercept) / slope;
  const error = (deviation / -slope) * Math.sqrt(1 / cts.length + 1 / wells + (ct - meanCt) ** 2 / (slope ** 2 * squares));
  const half = studentQuantile((1 + confidence) / 2, wells - 2) * error;
  return { copies: 10 ** log, low: 10 ** (log - half), high: 10 ** (log + half) };
}
