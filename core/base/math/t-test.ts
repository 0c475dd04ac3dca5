import { fUpperTail } from './fisher-f.ts';
import { meanOf, varianceOf } from './spread.ts';
import { studentQuantile } from './student.ts';

/** A difference of means with its two-sided p and interval. */
export interface Difference {
  readonly difference: number;
  readonly low: number;
  readonly high: number;
  readonly p: number;
  readonly df: number;
}

/** Two-sided p of Student's t. */
const pOf = (t: number, df: number): number => fUpperTail(t * t, 1, df);

function differenceOf(difference: number, se: number, df: number, confidence: number): Difference {
  const reach = se === 0 ? 0 : studentQuantile((1 + confidence) / 2, df) * se;
  const p = se === 0 ? (difference === 0 ? 1 : 0) : pOf(difference / se, df);
  return { difference, low: difference - reach, high: difference + reach, p, df };
}

/** Of two independent groups of unequal variance (Welch, Biometrika 1947;34:28); two values at least in each. */
export function welchTest(first: readonly number[], second: readonly number[], confidence = 0.95): Difference {
  const [a, b] = [varianceOf(first) / first.length, varianceOf(second) / second.length];
  const df = a + b === 0 ? first.length + second.length - 2 : (a + b) ** 2 / (a ** 2 / (first.length - 1) + b ** 2 / (second.length - 1));
  return differenceOf(meanOf(first) - meanOf(second), Math.sqrt(a + b), df, confidence);
}

/** Of pairs; two at least. */
export function pairedTest(pairs: readonly (readonly [number, number])[], confidence = 0.95): Difference {
  const differences = pairs.map(([a, b]) => a - b);
  return differenceOf(meanOf(differences), Math.sqrt(varianceOf(differences) / pairs.length), pairs.length - 1, confidence);
}

/** p values that hold together (Holm, Scand J Stat 1979;6:65), in the order given. */
export function holm(values: readonly number[]): readonly number[] {
  const order = values.map((p, i) => ({ p, i })).sort((a, b) => a.p - b.p);
  let most = 0;
  const adjusted = new Array<number>(values.length);
  for (const [rank, { p, i }] of order.entries()) {
    most = Math.max(most, Math.min(1, p * (values.length - rank)));
    adjusted[i] = most;
  }
  return adjusted;
}
