import { applyWestgard, type RuleBreak } from './westgard.ts';

/** A chart of one quantity of control material: what it should be, and how it was. */
export interface LeveyJennings {
  readonly kind: 'levey-jennings';
  readonly target: number;
  readonly sd: number;
  readonly points: readonly ChartPoint[];
  readonly breaks: readonly RuleBreak[];
}

interface ChartPoint {
  readonly value: number;
  /** Distance from the target in standard deviations. */
  readonly z: number;
}

/** Runs without which no target can be set (CLSI C24: at least 20). */
export const FEWEST_BASELINE = 20;

/** Mean and standard deviation of a baseline; undefined where there are too few runs. */
export function targetOf(baseline: readonly number[]): { readonly target: number; readonly sd: number } | undefined {
  if (baseline.length < FEWEST_BASELINE) return undefined;
  const target = baseline.reduce((sum, value) => sum + value, 0) / baseline.length;
  const sd = Math.sqrt(baseline.reduce((sum, value) => sum + (value - target) ** 2, 0) / (baseline.length - 1));
  return sd > 0 ? { target, sd } : undefined;
}

/** Levey and Jennings (1950) with Westgard's rules. For control material only: lots are no repeats of one control. */
export function chartControl(values: readonly number[], { target, sd }: { readonly target: number; readonly sd: number }): LeveyJennings {
  const points = values.map((value) => ({ value, z: (value - target) / sd }));
  return { kind: 'levey-jennings', target, sd, points, breaks: applyWestgard(points.map(({ z }) => z)) };
}
