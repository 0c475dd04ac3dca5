import { conditionNumber, invert, type Matrix, multiply } from '../../base/math/matrix.ts';
import { binAlong, type RobustSlope, slopeAmong, slopeFrom } from '../../base/math/robust-slope.ts';
import { Problem } from '../../base/problem.ts';
import { compensateColumns } from './compensate-columns.ts';
import type { ControlEvents, ControlWarning, SingleStain } from './control.ts';
import { type SplitControl, splitControl } from './split-control.ts';

export interface ComputedSpillover {
  /** Row = stain, column = detector, diagonal 1. */
  readonly matrix: Matrix;
  /** Standard error of each coefficient, from how far parts of the control disagree. */
  readonly errors: Matrix;
  readonly conditionNumber: number;
  /** Positive events of each stain. */
  readonly positives: readonly number[];
  readonly rounds: number;
  /** The largest slope that is left after compensation. */
  readonly residual: number;
  readonly warnings: readonly ControlWarning[];
}

const MOST_ROUNDS = 100;
const CONVERGED = 1e-6;
const FEWEST_POSITIVES = 500;

/**
 * Spillover from single stains: the slope of every other detector over the stain's own, as the median over bins of its positives, so that
 * outliers and spread count little. Then refined as by Roca 2021 (AutoSpill): compensate the controls, fit the slopes that are left, and put
 * them in, until none is left; negatives are the universal control's, else each control's own.
 * A detector without a stain keeps a row of the identity. Throws `control-empty`, `control-twice` or `singular-spillover`.
 */
export function spilloverFromSingleStains(
  channelCount: number,
  stains: readonly SingleStain[],
  universal: ControlEvents | undefined,
): ComputedSpillover {
  for (const [i, stain] of stains.entries()) {
    if (stain.eventCount === 0) throw refuse('control-empty', stain.name);
    if (stains.some((other, j) => j < i && other.primary === stain.primary)) throw refuse('control-twice', stain.name);
  }
  const splits = stains.map((stain) => splitControl(stain, universal));
  let matrix: Matrix = identity(channelCount);
  let errors: Matrix = matrix.map((row) => row.map(() => 0));
  let residual = Number.POSITIVE_INFINITY;
  let rounds = 0;
  while (residual > CONVERGED && rounds < MOST_ROUNDS) {
    const fitted = fitSlopes(channelCount, stains, splits, matrix);
    residual = Math.max(...fitted.slopes.flatMap((row, i) => row.filter((_, j) => i !== j).map(Math.abs)));
    if (rounds === 0) errors = fitted.errors;
    matrix = withUnitDiagonal(add(matrix, multiply(fitted.slopes, matrix)));
    rounds++;
  }
  const inverse = invert(matrix);
  if (inverse === undefined) throw refuse('singular-spillover', '');
  return {
    matrix,
    errors,
    conditionNumber: conditionNumber(matrix, inverse),
    positives: byChannel(channelCount, stains, (i) => splits[i]!.positives.length),
    rounds,
    residual,
    warnings: [
      ...stains.flatMap((stain, i) => warningsOf(stain, splits[i]!)),
      ...(residual > 1e-3 ? [{ code: 'not-converged' as const, control: '', value: residual }] : []),
    ],
  };
}

/** Off-diagonal slopes of every stain over its primary detector, in values compensated by `matrix`. */
function fitSlopes(channelCount: number, stains: readonly SingleStain[], splits: readonly SplitControl[], matrix: Matrix) {
  const inverse = invert(matrix);
  if (inverse === undefined) throw refuse('singular-spillover', '');
  const slopes = zeros(channelCount);
  const errors = zeros(channelCount);
  stains.forEach((stain, i) => {
    const { positives, negative } = splits[i]!;
    const columns = compensateColumns(stain.columns, inverse);
    const anchor = negative === undefined ? undefined : multiply([negative], inverse)[0]!;
    const order = positives.slice().sort((a, b) => columns[stain.primary]![a]! - columns[stain.primary]![b]!);
    for (let channel = 0; channel < channelCount; channel++) {
      if (channel === stain.primary) continue;
      const bins = binAlong(order, columns[stain.primary]!, columns[channel]!);
      const { slope, error }: RobustSlope =
        anchor === undefined ? slopeAmong(bins) : slopeFrom({ primary: anchor[stain.primary]!, secondary: anchor[channel]! }, bins);
      slopes[stain.primary]![channel] = Number.isFinite(slope) ? slope : 0;
      errors[stain.primary]![channel] = error;
    }
  });
  return { slopes, errors };
}

function warningsOf({ name, columns, primary }: SingleStain, { positives, negative, saturated }: SplitControl): readonly ControlWarning[] {
  const brightest = (channel: number) =>
    positives.reduce((sum, event) => sum + columns[channel]![event]!, 0) / Math.max(1, positives.length);
  const others = columns.map((_, channel) => channel).filter((channel) => channel !== primary);
  const strongest = Math.max(...others.map((channel) => brightest(channel) - (negative?.[channel] ?? 0)));
  const own = brightest(primary) - (negative?.[primary] ?? 0);
  return [
    ...(positives.length < FEWEST_POSITIVES ? [{ code: 'few-positives' as const, control: name, value: positives.length }] : []),
    ...(saturated > 0 ? [{ code: 'saturated' as const, control: name, value: saturated }] : []),
    ...(negative === undefined ? [{ code: 'no-negative' as const, control: name }] : []),
    ...(strongest > own ? [{ code: 'dimmer-than-spill' as const, control: name, value: strongest / own }] : []),
  ];
}

const zeros = (n: number): number[][] => Array.from({ length: n }, () => new Array<number>(n).fill(0));
const identity = (n: number): number[][] => zeros(n).map((row, i) => row.map((_, j) => (i === j ? 1 : 0)));
const add = (a: Matrix, b: Matrix): number[][] => a.map((row, i) => row.map((value, j) => value + b[i]![j]!));
const withUnitDiagonal = (matrix: Matrix): number[][] => matrix.map((row, i) => row.map((value) => value / row[i]!));
const byChannel = (n: number, stains: readonly SingleStain[], of: (i: number) => number): readonly number[] =>
  Array.from({ length: n }, (_, channel) => {
    const i = stains.findIndex(({ primary }) => primary === channel);
    return i < 0 ? 0 : of(i);
  });

const sentences = {
  'control-empty': { en: 'The control "{control}" holds no event.', ja: '単染色コントロール「{control}」にイベントがありません。' },
  'control-twice': {
    en: 'The control "{control}" is of a detector that another control has already.',
    ja: '単染色コントロール「{control}」の検出器には、すでに別のコントロールがあります。',
  },
  'singular-spillover': {
    en: 'The controls give a matrix without an inverse: two of them cannot be told apart.',
    ja: 'コントロールから求めた行列に逆行列がありません(区別できない2つの色素があります)。',
  },
};

const refuse = (code: keyof typeof sentences, control: string): Problem => new Problem(code, sentences[code], { control });
