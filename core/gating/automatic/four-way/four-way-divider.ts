import { type Grid, gridBin, strip } from '../../density/grid-2d.ts';
import { rounded, SMALL_MOVE } from '../../density/sensitivity.ts';
import { marginalAt } from '../../density/t-mixture.ts';
import type { AxisPrior } from '../kind/axis-prior.ts';
import type { Evidence } from '../kind/step.ts';
import type { Divider } from './four-way-cuts.ts';
import type { FourWayFit } from './four-way-fit.ts';
import type { FourWaySetting } from './four-way-setting.ts';

export interface JudgedDivider {
  readonly points: number;
  readonly moved: number;
  /** Events of the lower side above the divider and of the higher side below it. */
  readonly wrong: { readonly above: number; readonly below: number };
  readonly evidence: readonly Evidence[];
}

/** How many points the parts could move: the mixture's own place, a small move, and the events that it holds to be on the wrong side. */
export function judgeDivider(
  grid: Grid,
  fit: FourWayFit,
  divider: Divider,
  axis: 0 | 1,
  [from, to]: readonly [number, number],
  { run, priors }: FourWaySetting,
): JudgedDivider {
  const { control, siblings } = run[axis];
  const counts = strip(grid, axis === 0 ? 'x' : 'y', from, to);
  const between = (a: number, b: number) => {
    let sum = 0;
    for (let bin = gridBin(Math.min(a, b)); bin < gridBin(Math.max(a, b)); bin++) sum += counts[bin]!;
    return (100 * sum) / grid.total;
  };
  const { position, likelihood, basis } = divider;
  const template = templateOf(fit, priors[axis], axis);
  const moved = Math.max(between(position - SMALL_MOVE, position), between(position, position + SMALL_MOVE));
  const wrong = wrongSide(fit, divider, axis);
  // errors to both sides cancel in a percentage; what remains is their difference, and a part of what overlaps
  const points = Math.max(
    ...(divider.isBeside ? [] : [between(position, likelihood), between(position, template)]),
    ...(control?.kind === 'fmo' ? [between(position, control.edge)] : []),
    ...(siblings === undefined ? [] : [between(position, siblings.cut)]),
    moved,
    Math.abs(wrong.above - wrong.below) / 2,
    Math.min(wrong.above, wrong.below) / 2,
  );
  const name = axis === 0 ? 'x' : 'y';
  const beside = (code: string, at: number, values: Evidence['values']): Evidence => ({
    code,
    values: { axis: name, points: rounded(between(position, at)), ...values },
  });
  const evidence: readonly Evidence[] = [
    {
      code: `divider-${basis}`,
      values: {
        axis: name,
        doubt: rounded(points),
        mixture: rounded(between(position, likelihood)),
        template: rounded(between(position, template)),
        false: rounded(wrong.above),
        missed: rounded(wrong.below),
      },
    },
    ...(control === undefined ? [] : [beside(`control-${control.kind}`, control.edge, { file: control.file })]),
    ...(siblings === undefined ? [] : [beside('siblings', siblings.cut, { samples: siblings.samples })]),
  ];
  return { points, moved, wrong, evidence };
}

/** Where the protocol's own cut comes to stand between the levels of this sample: an estimate that looks at no valley and no shape. */
function templateOf({ anchors }: FourWayFit, { negative, positive, expected }: AxisPrior, axis: 0 | 1): number {
  const levels = axis === 0 ? anchors.x : anchors.y;
  const share = (expected - negative.at) / (positive.at - negative.at);
  return levels.negative + share * (levels.positive - levels.negative);
}

/** Events (per cent of all) of the lower parts above the divider, and of the higher parts below it, by the mixture. */
function wrongSide({ mixture: { components }, parts }: FourWayFit, { position, below, above }: Divider, axis: 0 | 1) {
  const tail = (of: readonly number[], side: -1 | 1) => {
    let sum = 0;
    for (const [i, component] of components.entries()) {
      if (!of.includes(parts[i]!) || component.weight === 0) continue;
      const sd = Math.sqrt(component.spread[axis === 0 ? 0 : 2]);
      for (let step = 0; step < 40; step++)
        sum += component.weight * marginalAt(component, axis, position + side * (step + 0.5) * 0.15 * sd) * 0.15 * sd;
    }
    return 100 * sum;
  };
  return { above: tail(below, 1), below: tail(above, -1) };
}
