import { type Grid, gridBin, strip } from '../../density/grid-2d.ts';
import { lightOfSensitivity, rounded, worstLight } from '../../density/sensitivity.ts';
import type { StepResult } from '../kind/step.ts';
import { judgeDivider } from './four-way-divider.ts';
import type { FourWayFit } from './four-way-fit.ts';
import { BEYOND_END, type Landmark } from './four-way-landmark.ts';
import { estimateParts, type FourWayDividers } from './four-way-parts.ts';
import type { FourWaySetting } from './four-way-setting.ts';
import { type Warning, warningsOf } from './four-way-warnings.ts';

/** What speaks for and against the four-way, in the numbers that its sentences use, and the light that follows from them. */
export function judgeFourWay(
  grid: Grid,
  fit: FourWayFit,
  dividers: FourWayDividers,
  setting: FourWaySetting,
  mark?: Landmark,
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
  const warnings = [...warningsOf(grid, fit, priors, zeros), ...otherReading(grid, dividers, mark?.end), ...lifted(dividers, mark)];
  return {
    light: worstLight([lightOfSensitivity(doubt), ...warnings.map(({ light }) => light)]),
    evidence: [...judged.flatMap(({ evidence }) => evidence), ...warnings.map(({ evidence }) => evidence)],
    parts: estimateParts(grid, dividers, judged),
  };
}

/** Points, and share of the part, by which two readings of the dim cells of the left half may differ. */
const LOOK = { points: 0.5, share: 1 / 3 } as const;
/** Standard errors of counting. */
const SURELY = 3;
const STOP = { points: 2, share: 1 / 3 } as const;

/** The other reading of the left half: that what lies beyond the end of the negatives, more than these leave there, carries the marker. */
function otherReading(grid: Grid, { x, left }: FourWayDividers, end: number | undefined): readonly Warning[] {
  if (end === undefined || end >= left.position) return [];
  const counts = strip(grid, 'y', Number.NEGATIVE_INFINITY, x.position);
  const above = (position: number) => (100 * counts.subarray(gridBin(position)).reduce((sum, n) => sum + n, 0)) / grid.total;
  const own = above(left.position);
  const beyond = above(end) - own;
  const below = above(Number.NEGATIVE_INFINITY) - own - beyond;
  const other = own + Math.max(0, beyond - BEYOND_END * below);
  const differ = ({ points, share }: { readonly points: number; readonly share: number }) => other - own > Math.max(points, share * other);
  if (!differ(LOOK)) return [];
  // in events: whether more lie there than chance puts there
  const isSure = ((other - own) / 100) * grid.total > SURELY * Math.sqrt((beyond / 100) * grid.total);
  return [
    {
      light: differ(STOP) && isSure ? 'red' : 'amber',
      evidence: { code: 'dim-cells', values: { axis: 'y', percent: rounded(own, 1), other: rounded(other, 1) } },
    },
  ];
}

/** Where the lowest cells are not those without the marker, there is nothing to divide from. */
const lifted = ({ left }: FourWayDividers, mark: Landmark | undefined): readonly Warning[] =>
  mark?.lifted !== undefined && mark.lifted < left.position
    ? [{ light: 'red', evidence: { code: 'no-negatives', values: { axis: 'y' } } }]
    : [];
