import { studentQuantile } from '../../base/math/student.ts';

/** Agreement of two measurements of the same samples (Bland and Altman, Lancet 1986; 327: 307), here of percentages. */
export interface BlandAltman {
  readonly n: number;
  /** Mean of the differences, new minus old, in points. */
  readonly bias: number;
  readonly sd: number;
  /** Limits of agreement: bias ∓ 1.96 SD. */
  readonly lower: number;
  readonly upper: number;
  /** 95 % intervals of the bias and of either limit, by Student's t. */
  readonly biasInterval: Span;
  readonly lowerInterval: Span;
  readonly upperInterval: Span;
  readonly points: readonly { readonly mean: number; readonly difference: number }[];
}
type Span = readonly [number, number];

const LIMIT = 1.96;
/** A standard deviation of fewer says nothing. */
const FEWEST_PAIRS = 3;

/** Undefined for fewer than three pairs. */
export function blandAltman(pairs: readonly { readonly before: number; readonly after: number }[]): BlandAltman | undefined {
  const n = pairs.length;
  if (n < FEWEST_PAIRS) return undefined;
  const points = pairs.map(({ before, after }) => ({ mean: (before + after) / 2, difference: after - before }));
  const bias = points.reduce((sum, { difference }) => sum + difference, 0) / n;
  const sd = Math.sqrt(points.reduce((sum, { difference }) => sum + (difference - bias) ** 2, 0) / (n - 1));
  const t = studentQuantile(0.975, n - 1);
  const errorOfBias = sd / Math.sqrt(n);
  // the paper's approximation of the standard error of a limit: sqrt(3 / n) SD
  const errorOfLimit = Math.sqrt(3 / n) * sd;
  const around = (centre: number, error: number): Span => [centre - t * error, centre + t * error];
  const [lower, upper] = [bias - LIMIT * sd, bias + LIMIT * sd];
  return {
    n,
    bias,
    sd,
    lower,
    upper,
    biasInterval: around(bias, errorOfBias),
    lowerInterval: around(lower, errorOfLimit),
    upperInterval: around(upper, errorOfLimit),
    points,
  };
}
