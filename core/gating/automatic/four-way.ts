import * as z from 'zod';
import { bootstrapParts } from './bootstrap.ts';
import { type AxisPrior, axisPriorSchema } from './four-way-anchors.ts';
import { countParts, judgeFourWay } from './four-way-confidence.ts';
import { placeDivider } from './four-way-cuts.ts';
import { fitFourWay } from './four-way-fit.ts';
import { type Grid, gridOf } from './grid-2d.ts';
import type { StepKind } from './step.ts';

/**
 * Two markers in four (CD3 x CD56, CD4 x CD8): one mixture of four clusters that share the levels of two axes is fitted to a grid;
 * dividers stand in the valleys between clusters, or where the mixture holds both sides equally likely. The x-negative and the
 * x-positive half have y dividers of their own, since spillover and dim expression differ between them.
 */
export const fourWaySchema = z.strictObject({
  kind: z.literal('four-way'),
  x: axisPriorSchema,
  y: axisPriorSchema,
  /** Of protocols of the first version; without effect. */
  spread: z.number().positive().optional(),
  /** Intervals by so many bootstrap draws; by the delta method where absent. */
  bootstrap: z.strictObject({ draws: z.int().min(20).max(1000), seed: z.int().min(0) }).optional(),
});
export type FourWayStep = z.infer<typeof fourWaySchema>;

/** Fewer events place no gate of their own. */
const FEWEST = 50;

export const fourWay: StepKind<FourWayStep> = {
  gateDimensions: 2,
  place({ x, y, bootstrap }, input) {
    const grid = gridOf(input, 0, 1);
    const { fit, dividers } = divide(grid, [x, y], input.zeros);
    const gate = {
      kind: 'quadrant' as const,
      x: dividers.x.position,
      y: [dividers.left.position, dividers.right.position] as [number, number],
    };
    if (grid.total < FEWEST) return { gate, light: 'red', evidence: [{ code: 'too-few-events', values: { events: grid.total } }] };
    const { parts = [], ...judged } = judgeFourWay(grid, fit, dividers, [x, y], input.zeros);
    if (bootstrap === undefined) return { gate, ...judged, parts };
    const percents = (of: Grid) => countParts(of, divide(of, [x, y], input.zeros).dividers).map((n) => (100 * n) / Math.max(1, of.total));
    return { gate, ...judged, parts: bootstrapParts(grid, parts, percents, bootstrap) };
  },
};

function divide(grid: Grid, priors: readonly [AxisPrior, AxisPrior], zeros: readonly number[]) {
  const fit = fitFourWay(grid, priors, zeros);
  const everything = [Number.NEGATIVE_INFINITY, Number.POSITIVE_INFINITY] as const;
  const x = placeDivider(grid, fit, 0, [0, 3], [1, 2], everything);
  const left = placeDivider(grid, fit, 1, [3], [0], [everything[0], x.position]);
  const right = placeDivider(grid, fit, 1, [2], [1], [x.position, everything[1]]);
  return { fit, dividers: { x, left, right } };
}
