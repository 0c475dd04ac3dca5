import { invert, type Matrix } from './matrix.ts';
import { sumOf } from './spread.ts';

export interface Fit {
  readonly parameters: readonly number[];
  /** Sum of squared residuals. */
  readonly rss: number;
}

const STEPS = 500;
/** Below this relative change of the sum of squares nothing is gained any more. */
const GAIN = 1e-15;
const MOST_DAMPING = 1e12;

/**
 * Parameters that make the sum of squared residuals least, from a guess, by damped Gauss-Newton steps (Levenberg 1944, Marquardt 1963) with
 * differences for derivatives. A local least: the caller chooses the guess. Residuals that are not finite are no place to go to.
 */
export function leastSquares(residuals: (parameters: readonly number[]) => readonly number[], guess: readonly number[]): Fit {
  let parameters = [...guess];
  let at = residuals(parameters);
  let rss = squares(at);
  let damping = 1e-3;
  for (let step = 0; step < STEPS && damping < MOST_DAMPING && rss > 0; step++) {
    const { normal, gradient } = normalEquations(residuals, parameters, at);
    let gained = 0;
    while (damping < MOST_DAMPING) {
      const move = dampedMove(normal, gradient, damping);
      // what the step itself promises is nothing any more: trying shorter ones costs much and moves no digit
      if (sumOf(move.map((by, i) => by * gradient[i]!)) <= GAIN * rss) break;
      const next = parameters.map((value, i) => value - move[i]!);
      const there = residuals(next);
      const sum = squares(there);
      if (sum <= rss) {
        gained = rss - sum;
        [parameters, at, rss] = [next, there, sum];
        damping = Math.max(damping / 9, 1e-12);
        break;
      }
      damping *= 7;
    }
    if (gained <= GAIN * rss) break;
  }
  return { parameters, rss };
}

const squares = (values: readonly number[]): number => {
  const sum = sumOf(values.map((value) => value * value));
  return Number.isFinite(sum) ? sum : Number.POSITIVE_INFINITY;
};

function normalEquations(residuals: (parameters: readonly number[]) => readonly number[], at: readonly number[], value: readonly number[]) {
  const columns = at.map((parameter, i) => {
    const step = 6e-6 * Math.max(Math.abs(parameter), 1e-6);
    const shifted = (by: number) => residuals(at.map((other, j) => (j === i ? other + by : other)));
    const [above, below] = [shifted(step), shifted(-step)];
    return value.map((_, row) => (above[row]! - below[row]!) / (2 * step));
  });
  const dot = (a: readonly number[], b: readonly number[]) => sumOf(a.map((one, i) => one * b[i]!));
  return { normal: columns.map((a) => columns.map((b) => dot(a, b))), gradient: columns.map((a) => dot(a, value)) };
}

/** In units of each parameter's own scale, in which the matrix has ones on its diagonal; no move where it cannot be solved. */
function dampedMove(normal: Matrix, gradient: readonly number[], damping: number): readonly number[] {
  const scales = normal.map((row, i) => Math.sqrt(row[i]!) || 1);
  const inverse = invert(normal.map((row, i) => row.map((value, j) => value / (scales[i]! * scales[j]!) + (i === j ? damping : 0))));
  if (inverse === undefined) return gradient.map(() => 0);
  return inverse.map((row, i) => sumOf(row.map((value, j) => (value * gradient[j]!) / scales[j]!)) / scales[i]!);
}
