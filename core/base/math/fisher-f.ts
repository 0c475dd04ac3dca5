import { incompleteBeta, logGamma } from './beta.ts';

/** P(F > f) of the F distribution with `a` and `b` degrees of freedom (DLMF 8.17). */
export function fUpperTail(f: number, a: number, b: number): number {
  if (!(f > 0)) return 1;
  return Number.isFinite(f) ? incompleteBeta(b / (b + a * f), b / 2, a / 2) : 0;
}

/** Logarithm of the density of a p-variate t: `d2` is the squared distance by its scale matrix, whose log determinant is given. */
export const logDensityT = (d2: number, p: number, degrees: number, logDeterminant: number): number =>
  logGamma((degrees + p) / 2) -
  logGamma(degrees / 2) -
  (p / 2) * Math.log(degrees * Math.PI) -
  logDeterminant / 2 -
  ((degrees + p) / 2) * Math.log1p(d2 / degrees);
