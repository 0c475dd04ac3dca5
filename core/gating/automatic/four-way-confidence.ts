import { quadrantOf } from '../../gates/quadrant.ts';
import { lightOfDoubt, rounded, SMALL_MOVE, worstLight } from './doubt.ts';
import type { AxisPrior } from './four-way-anchors.ts';
import type { Divider } from './four-way-cuts.ts';
import { type FourParts, type FourWayFit, sides } from './four-way-fit.ts';
import type { FourWaySetting } from './four-way-setting.ts';
import type { Grid } from './grid-2d.ts';
import { GRID, gridBin, gridPosition, strip } from './grid-2d.ts';
import { estimatePart, type PartEstimate } from './part-estimate.ts';
import type { Evidence, Light, StepResult } from './step.ts';
import { type Component, marginalAt } from './t-mixture.ts';

export interface FourWayDividers {
  readonly x: Divider;
  readonly left: Divider;
  readonly right: Divider;
}

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
    light: worstLight([lightOfDoubt(doubt), ...warnings.map(({ light }) => light)]),
    evidence: [...judged.flatMap(({ evidence }) => evidence), ...warnings.map(({ evidence }) => evidence)],
    parts: estimateParts(grid, dividers, judged),
  };
}

/** Which side of the x divider and of its y divider a part is on, in the order of a quadrant's populations. */
const corners = [
  [-1, 1],
  [1, 1],
  [1, -1],
  [-1, -1],
] as const;
/** A divider's own standard deviation on the display scale, as a share of a small move. */
const OWN_MOVE = 0.4;

/** Events of each part. */
export function countParts(grid: Grid, { x, left, right }: FourWayDividers): readonly number[] {
  const counts = [0, 0, 0, 0];
  const gate = { kind: 'quadrant' as const, x: x.position, y: [left.position, right.position] as [number, number] };
  for (let row = 0; row < GRID; row++)
    for (let column = 0; column < GRID; column++) {
      const n = grid.counts[row * GRID + column]!;
      if (n > 0) counts[quadrantOf(gate, gridPosition(column), gridPosition(row)) ?? 3]! += n;
    }
  return counts;
}

function estimateParts(grid: Grid, dividers: FourWayDividers, judged: readonly Judged[]): readonly PartEstimate[] {
  const counts = countParts(grid, dividers);
  return corners.map(([sideX, sideY], part) => {
    const [first, second] = [judged[0]!, judged[sideX < 0 ? 1 : 2]!];
    // an error across x goes to one of the two parts of that side, by their share of it
    const besides = sideY > 0 ? (sideX < 0 ? 3 : 2) : sideX < 0 ? 0 : 1;
    const share = counts[part]! / Math.max(1, counts[part]! + counts[besides]!);
    const moved = Math.hypot(first.moved * share, second.moved) * OWN_MOVE;
    const of = ({ wrong }: Judged, side: -1 | 1) =>
      (side > 0 ? [wrong.above, wrong.below] : [wrong.below, wrong.above]) as [number, number];
    const [[fpX, fnX], [fpY, fnY]] = [of(first, sideX), of(second, sideY)];
    return estimatePart(counts[part]!, grid.total, moved, rounded(fpX * share + fpY), rounded(fnX * share + fnY));
  });
}

interface Judged {
  readonly points: number;
  readonly moved: number;
  /** Events of the lower side above the divider and of the higher side below it. */
  readonly wrong: { readonly above: number; readonly below: number };
  readonly evidence: readonly Evidence[];
}

/** How many points the parts could move: the mixture's own place, a small move, and the events that it holds to be on the wrong side. */
function judgeDivider(
  grid: Grid,
  fit: FourWayFit,
  divider: Divider,
  axis: 0 | 1,
  [from, to]: readonly [number, number],
  { run, priors }: FourWaySetting,
): Judged {
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
    between(position, likelihood),
    between(position, template),
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

interface Warning {
  readonly light: Light;
  readonly evidence: Evidence;
}

function warningsOf(grid: Grid, fit: FourWayFit, priors: readonly [AxisPrior, AxisPrior], zeros: readonly number[]): readonly Warning[] {
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
