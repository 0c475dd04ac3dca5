import { type Fit, leastSquares } from '../../base/math/least-squares.ts';

/**
 * Lysis in percent over the effector-target ratio: `exponential` A (1 - exp(-k x)), or `von-krogh` A x^n / (K^n + x^n)
 * (von Krogh, J Infect Dis 1916;19:452).
 */
export type Curve =
  | { readonly form: 'exponential'; readonly A: number; readonly k: number }
  | { readonly form: 'von-krogh'; readonly A: number; readonly K: number; readonly n: number };

export interface DosePoint {
  readonly ratio: number;
  /** Percent. */
  readonly lysis: number;
}

export interface FittedCurve<C extends Curve = Curve> {
  readonly curve: C;
  readonly rss: number;
}

type Exponential = Extract<Curve, { form: 'exponential' }>;
type VonKrogh = Extract<Curve, { form: 'von-krogh' }>;

export function lysisAt(curve: Curve, ratio: number): number {
  if (curve.form === 'exponential') return curve.A * -Math.expm1(-curve.k * ratio);
  const { A, K, n } = curve;
  return ratio === 0 ? 0 : A / (1 + (K / ratio) ** n);
}

/** Where a curve reaches a percentage; undefined where its plateau lies at or below it. */
export function ratioAt(curve: Curve, percent: number): number | undefined {
  if (!(curve.A > percent && percent > 0)) return undefined;
  if (curve.form === 'exponential') return -Math.log1p(-percent / curve.A) / curve.k;
  return curve.K * (percent / (curve.A - percent)) ** (1 / curve.n);
}

/** Unweighted least squares on percent; a plateau that is given is kept. Fewer points than parameters: undefined. */
export function fitExponential(points: readonly DosePoint[], plateau?: number): FittedCurve<Exponential> | undefined {
  return fitCurve(
    points,
    (parameters) =>
      plateau === undefined
        ? { form: 'exponential', A: parameters[0]!, k: Math.exp(parameters[1]!) }
        : { form: 'exponential', A: plateau, k: Math.exp(parameters[0]!) },
    guessRates(points).map((k) => (plateau === undefined ? [guessPlateau(points), Math.log(k)] : [Math.log(k)])),
  );
}

export function fitVonKrogh(points: readonly DosePoint[], plateau?: number): FittedCurve<VonKrogh> | undefined {
  return fitCurve(
    points,
    (parameters) => {
      const [K, n] = parameters.slice(-2).map(Math.exp) as [number, number];
      return { form: 'von-krogh', A: plateau ?? parameters[0]!, K, n };
    },
    guessRates(points).map((k) => [...(plateau === undefined ? [guessPlateau(points)] : []), -Math.log(k), 0]),
  );
}

/** Rates from which a fit begins: the half of the plateau anywhere in the range of the points. */
export function guessRates(points: readonly Pick<DosePoint, 'ratio'>[]): readonly number[] {
  const ratios = points.map(({ ratio }) => ratio);
  const [low, high] = [Math.min(...ratios), Math.max(...ratios)];
  return [0.25, 0.5, 0.75, 1.25].map((share) => 1 / (low * (high / low) ** share));
}

const guessPlateau = (points: readonly DosePoint[]): number => 1.2 * Math.max(...points.map(({ lysis }) => lysis), 1);

function fitCurve<C extends Curve>(
  points: readonly DosePoint[],
  curveOf: (parameters: readonly number[]) => C,
  guesses: readonly (readonly number[])[],
): FittedCurve<C> | undefined {
  if (points.length < (guesses[0]?.length ?? 0)) return undefined;
  const residuals = (parameters: readonly number[]) => {
    const curve = curveOf(parameters);
    return points.map(({ ratio, lysis }) => lysis - lysisAt(curve, ratio));
  };
  const { parameters, rss } = bestOf(guesses.map((guess) => leastSquares(residuals, guess)));
  return { curve: curveOf(parameters), rss };
}

export const bestOf = (fits: readonly Fit[]): Fit => fits.reduce((best, fit) => (fit.rss < best.rss ? fit : best));
