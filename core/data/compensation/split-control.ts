import { quantileOf } from '../../base/math/robust-slope.ts';
import type { ControlEvents, ControlGates, SingleStain, ValueRange } from './control.ts';

/** The positives of a control, in order of their primary channel, and where negatives lie, if they are known. */
export interface SplitControl {
  readonly positives: Uint32Array;
  /** Medians of the negatives by channel: of the universal ones, else of the control's own. */
  readonly negative: readonly number[] | undefined;
  readonly saturated: number;
  /** The gates as they were used. */
  readonly gates: ControlGates;
}

/** Events within this part of the largest value that occurs often are taken as saturated. */
const SATURATED_SHARE = 0.002;
const FEWEST_NEGATIVES = 50;

/**
 * Positives are the brighter of a control's two clusters, where it has two. A control of one cluster is positive as a whole; if universal
 * negatives are known and it does not lie clear of them, only what is above their 99.5 % quantile. Gates that a person placed come before both.
 */
export function splitControl(stain: SingleStain, universal: ControlEvents | undefined): SplitControl {
  const { columns, primary, eventCount, gates } = stain;
  const own = columns[primary]!;
  const top = saturation(own);
  const cut = clusterCut(own) ?? (universal === undefined ? undefined : wholeCut(own, universal.columns[primary]!));
  const usable = Array.from({ length: eventCount }, (_, event) => event).filter(
    (event) => !(own[event]! >= top) && Number.isFinite(own[event]!),
  );
  const isPositive = gates?.positive === undefined ? (value: number) => cut === undefined || value > cut : within(gates.positive);
  const positives = Uint32Array.from(usable.filter((event) => isPositive(own[event]!))).sort((a, b) => own[a]! - own[b]!);
  const dark = negativesOf(stain, usable, cut, universal);
  return {
    positives,
    negative: dark?.medians,
    saturated: eventCount - usable.length,
    gates: {
      positive: gates?.positive ?? (positives.length === 0 ? undefined : { min: own[positives[0]!]!, max: own[positives.at(-1)!]! }),
      negative: gates?.negative ?? dark?.range,
    },
  };
}

/** The negatives' medians by channel and where they lie in the control's own detector; undefined where there are too few to tell. */
function negativesOf(
  { columns, primary, gates }: SingleStain,
  usable: readonly number[],
  cut: number | undefined,
  universal: ControlEvents | undefined,
): { readonly medians: readonly number[]; readonly range: ValueRange } | undefined {
  const from = universal?.columns ?? columns;
  const own = from[primary]!;
  const isNegative = gates?.negative === undefined ? undefined : within(gates.negative);
  if (universal !== undefined && isNegative === undefined)
    return { medians: from.map((column) => quantileOf(column, 0.5)), range: rangeOf(own) };
  const events = universal === undefined ? usable : Array.from(own, (_, event) => event);
  const dark = events.filter((event) => isNegative?.(own[event]!) ?? (cut !== undefined && own[event]! <= cut));
  if (dark.length < FEWEST_NEGATIVES) return undefined;
  const valuesOf = (column: Float64Array) => Float64Array.from(dark, (event) => column[event]!);
  return { medians: from.map((column) => quantileOf(valuesOf(column), 0.5)), range: rangeOf(valuesOf(own)) };
}

const within =
  ({ min, max }: ValueRange) =>
  (value: number): boolean =>
    value >= min && value <= max;

function rangeOf(values: Float64Array): ValueRange {
  let [min, max] = [Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY];
  for (const value of values) {
    if (value < min) min = value;
    if (value > max) max = value;
  }
  return { min, max };
}

/** A control of one cluster that lies mostly above the negatives is stained as a whole; else what lies above nearly all of them is. */
function wholeCut(own: Float64Array, negatives: Float64Array): number {
  const cut = quantileOf(negatives, 0.995);
  return quantileOf(own, 0.25) > cut ? Number.NEGATIVE_INFINITY : cut;
}

/** The value at which the detector's range ends, where many events pile up at the largest one; infinite else. */
function saturation(values: Float64Array): number {
  const largest = values.reduce((most, value) => (value > most ? value : most), Number.NEGATIVE_INFINITY);
  const piled = values.reduce((sum, value) => sum + (value >= largest ? 1 : 0), 0);
  return piled > values.length * SATURATED_SHARE && piled > 10 ? largest : Number.POSITIVE_INFINITY;
}

/** Between two clusters on a logarithmic scale, where the best split (Otsu's) leaves clusters far apart; undefined where it does not. */
function clusterCut(values: Float64Array): number | undefined {
  const knee = Math.max(1, Math.abs(quantileOf(values, 0.05)));
  const bent = Float64Array.from(values, (value) => Math.asinh(value / knee)).sort();
  const n = bent.length;
  const sums = new Float64Array(n + 1);
  const squares = new Float64Array(n + 1);
  bent.forEach((value, i) => {
    sums[i + 1] = sums[i]! + value;
    squares[i + 1] = squares[i]! + value * value;
  });
  const spread = (from: number, to: number) => squares[to]! - squares[from]! - (sums[to]! - sums[from]!) ** 2 / (to - from);
  let best = { at: 0, within: Number.POSITIVE_INFINITY };
  for (let at = Math.ceil(n / 50); at < n - n / 50; at++) {
    const within = spread(0, at) + spread(at, n);
    if (within < best.within) best = { at, within };
  }
  if (best.at === 0 || n < 100) return undefined;
  const gap = (sums[n]! - sums[best.at]!) / (n - best.at) - sums[best.at]! / best.at;
  const deviation = Math.sqrt(best.within / n);
  return gap > 4 * deviation ? Math.sinh((bent[best.at - 1]! + bent[best.at]!) / 2) * knee : undefined;
}
