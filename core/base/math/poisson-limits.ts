import { gammaQuantile } from './gamma.ts';

export interface Limits {
  readonly low: number;
  readonly high: number;
}

/** Exact two-sided limits of the mean of a Poisson count (Garwood, Biometrika 1936;28:437). */
export const poissonLimits = (count: number, confidence: number): Limits => ({
  low: count === 0 ? 0 : gammaQuantile((1 - confidence) / 2, count),
  high: gammaQuantile((1 + confidence) / 2, count + 1),
});

/** Exact one-sided upper limit of the mean of a Poisson count: 3.00 for none at 95 %. */
export const poissonUpper = (count: number, confidence: number): number => gammaQuantile(confidence, count + 1);

/** The mean at which a count of at least `count` is met with `probability`. */
export const meanToReach = (count: number, probability: number): number => gammaQuantile(probability, count);
