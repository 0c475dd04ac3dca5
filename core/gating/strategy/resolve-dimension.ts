import { Problem } from '../../base/problem.ts';
import type { Channel } from '../../data/events/channel.ts';
import type { ColumnSource } from '../../data/events/column-source.ts';
import { isTime } from '../../data/events/scale-values.ts';
import { solveUnmixing } from '../../data/events/unmixing.ts';
import type { FcsDataset } from '../../data/fcs/fcs-file.ts';
import { readSpillover } from '../../data/fcs/spillover/spillover.ts';
import { findChannel, isMarkedCompensated, lookUpChannel } from '../../data/panel/find-channel.ts';
import { boundedScale } from '../../data/transforms/bounded-scale.ts';
import type { Scale } from '../../data/transforms/kind/transform.ts';
import type { ExplicitDimension, NamedMatrices, NamedMatrix } from './dimension.ts';
import { secondsOfClock, statedStep, type TimeStep } from './time-step.ts';

/** A named dimension over one data set. */
export interface ResolvedDimension {
  readonly source: ColumnSource;
  readonly scale: Scale;
  /** The channel that it is, first of all: of a ratio its numerator's, of a fluorochrome its own detector's. */
  readonly channel: Channel;
  readonly compensated: boolean;
}

/**
 * Finds a dimension's values in a data set; undefined where the channel is not there.
 * `stepsOf` tells over how many steps of its clock the events of a file were taken.
 * Throws `matrix-unknown`, `matrix-channels-absent`, `compensation-absent`, `singular-spillover` or `compensation-unreadable` rather than take other values.
 */
export function resolveDimension(
  dimension: ExplicitDimension,
  matrices: NamedMatrices,
  dataset: FcsDataset,
  stepsOf: (channel: Channel) => number | undefined = () => undefined,
): ResolvedDimension | undefined {
  const scale = boundedScale(dimension.transform, dimension.bounds);
  if ('channel' in dimension) {
    const found = sourceOf(dimension.channel, dimension.compensation, matrices, dataset);
    if (found === undefined) return undefined;
    if (dimension.compensated === true && !found.compensated) refuse('compensation-absent', { channel: dimension.channel });
    const source = inSeconds(found.source, found.channel, dimension.step, dataset, stepsOf);
    return {
      ...found,
      source: dimension.gain === undefined || source.kind === 'ratio' ? source : { ...source, gain: dimension.gain },
      scale,
    };
  }
  const { numerator, denominator, ...formula } = dimension.ratio;
  const above = sourceOf(numerator, dimension.compensation, matrices, dataset);
  const below = sourceOf(denominator, dimension.compensation, matrices, dataset);
  if (above === undefined || below === undefined) return undefined;
  return { ...above, source: { kind: 'ratio', numerator: above.source, denominator: below.source, ...formula }, scale };
}

type Source = Pick<ResolvedDimension, 'source' | 'channel' | 'compensated'>;

function sourceOf(name: string, compensation: string, matrices: NamedMatrices, dataset: FcsDataset): Source | undefined {
  const matrix = matrixOf(compensation, matrices, dataset);
  const mixed = matrix === undefined ? undefined : unmixed(name, matrix, dataset);
  if (mixed !== undefined) return mixed;
  const { channel } = lookUpChannel(name, dataset.channels);
  // a compensated copy that the file lacks is not its raw channel
  if (channel !== undefined && isMarkedCompensated(name) && !isMarkedCompensated(channel.name)) return undefined;
  return channel && { source: { kind: 'channel', channel: channel.index - 1, factor: 1 }, channel, compensated: false };
}

/** The matrix that a dimension names; undefined where it names none, or the file's own and the file brings none. */
function matrixOf(compensation: string, matrices: NamedMatrices, dataset: FcsDataset): NamedMatrix | undefined {
  if (compensation === 'uncompensated') return undefined;
  if (compensation !== 'FCS') {
    const own = Object.hasOwn(matrices, compensation) ? matrices[compensation] : undefined;
    return own ?? refuse('matrix-unknown', { matrix: compensation });
  }
  const { spillover, unusable } = readSpillover(dataset);
  if (spillover === undefined) return unusable === undefined ? undefined : refuse('compensation-unreadable', {});
  return { fluorochromes: [...spillover.channels], detectors: [...spillover.channels], matrix: spillover.matrix.map((row) => [...row]) };
}

