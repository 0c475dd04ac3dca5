import type { AxisPrior } from '../density/axis-prior.ts';
import type { CutPrior } from '../density/cut-prior.ts';
import { type Gate, kindOf } from '../gates/gates.ts';
import type { Step } from './steps.ts';

/** A gate that a person placed where a step had stood, with the zeros of the file's scales. */
export interface PlacedCut {
  readonly gate: Gate;
  readonly zeros: readonly number[];
}

/** What the protocol's own prior is worth, in placed cuts. */
const PRIOR_WEIGHT = 5;

/**
 * The step with what persons placed as observations of its prior: its expected place moves towards theirs, and its window opens
 * to hold them. Only when told to: nothing calls this by itself. Steps without a prior stay as they are.
 */
export function updatePrior(step: Step, placed: readonly PlacedCut[]): Step {
  const along = (dimension: number) =>
    placed.flatMap(({ gate, zeros }) => (kindOf(gate).cuts?.along(gate, dimension) ?? []).map((at) => shareOf(at, zeros[dimension] ?? 0)));
  if (step.kind === 'cut' || step.kind === 'viability') return { ...step, prior: updated(step.prior, along(0)) };
  if (step.kind === 'four-way') return { ...step, x: updatedAxis(step.x, along(0)), y: updatedAxis(step.y, along(1)) };
  return step;
}

/** Where the cut is expected elsewhere, so are the positive events: the negatives are read from every file. */
function updatedAxis(axis: AxisPrior, places: readonly number[]): AxisPrior {
  const prior = updated(axis, places);
  return { ...axis, ...prior, positive: { ...axis.positive, at: axis.positive.at + prior.expected - axis.expected } };
}

const shareOf = (at: number, zero: number): number => (at - zero) / (1 - zero);

function updated({ low, expected, high }: CutPrior, places: readonly number[]): CutPrior {
  if (places.length === 0) return { low, expected, high };
  const sum = places.reduce((total, place) => total + place, 0);
  const moved = (PRIOR_WEIGHT * expected + sum) / (PRIOR_WEIGHT + places.length);
  return { low: Math.min(low, moved, ...places), expected: moved, high: Math.max(high, moved, ...places) };
}
