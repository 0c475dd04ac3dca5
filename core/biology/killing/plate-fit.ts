import { findRoot } from '../../base/math/find-root.ts';
import { type Fit, leastSquares } from '../../base/math/least-squares.ts';
import { meanOf } from '../../base/math/spread.ts';
import { studentQuantile } from '../../base/math/student.ts';
import { bestOf, guessRates } from './dose-response.ts';
import { lyticUnits } from './lytic-units.ts';

/** Signals of a release plate: controls, and test wells with their effector-target ratio. */
export interface ReleasePlate {
  readonly spontaneous: readonly number[];
  readonly maximum: readonly number[];
  readonly test: readonly { readonly ratio: number; readonly signal: number }[];
}

/** Lytic units with the interval of the joint fit; an end is undefined where the wells do not bound it. */
interface UnitsInterval {
  readonly value: number;
  readonly low: number | undefined;
  readonly high: number | undefined;
}

export interface PlateFit {
  readonly A: number;
  readonly k: number;
  /** Coefficient of variation that the wells show about the curve, percent. */
  readonly residualCv: number;
  /** At a percentage, of so many targets; undefined where the curve does not reach it. */
  readonly unitsAt: (percent: number, targets: number) => UnitsInterval | undefined;
}

/**
 * Control and test wells fitted together on the log scale (a constant coefficient of variation): signal = S + (M - S) A (1 - exp(-k x)).
 * A profile on lysis percentages alone would be too sure, since all of them share their controls. A plateau that is given (percent) is
 * kept. Undefined with signals of 0 or less, or fewer wells than parameters.
 */
export function fitPlate(plate: ReleasePlate, plateau?: number): PlateFit | undefined {
  const wells = [
    ...plate.spontaneous.map((signal) => ({ kind: 'spontaneous' as const, signal, ratio: 0 })),
    ...plate.maximum.map((signal) => ({ kind: 'maximum' as const, signal, ratio: 0 })),
    ...plate.test.map(({ ratio, signal }) => ({ kind: 'test' as const, signal, ratio })),
  ];
  const count = plateau === undefined ? 4 : 3;
  const isWhole = plate.spontaneous.length > 0 && plate.maximum.length > 0 && plate.test.length > 0;
  if (!isWhole || wells.length <= count || wells.some(({ signal }) => !(signal > 0))) return undefined;
  const [S, M] = [meanOf(plate.spontaneous), meanOf(plate.maximum)];
  if (!(M > S)) return undefined;

  const residuals = (logS: number, logM: number, A: number, k: number) => {
    const [low, high] = [Math.exp(logS), Math.exp(logM)];
    return wells.map(({ kind, signal, ratio }) => {
      const lysis = kind === 'spontaneous' ? 0 : kind === 'maximum' ? 1 : (A / 100) * -Math.expm1(-k * ratio);
      return Math.log(signal) - Math.log(low + (high - low) * lysis);
    });
  };
  const begin = [Math.log(S), Math.log(M)];
  const guesses = [60, 90].flatMap((A) => guessRates(plate.test).map((k) => ({ A, k })));
  const whole = bestOf(
    guesses.map(({ A, k }) =>
      plateau === undefined
        ? leastSquares(([s, m, a, logK]) => residuals(s!, m!, a!, Math.exp(logK!)), [...begin, A, Math.log(k)])
        : leastSquares(([s, m, logK]) => residuals(s!, m!, plateau, Math.exp(logK!)), [...begin, Math.log(k)]),
    ),
  );
  const A = plateau ?? whole.parameters[2]!;
  const k = Math.exp(whole.parameters.at(-1)!);
  const degrees = wells.length - count;
  const most = whole.rss * (1 + studentQuantile(0.975, degrees) ** 2 / degrees);

  /** The best fit whose curve reaches the percentage at this ratio. */
  const through = (ratio: number, percent: number): Fit => {
    const rate = (a: number) => -Math.log1p(-percent / a) / ratio;
    if (plateau !== undefined) return leastSquares(([s, m]) => residuals(s!, m!, plateau, rate(plateau)), begin);
    // the plateau stays above the percentage that it has to reach
    const start = Math.log(Math.max(A - percent, 1));
    return leastSquares(
      ([s, m, above]) => residuals(s!, m!, percent + Math.exp(above!), rate(percent + Math.exp(above!))),
      [whole.parameters[0]!, whole.parameters[1]!, start],
    );
  };
  return {
    A,
    k,
    residualCv: 100 * Math.sqrt(whole.rss / degrees),
    unitsAt(percent, targets) {
      if (!(A > percent)) return undefined;
      const at = -Math.log1p(-percent / A) / k;
      const excess = (logRatio: number) => through(Math.exp(logRatio), percent).rss - most;
      const end = (direction: 1 | -1) => {
        const reach = [0.1, 0.3, 1, 3].map((far) => Math.log(at) + direction * far).find((ratio) => excess(ratio) > 0);
        const root = reach && findRoot(excess, Math.log(at), reach);
        return root === undefined ? undefined : lyticUnits(Math.exp(root), targets);
      };
      return { value: lyticUnits(at, targets), low: end(1), high: end(-1) };
    },
  };
}
