import * as z from 'zod';
import { has } from '../../events/bitmask.ts';
import { cutOn, evidenceOf, lightOf } from './cut.ts';
import { cutPriorSchema } from './cut-prior.ts';
import type { Cut } from './find-cut.ts';
import type { Light, StepInput, StepKind } from './step.ts';

/**
 * CD3 x CD56 in four: x is cut first, then y apart in the x-negative and in the x-positive events, since spillover and
 * dim expression differ between them. A half with too few events takes the other half's cut.
 */
export const fourWaySchema = z.strictObject({
  kind: z.literal('four-way'),
  x: cutPriorSchema,
  y: cutPriorSchema,
  spread: z.number().positive().default(4),
});
export type FourWayStep = z.infer<typeof fourWaySchema>;

/** Below this a half of the plane does not place its own cut. */
const MIN_EVENTS = 150;

export const fourWay: StepKind<FourWayStep> = {
  gateDimensions: 2,
  place({ x: xPrior, y: yPrior, spread }, input) {
    const x = cutOn(input, 0, xPrior, spread);
    const positives = countAbove(input, 0, x.position);
    const side = (wanted: boolean) => (part: number, event: number) =>
      (input.parts[part]?.columns[0]?.[event] ?? Number.NaN) >= x.position === wanted;
    const negativeSide = input.parentCount - positives >= MIN_EVENTS ? cutOn(input, 1, yPrior, spread, side(false)) : undefined;
    const positiveSide = positives >= MIN_EVENTS ? cutOn(input, 1, yPrior, spread, side(true)) : undefined;
    const left = negativeSide ?? positiveSide ?? cutOn(input, 1, yPrior, spread);
    const right = rightCut(left, positiveSide);
    return {
      gate: { kind: 'quadrant', x: x.position, y: [left.position, right.position] },
      light: worst([lightOf(x), lightOf(left)]),
      evidence: [evidenceOf(x, 'x'), evidenceOf(left, 'y')],
    };
  },
};

/** Without a valley of its own, the x-positive half is cut where the other half is, or beyond the spread of its negatives. */
function rightCut(left: Cut, right: Cut | undefined): Cut {
  if (right === undefined || right.basis === 'positive-edge' || right.basis === 'prior') return left;
  return right.basis === 'valley' || left.basis !== 'valley' ? right : { ...left, position: Math.max(left.position, right.position) };
}

function countAbove({ parts }: StepInput, dimension: number, position: number): number {
  let total = 0;
  for (const { columns, parent, eventCount } of parts) {
    const values = columns[dimension]!;
    for (let event = 0; event < eventCount; event++) if (values[event]! >= position && has(parent, event)) total++;
  }
  return total;
}

const order: readonly Light[] = ['green', 'amber', 'red'];
const worst = (lights: readonly Light[]): Light => lights.reduce((a, b) => (order.indexOf(a) > order.indexOf(b) ? a : b), 'green');
