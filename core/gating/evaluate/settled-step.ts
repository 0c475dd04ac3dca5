import type { PartEstimate } from '../automatic/kind/part-estimate.ts';
import type { StepResult } from '../automatic/kind/step.ts';
import { worstLight } from '../density/sensitivity.ts';
import type { AutomaticGate, Population } from '../strategy/population.ts';

/** What a step said of its gate, for all of its populations. */
export interface SettledStep extends Omit<AutomaticGate, 'estimate'> {
  readonly estimates: readonly PartEstimate[] | undefined;
}

export function ofPart({ estimates, ...automatic }: SettledStep, part: number): AutomaticGate {
  const estimate = estimates?.[part];
  return estimate === undefined ? automatic : { ...automatic, estimate };
}

/** A gate is no surer than the automatic gate above it. */
export function underParent({ light, evidence }: StepResult, { light: above }: Population): Pick<StepResult, 'light' | 'evidence'> {
  const worst = worstLight([light, above ?? 'green']);
  return worst === light
    ? { light, evidence }
    : { light: worst, evidence: [...evidence, { code: 'parent-doubt', values: { light: worst } }] };
}
