import type { Grid } from '../../density/grid-2d.ts';
import { lightOfSensitivity, worstLight } from '../../density/sensitivity.ts';
import type { StepResult } from '../kind/step.ts';
import { judgeDivider } from './four-way-divider.ts';
import type { FourWayFit } from './four-way-fit.ts';
import { estimateParts, type FourWayDividers } from './four-way-parts.ts';
import type { FourWaySetting } from './four-way-setting.ts';
import { warningsOf } from './four-way-warnings.ts';

/** What speaks for and against the four-way, in the numbers that its sentences use, and the light that follows from them. */
export function judgeFourWay(
  grid: Grid,
  fit: FourWayFit,
  dividers: FourWayDividers,
  setting: FourWaySetting,
): Pick<StepResult, 'light' | 'evidence' | 'parts'> {
  const { x, left, right } = dividers;
  const { priors, zeros } = setting;
  const everywhere = [Number.NEGATIVE_INFINITY, Number.POSITIVE_INFINITY] as const;
  const judged = [
    judgeDivider(grid, fit, x, 0, everywhere, setting),
    judgeDivider(grid, fit, left, 1, [everywhere[0], x.position], setting),
    judgeDivider(grid, fit, right, 1, [x.position, everywhere[1]], setting),
  ];
  const doubt = Math.max(...judged.map(({ points }) => points));
  const warnings = warningsOf(grid, fit, priors, zeros);
  return {
    light: worstLight([lightOfSensitivity(doubt), ...warnings.map(({ light }) => light)]),
    evidence: [...judged.flatMap(({ evidence }) => evidence), ...warnings.map(({ evidence }) => evidence)],
    parts: estimateParts(grid, dividers, judged),
  };
}
