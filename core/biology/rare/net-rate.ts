import { incompleteBeta } from '../../base/math/beta.ts';
import { poissonLimits } from '../../base/math/poisson-limits.ts';
import { type Counted, fractionOf } from './counted.ts';

/** A fraction less that of a blank. Shown beside the fraction, negative where it is negative; no release rests on it. */
export interface NetRate {
  readonly net: number;
  readonly low: number;
  readonly high: number;
  /** How likely the blank alone gives as many events, exactly, by the conditional test (Przyborowski and Wilenski, Biometrika 1940;31:313). */
  readonly pAboveBlank: number;
  /** One-sided exact upper limit of the fraction, nothing subtracted: a high blank must not make a bag look cleaner. */
  readonly unsubtractedUpper: number;
}

/** Interval by the limits of both rates (Zou and Donner, Stat Med 2008;27:1693). Undefined where sample or blank counted nothing at all. */
export function netRate(sample: Counted, blank: Counted, confidence = 0.95): NetRate | undefined {
  const upper = fractionOf(sample, confidence)?.oneSidedUpper;
  if (upper === undefined || blank.total === 0) return undefined;
  const [rate, low, high] = rateWithLimits(sample, confidence);
  const [background, lowest, highest] = rateWithLimits(blank, confidence);
  const net = rate - background;
  return {
    net,
    low: net - Math.hypot(rate - low, highest - background),
    high: net + Math.hypot(high - rate, background - lowest),
    pAboveBlank: sample.n === 0 ? 1 : incompleteBeta(sample.total / (sample.total + blank.total), sample.n, blank.n + 1),
    unsubtractedUpper: upper,
  };
}

function rateWithLimits({ n, total }: Counted, confidence: number): readonly [number, number, number] {
  const { low, high } = poissonLimits(n, confidence);
  return [n / total, low / total, high / total];
}
