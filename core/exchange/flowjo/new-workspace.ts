import { invert } from '../../base/math/matrix.ts';
import type { Channel } from '../../data/events/channel.ts';
import type { FcsDataset } from '../../data/fcs/fcs-file.ts';
import { readSpillover } from '../../data/fcs/spillover/spillover.ts';
import { classOfChannel } from '../../data/panel/channel-class.ts';
import { findChannel } from '../../data/panel/find-channel.ts';
import { flowjoLinearScale } from '../../data/transforms/flowjo-linear/flowjo-linear.ts';
import type { Transform } from '../../data/transforms/transforms.ts';
import { isFixed, kindOf } from '../../gating/gates/gates.ts';
import type { ExplicitDimension, NamedMatrix } from '../../gating/strategy/dimension.ts';
import type { GateNode } from '../../gating/strategy/strategy.ts';
import { secondsOfClock, statedStep } from '../../gating/strategy/time-step.ts';
import type { ImportedStrategy } from '../strategy/imported-strategy.ts';
import { namespaces } from '../xml/known-namespaces.ts';
import { element, type XmlAttribute } from '../xml/tree.ts';
import { cytometerWithGain } from './gain.ts';
import { readSpilloverMatrix, type SpilloverMatrix } from './read-matrix.ts';
import { shownInFlowjo, writeTransform } from './transforms/scale-forms.ts';
import type { Workspace, WorkspaceSample, WorkspaceTransform } from './workspace.ts';
import { writeSpilloverMatrix } from './write-matrix.ts';

/** A sample to be put into a workspace. */
export interface SampleForWorkspace {
  readonly name: string;
  /** Where FlowJo is to look for the file, relative to the workspace. */
  readonly uri: string;
  readonly dataset: FcsDataset;
  /** Whole in itself, as `explicitStrategy` gives it. */
  readonly strategy: ImportedStrategy;
  /** Counts by path, shown until FlowJo counts again. */
  readonly counts: ReadonlyMap<string, number>;
}

/** A workspace with these samples in one group, to be written by `writeWorkspace`. */
export function newWorkspace(samples: readonly SampleForWorkspace[]): Workspace {
  const made = samples.map((sample, i) => newSample(sample, String(i + 1)));
  const amplified = samples.filter(({ dataset }) => dataset.channels.some(({ gain }) => gain !== undefined));
  const cytometers = new Set(amplified.map(({ dataset }) => dataset.keywords.get('$CYT') ?? ''));
  const matrices = made.flatMap(({ matrix }) => matrix ?? []);
  return {
    version: '10.8.1',
    attributes: [
      ...plain({ version: '20.0', flowJoVersion: '10.8.1', curGroup: 'All Samples' }),
      ...Object.entries(namespaces).map(([prefix, uri]) => ({ name: `xmlns:${prefix}`, local: prefix, uri: '', value: uri })),
    ],
    matrices: matrices.filter((matrix, i) => matrices.findIndex(({ id }) => id === matrix.id) === i),
    groups: [newGroup(made.map(({ id }) => id))],
    samples: made,
    rest: cytometers.size === 0 ? [] : [element('Cytometers', {}, [...cytometers].map(cytometerWithGain))],
    order: [...(cytometers.size === 0 ? [] : ['Cytometers']), 'Matrices', 'Groups', 'SampleList'],
  };
}

const plain = (attributes: { readonly [name: string]: string }): readonly XmlAttribute[] => element('x', attributes).attributes;

function newGroup(ids: readonly string[]): Workspace['groups'][number] {
  const refs = element(
    'SampleRefs',
    {},
    ids.map((sampleID) => element('SampleRef', { sampleID })),
  );
  const group = element('Group', { name: 'All Samples', live: 1, role: 'ws.group.dlog.test', key: '', synchronized: 0 }, [
    element('Criteria'),
    refs,
  ]);
  return {
    name: 'All Samples',
    samples: ids,
    populations: [],
    element: element(
      'GroupNode',
      { name: 'All Samples', annotation: '', owningGroup: 'All Samples', expanded: 1, sortPriority: 10, count: -1 },
      [group],
    ),
  };
}

function newSample({ name, uri, dataset, strategy, counts }: SampleForWorkspace, id: string): WorkspaceSample {
  const dimensions = Object.fromEntries(
    Object.entries(strategy.dimensions).map(([key, dimension]) => [key, clockless(dimension, dataset)]),
  );
  const { imported, matrix } = withOneMatrix({ ...strategy, dimensions }, dataset);
  return {
    id,
    name,
    uri,
    keywords: [...dataset.keywords],
    matrix,
    transforms: scalesOf(imported, dataset, matrix),
    imported,
    counts,
    populations: new Map(),
    rest: [],
    nodeAttributes: plain({
      name,
      annotation: '',
      owningGroup: '',
      expanded: '1',
      sortPriority: '10',
      count: String(dataset.eventCount),
      sampleID: id,
    }),
    nodeRest: [],
    isNew: true,
  };
}

