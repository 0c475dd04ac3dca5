import { incompleteGamma } from './gamma.ts';

/** P(X > x) of the chi-square distribution (DLMF 8.2). */
export const chiSquareUpperTail = (x: number, degrees: number): number => (x > 0 ? 1 - incompleteGamma(degrees / 2, x / 2) : 1);
