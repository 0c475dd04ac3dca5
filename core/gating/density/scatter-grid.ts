import { has } from '../../data/events/bitmask.ts';
import type { StepInput } from '../automatic/kind/step.ts';

export const SCATTER = 200;

/** Counts on forward (x) and side scatter (y), their range fitted to the events: scatter fills its scale or a corner of it. */
export interface ScatterGrid {
  readonly counts: Float64Array;
  readonly total: number;
  readonly topX: number;
  readonly topY: number;
}

/** What lies at the top of a scale or beyond was cut off there: it has no place. */
const ON_SCALE = 0.998;
const COARSE = 4096;
/** The grid ends above this share of the events: a few far ones must not make it coarse. */
const MOST = 0.995;

/** One grid for each test, over the parent's events that pass it; all have the same range. */
export function scatterGrids(
  input: StepInput,
  tests: readonly ((columns: readonly ArrayLike<number>[], event: number) => boolean)[],
): readonly ScatterGrid[] {
  const [topX, topY] = [topOf(input, 0), topOf(input, 1)];
  const grids = tests.map(() => ({ counts: new Float64Array(SCATTER * SCATTER), total: 0, topX, topY }));
  for (const { columns, parent, eventCount } of input.parts) {
    const [xs, ys] = [columns[0]!, columns[1]!];
    for (let event = 0; event < eventCount; event++) {
      if (!has(parent, event)) continue;
      if (!(xs[event]! < ON_SCALE && ys[event]! < ON_SCALE)) continue;
      const x = (xs[event]! / topX) * SCATTER;
      const y = (ys[event]! / topY) * SCATTER;
      if (!(x >= 0 && y >= 0)) continue;
      const cell = (y < SCATTER ? y | 0 : SCATTER - 1) * SCATTER + (x < SCATTER ? x | 0 : SCATTER - 1);
      for (let i = 0; i < tests.length; i++) {
        if (!tests[i]!(columns, event)) continue;
        grids[i]!.counts[cell]! += 1;
        grids[i]!.total++;
      }
    }
  }
  return grids;
}

function topOf({ parts }: StepInput, dimension: number): number {
  const counts = new Float64Array(COARSE);
  let total = 0;
  for (const { columns, parent, eventCount } of parts) {
    const values = columns[dimension]!;
    for (let event = 0; event < eventCount; event++) {
      const value = values[event]!;
      if (!(value >= 0) || !has(parent, event)) continue;
      const at = (value * COARSE) / 1.1;
      counts[at < COARSE ? at | 0 : COARSE - 1]! += 1;
      total++;
    }
  }
  let [bin, sum] = [0, 0];
  while (bin < COARSE - 1 && sum < MOST * total) sum += counts[bin++]!;
  return Math.min(1.1, Math.max(1e-3, (1.25 * bin * 1.1) / COARSE));
}

/** Where a share of the counts lies below, on a grid of equal steps, between bins. */
export function quantileOf(counts: ArrayLike<number>, p: number): number {
  let total = 0;
  for (let i = 0; i < counts.length; i++) total += counts[i]!;
  let sum = 0;
  for (let i = 0; i < counts.length; i++) {
    const next = sum + counts[i]!;
    if (next >= p * total && counts[i]! > 0) return i + (p * total - sum) / counts[i]!;
    sum = next;
  }
  return counts.length;
}