/** FlowJo compensates a sample by one matrix: the one that most dimensions name; the file's own is written out. */
function withOneMatrix(
  strategy: ImportedStrategy,
  dataset: FcsDataset,
): { readonly imported: ImportedStrategy; readonly matrix: SpilloverMatrix | undefined } {
  const uses = new Map<string, number>();
  for (const { compensation } of Object.values(strategy.dimensions)) uses.set(compensation, (uses.get(compensation) ?? 0) + 1);
  const candidates = [...uses].sort((a, b) => b[1] - a[1]).map(([compensation]) => compensation);
  for (const compensation of candidates) {
    const content = spilloverOf(compensation, strategy, dataset);
    if (content === undefined) continue;
    const name = compensation === 'FCS' ? 'Acquisition-defined' : compensation;
    const dimensions = Object.fromEntries(
      Object.entries(strategy.dimensions).map(([key, dimension]) => [
        key,
        dimension.compensation === compensation ? { ...dimension, compensation: name } : dimension,
      ]),
    );
    const matrix = readSpilloverMatrix(writeSpilloverMatrix(idOf(content), name, content));
    return { imported: { ...strategy, dimensions, matrices: { ...strategy.matrices, [name]: content } }, matrix };
  }
  // a file without a matrix of its own: `FCS` is no compensation
  const dimensions = Object.fromEntries(
    Object.entries(strategy.dimensions).map(([key, dimension]) => [
      key,
      dimension.compensation === 'FCS' && !('compensated' in dimension) ? { ...dimension, compensation: 'uncompensated' } : dimension,
    ]),
  );
  return { imported: { ...strategy, dimensions }, matrix: undefined };
}

/** The matrix as FlowJo takes one: square, not inverted, its fluorochromes called by their detectors. */
function spilloverOf(compensation: string, { matrices }: ImportedStrategy, dataset: FcsDataset): NamedMatrix | undefined {
  if (compensation === 'uncompensated') return undefined;
  const named = compensation === 'FCS' ? undefined : matrices[compensation];
  if (compensation === 'FCS') {
    const { spillover } = readSpillover(dataset);
    return (
      spillover && {
        fluorochromes: [...spillover.channels],
        detectors: [...spillover.channels],
        matrix: spillover.matrix.map((row) => [...row]),
      }
    );
  }
  if (named === undefined || named.fluorochromes.length !== named.detectors.length) return undefined;
  const matrix = named.inverted === true ? invert(named.matrix) : named.matrix;
  return matrix && { fluorochromes: named.fluorochromes, detectors: named.detectors, matrix: matrix.map((row) => [...row]) };
}

/** The same matrix has the same id in every sample. */
function idOf(matrix: NamedMatrix): string {
  let hash = 0;
  for (const letter of JSON.stringify(matrix)) hash = (Math.imul(hash, 31) + letter.charCodeAt(0)) >>> 0;
  return `matrix-${hash.toString(16)}`;
}

/** One scale a parameter: that of slanted gates before that of ranges, which hold on any. */
function scalesOf(
  { strategy, dimensions }: ImportedStrategy,
  dataset: FcsDataset,
  matrix: SpilloverMatrix | undefined,
): ReadonlyMap<string, WorkspaceTransform> {
  const scales = new Map<string, { readonly transform: Transform; readonly step: number | undefined }>();
  const compensated = new Map([...(matrix?.compensated ?? [])].map(([shown, own]) => [own, shown] as const));
  for (const isRange of [false, true])
    for (const node of allNodes(strategy)) {
      if ((isFixed(node.gate) && kindOf(node.gate).isUpright) !== isRange) continue;
      for (const dimension of node.dimensions.map((key) => dimensions[key])) {
        if (dimension === undefined || !('channel' in dimension)) continue;
        const parameter =
          dimension.compensation === 'uncompensated' ? dimension.channel : (compensated.get(dimension.channel) ?? dimension.channel);
        if (!scales.has(parameter)) scales.set(parameter, { transform: scaleOf(dimension, dataset), step: stepOf(dimension, dataset) });
      }
    }
  if (allNodes(strategy).some(({ dimensions: of }) => of.length === 1))
    for (const channel of companions(dataset))
      if (!scales.has(channel.name)) scales.set(channel.name, { transform: rangeOf(channel), step: undefined });
  return new Map(
    [...scales].map(
      ([parameter, { transform, step }]) =>
        // a gain of 1 is no step for FlowJo, which goes by the file's own then
        [parameter, { transform, step: step === 1 ? undefined : step, element: writeTransform(parameter, transform, step ?? 1) }] as const,
    ),
  );
}

function scaleOf(dimension: Extract<ExplicitDimension, { channel: string }>, { channels }: FcsDataset): Transform {
  if (dimension.transform !== undefined) return shownInFlowjo(dimension.transform);
  return rangeOf(findChannel(dimension.channel, channels));
}

/** Two channels against which ranges are plotted: scatter, if there is any. */
function companions({ channels }: FcsDataset): readonly Channel[] {
  const plain = channels.filter((channel) => classOfChannel(channel) !== 'time');
  const scatter = plain.filter((channel) => classOfChannel(channel) === 'scatter');
  return [...scatter, ...plain.filter((channel) => !scatter.includes(channel))].slice(0, 2);
}

function rangeOf(channel: Channel | undefined): Transform {
  const { range = 262_144, amplification } = channel ?? {};
  const max = amplification === undefined ? range : amplification.offset * 10 ** amplification.decades;
  return flowjoLinearScale(0, max > 0 && Number.isFinite(max) ? max : 262_144);
}

const stepOf = ({ step }: Extract<ExplicitDimension, { channel: string }>, { keywords }: FcsDataset): number | undefined =>
  typeof step === 'number' || step === undefined ? step : statedStep(keywords);

/** A file that states no step of its clock, but when it was begun and ended: FlowJo takes its steps from that, the standard as they are. */
const clockless = (dimension: ExplicitDimension, { keywords }: FcsDataset): ExplicitDimension =>
  'step' in dimension && dimension.step === 'FCS' && statedStep(keywords) === undefined && secondsOfClock(keywords) !== undefined
    ? { ...dimension, step: 1 }
    : dimension;

const allNodes = (nodes: readonly GateNode[]): readonly GateNode[] =>
  nodes.flatMap((node) => [node, ...node.populations.flatMap(({ gates }) => allNodes(gates ?? []))]);
