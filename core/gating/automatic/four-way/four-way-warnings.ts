import type { Grid } from '../../density/grid-2d.ts';
import { rounded } from '../../density/sensitivity.ts';
import type { Component } from '../../density/t-mixture.ts';
import type { AxisPrior } from '../kind/axis-prior.ts';
import type { Evidence, Light } from '../kind/step.ts';
import { type FourParts, type FourWayFit, sides } from './four-way-fit.ts';

/** Events below which a four-way is not left alone. */
const FEW = 300;
/** Difference of log probabilities to the next best reading of the clusters. */
const CLEAR_MARGIN = 1.5;
const LEAST_MARGIN = 0.5;
/** Negative levels of the two halves of an axis that differ by more than this share of the scale are not one level. */
const MOST_DIFFERENCE = 0.13;
/** Negative cells of one half that spread so much wider than those of the other hold more than one kind. */
const MOST_SPREAD_RATIO = 1.45;
/** Clusters of one negative part further apart than this, each of at least this share, are not surely one part. */
const MOST_SPLIT = 0.13;
const LEAST_SPLIT = 0.03;
/** Shares of double-positive events that no culture has, and that only a wrong scale explains. */
const MOST_DOUBLE = 0.55;
const SURELY_WRONG_DOUBLE = 0.75;
const SPREAD_BY_SPILL = 2.2;
const MOST_BACKGROUND = 0.03;
/** Standard deviations of a level from where the prior has it. */
const MOST_SURPRISE = 2.5;

export interface Warning {
  readonly light: Light;
  readonly evidence: Evidence;
}

/** What of the fit as a whole speaks against it, each with the light that it asks for. */
export function warningsOf(
  grid: Grid,
  fit: FourWayFit,
  priors: readonly [AxisPrior, AxisPrior],
  zeros: readonly number[],
): readonly Warning[] {
  const warnings: Warning[] = [];
  const warn = (light: Light, code: string, values: { readonly [name: string]: string | number }) =>
    warnings.push({ light, evidence: { code, values } });
  if (grid.total < FEW) warn('amber', 'few-events', { events: grid.total });
  if (fit.modes.length === 0) warn('red', 'no-cluster', { events: grid.total });
  if (fit.present.filter(Boolean).length === 1 && fit.present[3]) warn('red', 'all-negative', { events: grid.total });
  const double = sharesOf(fit)[1]!;
  if (double > MOST_DOUBLE) warn(double > SURELY_WRONG_DOUBLE ? 'red' : 'amber', 'many-double', { percent: rounded(100 * double, 0) });
  const { margin } = fit.anchors;
  if (margin < CLEAR_MARGIN) warn(margin < LEAST_MARGIN ? 'red' : 'amber', 'reading-unclear', { margin: rounded(margin, 1) });
  const { background } = fit.mixture;
  if (background > MOST_BACKGROUND) warn('amber', 'background', { percent: rounded(100 * background, 1) });
  for (const axis of [0, 1] as const) {
    const name = axis === 0 ? 'x' : 'y';
    for (const side of ['negative', 'positive'] as const) {
      const levels = ([0, 1, 2, 3] as const)
        .filter((part) => sides[part][axis] === side)
        .flatMap((part) => levelOf(fit, part, axis, zeros) ?? []);
      if (side === 'negative' && Math.max(...levels) - Math.min(...levels) > MOST_DIFFERENCE)
        warn('amber', 'levels-differ', { axis: name, share: rounded(100 * (Math.max(...levels) - Math.min(...levels)), 0) });
      const split = splitOf(fit, axis);
      if (side === 'negative' && split > MOST_SPLIT) warn('amber', 'negatives-split', { axis: name, share: rounded(100 * split, 0) });
      const wide = spreadRatio(fit, axis);
      if (side === 'negative' && wide > MOST_SPREAD_RATIO) warn('amber', 'spread-differs', { axis: name, times: rounded(wide, 1) });
      const { at, spread } = priors[axis][side];
      const surprise = Math.max(0, ...levels.map((level) => Math.abs(level - at) / spread));
      if (surprise > MOST_SURPRISE) warn('amber', `far-${side}`, { axis: name, spreads: rounded(surprise, 1) });
    }
  }
  return warnings;
}

const sharesOf = ({ mixture: { components }, parts }: FourWayFit): readonly number[] =>
  [0, 1, 2, 3].map((part) => components.reduce((sum, { weight }, i) => sum + (parts[i] === part ? weight : 0), 0));

/** How far apart two clusters of one negative part stand, on the display scale: one of them may be dim. */
function splitOf({ modes, anchors }: FourWayFit, axis: 0 | 1): number {
  const at = ([0, 1, 2, 3] as const)
    .filter((part) => sides[part][axis] === 'negative')
    .map((part) =>
      modes.filter(({ share }, i) => share > LEAST_SPLIT && anchors.parts[i] === part).map(({ x, y }) => (axis === 0 ? x : y)),
    );
  return Math.max(0, ...at.map((values) => (values.length < 2 ? 0 : Math.max(...values) - Math.min(...values))));
}

/** How much wider the negative cells of one half are than those of the other: dim cells may hide among them. */
function spreadRatio({ mixture: { components }, parts }: FourWayFit, axis: 0 | 1): number {
  const spread = (part: FourParts) => {
    const component = heaviest(components, parts, part);
    return component === undefined ? undefined : Math.sqrt(component.spread[axis === 0 ? 0 : 2]);
  };
  // of the half that is positive on the other axis, light that spills from it widens the negatives: that alone hides nothing
  const [dark, bright] = [spread(3), spread(axis === 0 ? 0 : 2)];
  return dark === undefined || bright === undefined ? 1 : Math.max(dark / bright, bright / dark / SPREAD_BY_SPILL);
}

const heaviest = (components: readonly Component[], parts: readonly FourParts[], part: FourParts): Component | undefined =>
  components.filter(({ weight }, i) => parts[i] === part && weight > 0.01).toSorted((a, b) => b.weight - a.weight)[0];

/** Where a part that is there stands on an axis, as a share of the way from zero to the top; its heaviest cluster counts. */
function levelOf(
  { mixture: { components }, parts }: FourWayFit,
  part: FourParts,
  axis: 0 | 1,
  zeros: readonly number[],
): number | undefined {
  const own = heaviest(components, parts, part);
  return own === undefined ? undefined : (own.mean[axis] - zeros[axis]!) / (1 - zeros[axis]!);
}
