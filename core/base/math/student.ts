import { betaQuantile } from './beta.ts';

/** Quantile of Student's t for p > 1/2, from that of the beta distribution. */
export function studentQuantile(p: number, degrees: number): number {
  const x = betaQuantile(2 * (1 - p), degrees / 2, 0.5);
  return Math.sqrt((degrees * (1 - x)) / x);
}
