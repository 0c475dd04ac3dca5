import { type Gate, kindOf } from '../gates/gates.ts';
import { learningAxes, type Step } from './steps.ts';

/** A gate that a person placed where a step had stood, with the zeros of the file's scales. */
export interface PlacedCut {
  readonly gate: Gate;
  readonly zeros: readonly number[];
}

/**
 * The step with what persons placed as observations of its prior: its expected place moves towards theirs, and its window opens
 * to hold them. Only when told to: nothing calls this by itself. Steps without a prior stay as they are.
 */
export function updatePrior(step: Step, placed: readonly PlacedCut[]): Step {
  const along = (dimension: number) =>
    placed.flatMap(({ gate, zeros }) => (kindOf(gate).cuts?.along(gate, dimension) ?? []).map((at) => shareOf(at, zeros[dimension] ?? 0)));
  return learningAxes(step).reduce((known, { axis, towards }) => towards(known, along(axis)), step);
}

const shareOf = (at: number, zero: number): number => (at - zero) / (1 - zero);
