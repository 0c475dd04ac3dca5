import { sumOf, varianceOf } from './spread.ts';
import { studentQuantile } from './student.ts';

/** A mean of replicates and how much a result moves with it. */
export interface Part {
  readonly values: readonly number[];
  /** Derivative of the result by this mean. */
  readonly weight: number;
}

export interface Estimate {
  readonly value: number;
  /** NaN where no part has two values. */
  readonly se: number;
  readonly df: number;
  readonly low: number;
  readonly high: number;
}

/** A result with the t interval of its parts: errors by the delta method, degrees of freedom by Welch and Satterthwaite (Biometrika 1947;34:28). */
export function welchEstimate(value: number, parts: readonly Part[], confidence = 0.95): Estimate {
  const variances = parts.map(({ values, weight }) => (weight * weight * varianceOf(values)) / values.length);
  const variance = sumOf(variances);
  const df = (variance * variance) / sumOf(variances.map((part, i) => (part * part) / (parts[i]!.values.length - 1)));
  const se = Math.sqrt(variance);
  const reach = variance === 0 ? 0 : studentQuantile((1 + confidence) / 2, df) * se;
  return { value, se, df, low: value - reach, high: value + reach };
}

/** Everything of an estimate times a factor. */
export const scaleEstimate = ({ value, se, df, low, high }: Estimate, factor: number): Estimate => ({
  value: value * factor,
  se: se * factor,
  df,
  low: low * factor,
  high: high * factor,
});
