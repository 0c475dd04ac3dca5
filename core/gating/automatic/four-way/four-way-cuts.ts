import { BINS, type Density, smooth } from '../../density/density-1d.ts';
import { bandwidthFor, DENSITY_HIGH, DENSITY_LOW } from '../../density/density-range.ts';
import { GRID, type Grid, strip } from '../../density/grid-2d.ts';
import { findPeaks, valleyBetween } from '../../density/peaks.ts';
import { heldTo, type RunAxis } from '../../density/run-axis.ts';
import { type Component, marginalAt } from '../../density/t-mixture.ts';
import type { FourWayFit } from './four-way-fit.ts';

/** One divider, and what stands for and against it. */
export interface Divider {
  readonly position: number;
  readonly basis: 'valley' | 'likelihood' | 'tail';
  /** Where the two sides are equally likely by the mixture. */
  readonly likelihood: number;
  readonly valley: number | undefined;
  /** It stands where the other half is divided, or where its own cells end: neither mixture nor protocol has a say in it. */
  readonly isBeside: boolean;
  /** Events on both sides of it, and which of the sides are shown by the events. */
  readonly events: number;
  readonly below: readonly number[];
  readonly above: readonly number[];
}

/** A side that is absent is held to be this share of its neighbour: rare cells are counted, tails are not. */
const FEWEST_SHARE = 0.002;

/** The divider between two groups of parts on one axis, for events between `from` and `to` on the other. */
export function placeDivider(
  grid: Grid,
  fit: FourWayFit,
  axis: 0 | 1,
  below: readonly number[],
  above: readonly number[],
  [from, to]: readonly [number, number],
  run: RunAxis = {},
  /** Where the other half of the axis is divided: what is expected where one side only is there. */
  beside?: number,
): Divider {
  const of = (parts: readonly number[]) => fit.mixture.components.filter((_, i) => parts.includes(fit.parts[i]!));
  const [lower, higher] = [of(below), of(above)];
  const both = weightOf(lower) + weightOf(higher);
  const likely = (components: readonly Component[], at: number) => {
    const floor = both < 1e-6 ? 1 : Math.max(0, FEWEST_SHARE * both - weightOf(components));
    return components.reduce((sum, component) => sum + (component.weight + floor / components.length) * marginalAt(component, axis, at), 0);
  };
  const [low, high] = [centreOf(lower, axis), centreOf(higher, axis)];
  const likelihood = crossing(low, high, (at) => likely(higher, at) - likely(lower, at));
  const counts = strip(grid, axis === 0 ? 'x' : 'y', from, to);
  const events = counts.reduce((sum, n) => sum + n, 0);
  const shown = [below, above].every((parts) => parts.some((part) => fit.present[part]));
  const tail = tailEdge(lower, beside === undefined || !shown ? higher : [], axis, beside ?? likelihood, run);
  const valley = shown ? valleyIn(counts, events, low, high) : undefined;
  // without a valley of its own, a half is divided where the other is, unless its own cells reach beyond
  const isAlone = shown && beside === undefined;
  return {
    position: valley ?? (isAlone ? likelihood : tail),
    basis: valley !== undefined ? 'valley' : isAlone ? 'likelihood' : 'tail',
    likelihood,
    isBeside: valley === undefined && beside !== undefined,
    valley,
    events,
    below,
    above,
  };
}

/** Standard deviations that a divider keeps from the only cluster there is: what reaches beyond is one in some thousands. */
const TAIL_SPREADS = 3.5;

/** Where one side only is there: where the other is as likely, but not within the tail of the one that is. */
function tailEdge(
  lower: readonly Component[],
  higher: readonly Component[],
  axis: 0 | 1,
  expected: number,
  { control, siblings }: RunAxis,
): number {
  const spread = ({ spread: of }: Component) => TAIL_SPREADS * Math.sqrt(of[axis === 0 ? 0 : 2]);
  const there = (of: readonly Component[]) => of.filter(({ weight }) => weight > 0.01);
  const [below, above] = [there(lower), there(higher)];
  if (below.length > 0 && above.length === 0) {
    const end = Math.max(...below.map((component) => component.mean[axis] + spread(component)));
    return heldTo(control, Math.max(siblings?.cut ?? expected, end));
  }
  if (above.length > 0 && below.length === 0) {
    const end = Math.min(...above.map((component) => component.mean[axis] - spread(component)));
    return Math.max(control?.edge ?? Number.NEGATIVE_INFINITY, Math.min(siblings?.cut ?? expected, end));
  }
  return expected;
}

const weightOf = (components: readonly Component[]): number => components.reduce((sum, { weight }) => sum + weight, 0);

/** The middle of components by their weight; of absent ones, the plain middle. */
function centreOf(components: readonly Component[], axis: 0 | 1): number {
  const total = weightOf(components);
  return components.reduce((sum, { weight, mean }) => sum + (total < 1e-6 ? 1 / components.length : weight / total) * mean[axis], 0);
}

const positionAt = ({ low, high, counts }: Density, bin: number): number => low + ((bin + 0.5) * (high - low)) / counts.length;

/** Standard errors of its lowest place within which a valley is flat. */
const FLAT = 2;

const STEPS = 400;

/** First place from low to high where the difference turns positive. */
function crossing(low: number, high: number, difference: (at: number) => number): number {
  for (let step = 0; step <= STEPS; step++) {
    const at = low + ((high - low) * step) / STEPS;
    if (difference(at) >= 0) return at;
  }
  return high;
}

/** The valley between two places, where there is one that is clearly lower than both sides. */
function valleyIn(counts: Float64Array, events: number, low: number, high: number): number | undefined {
  const bandwidth = bandwidthFor(events);
  const density = densityFrom(counts, events, bandwidth);
  const bins = (bandwidth * BINS) / (DENSITY_HIGH - DENSITY_LOW);
  const peaks = findPeaks(density, bins);
  const nearest = (at: number) => peaks.toSorted((a, b) => Math.abs(a.position - at) - Math.abs(b.position - at))[0];
  const [left, right] = [nearest(low), nearest(high)];
  if (left === undefined || right === undefined || left.bin >= right.bin) return undefined;
  const valley = valleyBetween(density, left, right, bins);
  if (!(valley.significance > 4 && valley.height < 0.6 * Math.min(left.height, right.height))) return undefined;
  // where the valley is wide, negatives end where it begins
  const flat =
    valley.height + (FLAT * Math.sqrt(Math.max(1, valley.height * bins * 2 * Math.sqrt(Math.PI)))) / (bins * 2 * Math.sqrt(Math.PI));
  let begin = left.bin;
  while (density.counts[begin]! > flat && begin < right.bin) begin++;
  return (positionAt(density, begin) + valley.position) / 2;
}

function densityFrom(counts: Float64Array, total: number, bandwidth: number): Density {
  const fine = Float64Array.from({ length: BINS }, (_, bin) => counts[Math.floor((bin * GRID) / BINS)]! / (BINS / GRID));
  return { low: DENSITY_LOW, high: DENSITY_HIGH, counts: smooth(fine, (bandwidth * BINS) / (DENSITY_HIGH - DENSITY_LOW)), total };
}
