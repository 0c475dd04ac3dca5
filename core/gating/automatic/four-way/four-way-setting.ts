import { levelsIn, onAxis, type RunAxis } from '../../density/run-axis.ts';
import type { AxisPrior } from '../kind/axis-prior.ts';
import type { StepInput } from '../kind/step.ts';
import type { RarePart } from './four-way-anchors.ts';

/** What is expected of the two axes: by the protocol, and by other files of the run. */
export interface FourWaySetting {
  readonly priors: readonly [AxisPrior, AxisPrior];
  readonly zeros: readonly number[];
  readonly run: readonly [RunAxis, RunAxis];
  readonly rare: RarePart;
}

export function settingOf(
  { x, y, rare }: { readonly x: AxisPrior; readonly y: AxisPrior; readonly rare: RarePart },
  { zeros, scales }: Pick<StepInput, 'zeros' | 'scales'>,
): FourWaySetting {
  const run = [x, y].map(({ sameRun }, axis) => onAxis(sameRun, scales[axis] ?? Number)) as [RunAxis, RunAxis];
  const priors = [x, y].map((prior, axis) => levelsIn(run[axis as 0 | 1], prior, zeros[axis] ?? 0)) as [AxisPrior, AxisPrior];
  return { priors, zeros, run, rare };
}
