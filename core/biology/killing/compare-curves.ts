import { fUpperTail } from '../../base/math/fisher-f.ts';
import { leastSquares } from '../../base/math/least-squares.ts';
import { type Curve, type DosePoint, fitVonKrogh, lysisAt } from './dose-response.ts';

export interface CommonSlope {
  readonly n1: number;
  readonly n2: number;
  /** The slope that both share. */
  readonly common: number;
  readonly F: number;
  /** How likely two products of one slope differ so much: before lytic units are compared. */
  readonly p: number;
}

/** Separate slopes n of two von Krogh curves (6 parameters) against one (5). Undefined where they cannot be fitted. */
export function commonSlope(first: readonly DosePoint[], second: readonly DosePoint[]): CommonSlope | undefined {
  const [a, b] = [fitVonKrogh(first), fitVonKrogh(second)];
  const degrees = first.length + second.length - 6;
  if (a === undefined || b === undefined || degrees < 1) return undefined;
  const curves = ([A1, K1, A2, K2, n]: readonly number[]): readonly [Curve, Curve] => [
    { form: 'von-krogh', A: A1!, K: Math.exp(K1!), n: Math.exp(n!) },
    { form: 'von-krogh', A: A2!, K: Math.exp(K2!), n: Math.exp(n!) },
  ];
  const residuals = (parameters: readonly number[]) => {
    const [one, other] = curves(parameters);
    return [
      ...first.map(({ ratio, lysis }) => lysis - lysisAt(one, ratio)),
      ...second.map(({ ratio, lysis }) => lysis - lysisAt(other, ratio)),
    ];
  };
  const middle = (Math.log(a.curve.n) + Math.log(b.curve.n)) / 2;
  const shared = leastSquares(residuals, [a.curve.A, Math.log(a.curve.K), b.curve.A, Math.log(b.curve.K), middle]);
  const apart = a.rss + b.rss;
  const F = (shared.rss - apart) / (apart / degrees);
  return { n1: a.curve.n, n2: b.curve.n, common: Math.exp(shared.parameters[4]!), F, p: fUpperTail(F, 1, degrees) };
}

/** Area under lysis over log2 of the ratio, and the mean lysis over that range (percent). */
export function areaUnderLysis(points: readonly DosePoint[]): { readonly area: number; readonly meanLysis: number } {
  const order = [...points].sort((a, b) => a.ratio - b.ratio);
  const x = order.map(({ ratio }) => Math.log2(ratio));
  const area = areaUnder(
    x,
    order.map(({ lysis }) => lysis),
  );
  return { area, meanLysis: area / (x.at(-1)! - x[0]!) };
}

/** By the trapezoid rule. */
export function areaUnder(x: readonly number[], y: readonly number[]): number {
  let area = 0;
  for (let i = 1; i < x.length; i++) area += ((x[i]! - x[i - 1]!) * (y[i]! + y[i - 1]!)) / 2;
  return area;
}