/** The compensated values of a fluorochrome; undefined where the matrix does not hold it: such a channel has no spillover. */
function unmixed(name: string, matrix: NamedMatrix, dataset: FcsDataset): Source | undefined {
  const { fluorochromes, detectors } = matrix;
  const own = fluorochromes.indexOf(name);
  const byDetector = own >= 0 ? own : fluorochromes.indexOf(findDetector(name, detectors, dataset.channels) ?? '');
  if (byDetector < 0) {
    // a detector of the matrix that is no fluorochrome of it has no compensated values of its own
    if (findDetector(name, detectors, dataset.channels) !== undefined) return refuse('matrix-names-detector', { channel: name });
    return undefined;
  }
  const channels = detectors.map((detector) => findChannel(detector, dataset.channels));
  const absent = detectors.filter((_, i) => channels[i] === undefined);
  if (absent.length > 0) return refuse('matrix-channels-absent', { channels: absent.join(', ') });
  const solved = matrix.inverted === true ? matrix.matrix : solveUnmixing(matrix.matrix);
  const found = channels.map((channel) => channel as Channel);
  const weights = solved.map((row) => row[byDetector]!);
  const main = fluorochromes.length === detectors.length ? byDetector : strongest(weights);
  return {
    source: { kind: 'mix', channels: found.map(({ index }) => index - 1), weights },
    channel: found[main]!,
    compensated: true,
  };
}

const strongest = (weights: readonly number[]): number => weights.indexOf(Math.max(...weights));

/** The detector that a name stands for, under the liberties of `findChannel`. */
function findDetector(name: string, detectors: readonly string[], channels: readonly Channel[]): string | undefined {
  if (detectors.includes(name)) return name;
  const channel = findChannel(name, channels);
  return channel && detectors.find((detector) => findChannel(detector, channels) === channel);
}

function inSeconds(
  source: ColumnSource,
  channel: Channel,
  step: TimeStep | undefined,
  { keywords }: FcsDataset,
  stepsOf: (channel: Channel) => number | undefined,
): ColumnSource {
  if (source.kind !== 'channel' || step === undefined) return source;
  if (typeof step === 'number') return { ...source, factor: step };
  const stated = statedStep(keywords);
  if (step === 'FCS') return { ...source, factor: isTime(channel) ? (stated ?? 1) : 1 };
  if (stated !== undefined) return { ...source, factor: stated };
  const [seconds, steps] = [secondsOfClock(keywords), stepsOf(channel)];
  return { ...source, factor: seconds !== undefined && steps !== undefined && steps > 0 ? seconds / steps : 1 };
}

const sentences = {
  'matrix-unknown': {
    en: 'A dimension is compensated by "{matrix}", which is not defined.',
    ja: '次元の補正に指定された行列「{matrix}」が定義されていません。',
  },
  'compensation-unreadable': {
    en: "A gate wants the file's own compensation, but the file's spillover matrix cannot be read.",
    ja: 'ゲートはファイル自身の補正行列を必要としますが、その行列を読み取れません。',
  },
  'compensation-absent': {
    en: 'A gate is drawn on compensated {channel}, but the file brings no compensation for it.',
    ja: 'ゲートは補正後の{channel}上に描かれていますが、ファイルにその補正行列がありません。',
  },
  'matrix-names-detector': {
    en: 'The matrix has no compensated values for {channel}: it is one of its detectors, but none of its fluorochromes.',
    ja: '行列には{channel}の補正値がありません(検出器ですが蛍光色素ではありません)。',
  },
  'matrix-channels-absent': {
    en: 'The matrix of a gate needs channels that the file lacks: {channels}.',
    ja: 'ゲートの補正行列に必要なチャンネルがファイルにありません: {channels}。',
  },
};

function refuse(code: keyof typeof sentences, values: { readonly [name: string]: string }): never {
  throw new Problem(code, sentences[code], values);
}
