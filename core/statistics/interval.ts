import * as z from 'zod';
import { betaQuantile } from '../base/math/beta.ts';
import { normalQuantile } from '../base/math/normal.ts';

/**
 * A counting interval of a percentage. It covers counting only: how far the number moves with its gate is another question.
 * `upper` is the one-sided upper bound (its low end is 0).
 */
const intervalMethods = ['wilson', 'clopper-pearson', 'upper'] as const;
export const intervalOptionsSchema = z.strictObject({
  method: z.enum(intervalMethods).default('wilson'),
  confidence: z.number().gt(0).lt(1).default(0.95),
});
export type IntervalOptions = z.infer<typeof intervalOptionsSchema>;

export interface Interval {
  /** In percent. */
  readonly low: number;
  readonly high: number;
  readonly method: IntervalOptions['method'];
  readonly confidence: number;
}

/** The interval of `count` of `total` in percent; undefined where total is 0. */
export function countingInterval(count: number, total: number, { method, confidence }: IntervalOptions): Interval | undefined {
  if (total === 0) return undefined;
  const [low, high] = intervalOf[method](count, total, 1 - confidence);
  return { low: low * 100, high: high * 100, method, confidence };
}

type Bounds = readonly [number, number];

const intervalOf: { readonly [M in IntervalOptions['method']]: (n: number, N: number, alpha: number) => Bounds } = {
  wilson(n, N, alpha) {
    const z = normalQuantile(1 - alpha / 2);
    const p = n / N;
    const centre = p + (z * z) / (2 * N);
    const spread = z * Math.sqrt((p * (1 - p)) / N + (z * z) / (4 * N * N));
    const scale = 1 + (z * z) / N;
    // at n = 0 and n = N rounding would leave a bound a hair outside
    return [n === 0 ? 0 : Math.max(0, (centre - spread) / scale), n === N ? 1 : Math.min(1, (centre + spread) / scale)];
  },
  'clopper-pearson': (n, N, alpha) => [
    n === 0 ? 0 : betaQuantile(alpha / 2, n, N - n + 1),
    n === N ? 1 : betaQuantile(1 - alpha / 2, n + 1, N - n),
  ],
  upper: (n, N, alpha) => [0, n === N ? 1 : betaQuantile(1 - alpha, n + 1, N - n)],
};
