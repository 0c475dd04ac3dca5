import { findSmoothRoot } from '../../base/math/find-root.ts';
import { type Fit, leastSquares } from '../../base/math/least-squares.ts';
import { studentQuantile } from '../../base/math/student.ts';
import { bestOf, guessRates } from './dose-response.ts';
import { lyticUnits } from './lytic-units.ts';

/** Lytic units with the interval of the joint fit; an end is undefined where the wells do not bound it. */
interface UnitsInterval {
  readonly value: number;
  readonly low: number | undefined;
  readonly high: number | undefined;
}

/** Control and test wells of a plate fitted together. */
export interface PlateFit {
  /** Percent. */
  readonly A: number;
  readonly k: number;
  /** Standard deviation of the wells about the curve, in the unit of the residuals. */
  readonly deviation: number;
  /** At a percentage, of so many targets; undefined where the curve does not reach it. */
  readonly unitsAt: (percent: number, targets: number) => UnitsInterval | undefined;
}

/** How wells lie about a curve: residuals of a constant deviation. */
export interface JointModel {
  /** Parameters of the controls, from which the fit begins. */
  readonly begin: readonly number[];
  /** Residuals of all wells, with lysis A (1 - exp(-k x)), A in percent. */
  readonly residuals: (controls: readonly number[], A: number, k: number) => readonly number[];
  readonly wells: number;
  readonly ratios: readonly { readonly ratio: number }[];
}

/** Of an end, as a share of it. */
const WITHIN = 1e-9;

/** Least squares over controls and curve at once; the interval of a lytic unit by the F-profile of that fit. A plateau that is given (percent) is kept. */
export function fitJoint({ begin, residuals, wells, ratios }: JointModel, plateau?: number): PlateFit | undefined {
  const controls = begin.length;
  const count = controls + (plateau === undefined ? 2 : 1);
  if (wells <= count) return undefined;
  const guesses = [60, 90].flatMap((A) => guessRates(ratios).map((k) => ({ A, k })));
  const whole = bestOf(
    guesses.map(({ A, k }) =>
      plateau === undefined
        ? leastSquares((all) => residuals(all.slice(0, controls), all[controls]!, Math.exp(all[controls + 1]!)), [...begin, A, Math.log(k)])
        : leastSquares((all) => residuals(all.slice(0, controls), plateau, Math.exp(all[controls]!)), [...begin, Math.log(k)]),
    ),
  );
  const A = plateau ?? whole.parameters[controls]!;
  const k = Math.exp(whole.parameters.at(-1)!);
  const degrees = wells - count;
  const most = whole.rss * (1 + studentQuantile(0.975, degrees) ** 2 / degrees);

  /** The best fit whose curve reaches the percentage at this ratio. */
  const through = (ratio: number, percent: number): Fit => {
    const rate = (a: number) => -Math.log1p(-percent / a) / ratio;
    if (plateau !== undefined) return leastSquares((all) => residuals(all, plateau, rate(plateau)), begin);
    // the plateau stays above the percentage that it has to reach
    const start = Math.log(Math.max(A - percent, 1));
    return leastSquares(
      (all) => {
        const a = percent + Math.exp(all[controls]!);
        return residuals(all.slice(0, controls), a, rate(a));
      },
      [...whole.parameters.slice(0, controls), start],
    );
  };
  return {
    A,
    k,
    deviation: Math.sqrt(whole.rss / degrees),
    unitsAt(percent, targets) {
      if (!(A > percent)) return undefined;
      const at = -Math.log1p(-percent / A) / k;
      const excess = (logRatio: number) => through(Math.exp(logRatio), percent).rss - most;
      const end = (direction: 1 | -1) => {
        let inside = { x: Math.log(at), value: whole.rss - most };
        for (const far of [0.1, 0.3, 1, 3]) {
          const x = Math.log(at) + direction * far;
          const here = { x, value: excess(x) };
          if (here.value > 0) {
            const root = findSmoothRoot(excess, inside, here, WITHIN);
            return root === undefined ? undefined : lyticUnits(Math.exp(root), targets);
          }
          inside = here;
        }
        return undefined;
      };
      return { value: lyticUnits(at, targets), low: end(1), high: end(-1) };
    },
  };
}
