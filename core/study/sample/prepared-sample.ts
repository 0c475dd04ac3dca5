import type { Caution } from '../../base/caution.ts';
import type { Finding } from '../../base/finding.ts';
import { once } from '../../base/once.ts';
import { Problem } from '../../base/problem.ts';
import { type ChosenCompensation, chooseCompensation } from '../../data/compensation/choose-compensation.ts';
import type { CompensationUsed } from '../../data/compensation/compensation-used.ts';
import { type CompensationDecision, decideCompensation, lineageIn } from '../../data/compensation/decide-compensation.ts';
import type { Channel } from '../../data/events/channel.ts';
import { channelsOf } from '../../data/events/column-source.ts';
import type { Compensation } from '../../data/events/compensation.ts';
import { openSampleColumns, type SampleColumns } from '../../data/events/sample-columns.ts';
import type { FcsDataset } from '../../data/fcs/fcs-file.ts';
import { unsafeValueCodes } from '../../data/fcs/value-findings.ts';
import type { MemoryPool } from '../../data/memory/memory-pool.ts';
import { classOfChannel, clockOf } from '../../data/panel/channel-class.ts';
import { isMarkedCompensated, lookUpChannel } from '../../data/panel/find-channel.ts';
import { markersIn, type ResolvedPanel, resolvePanel } from '../../data/panel/resolve.ts';
import { type ChannelFacts, chooseTransform } from '../../data/transforms/choose.ts';
import type { Transform } from '../../data/transforms/transforms.ts';
import { checkedChannels } from '../../gating/checks/checked-channels.ts';
import { createGateMemo, type GateMemo } from '../../gating/evaluate/gate-memo.ts';
import { channelFacts } from '../../gating/strategy/channel-facts.ts';
import type { ExplicitDimension } from '../../gating/strategy/dimension.ts';
import type { WhyAbsent } from '../../gating/strategy/gate-problems.ts';
import { namedDimension } from '../../gating/strategy/named-dimension.ts';
import { resolveDimension } from '../../gating/strategy/resolve-dimension.ts';
import { scaleFindings } from '../../gating/strategy/scale-findings.ts';
import { dimensionsOf, type ScaledChannel, scaleChannel } from '../../gating/strategy/used-channels.ts';
import type { StatisticRequest } from '../../statistics/request.ts';
import type { Protocol } from '../protocol/protocol.ts';
import { findingText } from './analysis-findings.ts';
import type { ReadTable } from './raw-sample.ts';

/** A sample with its compensation chosen and its channels found: ready to be gated. Columns are made when first asked for. */
export interface PreparedSample {
  readonly raw: ReadTable;
  readonly columns: SampleColumns;
  readonly compensation: CompensationUsed;
  /** What linear values are compensated by. */
  readonly matrix: Compensation | undefined;
  /** With those of the channels that were asked for so far. */
  readonly findings: readonly Finding[];
  /** A channel by panel id or $PnN, with its display scale; undefined where the sample lacks it. */
  channel(id: string): ScaledChannel | undefined;
  /** The channel of a marker, alone or in one colour with others, if its events were read: checks use what is there and ask for nothing more. */
  marker(id: string): ScaledChannel | undefined;
  /** What makes every population unsure. */
  readonly cautions: readonly Caution[];
  /** Names of channels that may be what a panel id stands for, where none is known to be: several that fit alike, scatter that nothing names. */
  candidates(id: string): readonly string[];
  /** Why a panel id has no channel, where a label seems to name one. */
  whyAbsent: WhyAbsent;
  readonly memo: GateMemo;
  /** Gives back the derived columns; the raw events stay. */
  release(): void;
}

export function prepareSample(raw: ReadTable, protocol: Protocol, pool: MemoryPool): PreparedSample {
  const { panel } = choicesFor(protocol, raw.dataset);
  const decision = compensationOf(protocol, raw);
  const { compensation } = decision;
  const columns = openSampleColumns(raw.table, raw.dataset.channels, compensation, pool);
  const scaled = new Map<string, ScaledChannel>();
  const beyond = new Map<number, readonly Finding[]>();
  const { dimensions = {}, matrices = {} } = protocol;

  function makeChannel(id: string): ScaledChannel | undefined {
    const dimension = Object.hasOwn(dimensions, id) ? dimensions[id] : undefined;
    if (dimension === undefined) return panelChannel(id, id, Object.hasOwn(protocol.transforms, id) ? protocol.transforms[id] : undefined);
    if (!('panel' in dimension)) return namedDimension(id, dimension, matrices, raw.dataset, stepsOf);
    const { coordinates, transform } = dimension;
    const made = panelChannel(id, dimension.panel, transform);
    return made && { ...made, ...(coordinates === undefined ? {} : { coordinates }) };
  }
  /** From the least to the largest value that its clock shows. */
  function stepsOf({ index }: Channel): number | undefined {
    let [least, most] = [Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY];
    columns.pass([{ of: index - 1 }], ([values]) => {
      for (const value of values!) {
        if (value < least) least = value;
        if (value > most) most = value;
      }
    });
    return most > least ? most - least : undefined;
  }
  function panelChannel(id: string, entry: string, transform: Transform | undefined): ScaledChannel | undefined {
    const channel = channelNamed(entry, panel, raw.dataset);
    if (channel === undefined) return undefined;
    const compensated = isCompensated(channel);
    const made = scaleChannel(id, channel, compensated, transform ?? scaleOf(channel, compensated));
    const isUnsure = decision.caution?.channels.has(channel.index - 1) === true;
    return isUnsure ? { ...made, caution: decision.caution.of } : made;
  }
  function scaleOf(channel: Channel, compensated: boolean): Transform {
    const facts = factsOf(channel, compensated);
    const chosenScale = chooseTransform(facts);
    if (!beyond.has(channel.index)) beyond.set(channel.index, scaleFindings(channel, facts, chosenScale, columns));
    return chosenScale;
  }
  const isCompensated = ({ index }: Channel): boolean => compensation?.channels.includes(index - 1) === true;
  const isRead = (channel: Channel): boolean => raw.table.shards.every(({ columns: read }) => read[channel.index - 1] !== undefined);

  /** Of all channels whose scale the protocol leaves open, since they will all be asked for, by number. */
  const openFacts = once(() => {
    const ids = [...dimensionsOf(protocol.strategy), ...protocol.statistics.medians].filter(
      (id) => !Object.hasOwn(dimensions, id) && !Object.hasOwn(protocol.transforms, id),
    );
    const channels = new Set(ids.flatMap((id) => channelNamed(id, panel, raw.dataset) ?? []).filter(isRead));
    const asked = [...channels].map((channel) => ({ channel, compensated: isCompensated(channel) }));
    return new Map(channelFacts(asked, columns).map((facts, i) => [asked[i]!.channel.index, facts]));
  });
  const factsOf = (channel: Channel, compensated: boolean): ChannelFacts =>
    openFacts().get(channel.index) ?? channelFacts([{ channel, compensated }], columns)[0]!;

  function channel(id: string): ScaledChannel | undefined {
    const made = scaled.get(id) ?? makeChannel(id);
    if (made !== undefined) scaled.set(id, made);
    return made;
  }

  return {
    raw,
    columns,
    compensation: decision.used,
    matrix: compensation,
    get findings() {
      return [...decision.findings, ...panel.findings, ...[...beyond.values()].flat()];
    },
    channel,
    marker(id) {
      const by = panel.serving.get(id) ?? id;
      const dimension = Object.hasOwn(dimensions, by) ? dimensions[by] : undefined;
      const found = channelNamed(dimension !== undefined && 'panel' in dimension ? dimension.panel : by, panel, raw.dataset);
      return found !== undefined && isRead(found) ? channel(by) : undefined;
    },
    cautions: raw.findings.flatMap((finding) => (unsafeValueCodes.has(finding.code) ? [{ ...finding, light: 'red' as const }] : [])),
    candidates: (id) => panel.ambiguous.get(id) ?? unnamedScatter(id, panel, raw.dataset),
    whyAbsent(id) {
      const dimension = Object.hasOwn(dimensions, id) ? dimensions[id] : undefined;
      if (dimension !== undefined && !('panel' in dimension)) return whyUnnamed(dimension, raw.dataset);
      const finding = panel.absences.get(id);
      return finding && { en: findingText(finding, 'en'), ja: findingText(finding, 'ja') };
    },
    memo: createGateMemo(),
    release: columns.release,
  };
}

/** Why a channel that a document names is not to be had: none fits, or several do. */
function whyUnnamed(dimension: ExplicitDimension, { channels }: FcsDataset): ReturnType<WhyAbsent> {
  const names = 'channel' in dimension ? [dimension.channel] : [dimension.ratio.numerator, dimension.ratio.denominator];
  for (const name of names) {
    const found = lookUpChannel(name, channels);
    if (found.channel !== undefined && !(isMarkedCompensated(name) && !isMarkedCompensated(found.channel.name))) continue;
    const fits = found.channel === undefined ? found.fits : [];
    const list = fits.map((channel) => (channel.marker === undefined ? channel.name : `${channel.name} (${channel.marker})`)).join(', ');
    if (fits.length > 1)
      return {
        isWhole: true,
        en: `Several channels of the file fit "${name}": ${list}.`,
        ja: `「${name}」に当たるチャンネルが複数あります: ${list}。`,
      };
    return { isWhole: true, en: `The file has no channel "${name}".`, ja: `ファイルにチャンネル「${name}」がありません。` };
  }
  return undefined;
}

/** Scatter channels that no panel entry took, for an entry that is scatter itself. */
function unnamedScatter(id: string, { channels: found }: ResolvedPanel, { channels }: FcsDataset): readonly string[] {
  if (!/^[FSB]SC/i.test(id)) return [];
  const taken = new Set([...found.values()].map(({ index }) => index));
  return channels.filter((channel) => classOfChannel(channel) === 'scatter' && !taken.has(channel.index)).map(({ name }) => name);
}

interface Choices {
  readonly panel: ResolvedPanel;
  readonly chosen: ChosenCompensation;
}
const lastChoices = new WeakMap<FcsDataset, Choices & { readonly protocol: Protocol }>();

/** How a sample is compensated by a protocol: of its header and all of its events. */
export const compensationOf = (protocol: Protocol, { dataset, table }: Pick<ReadTable, 'dataset' | 'table'>): CompensationDecision =>
  decideCompensation(protocol.compensation, markersIn(choicesFor(protocol, dataset).panel), { dataset, table });

/** What a protocol finds in a data set, once for reading and for preparing it. */
function choicesFor(protocol: Protocol, dataset: FcsDataset): Choices {
  const last = lastChoices.get(dataset);
  if (last?.protocol === protocol) return last;
  const panel = resolvePanel(protocol.panel, dataset.channels);
  const made = { protocol, panel, chosen: chooseCompensation(protocol.compensation, dataset) };
  lastChoices.set(dataset, made);
  return made;
}

/** What the protocol needs of a data set, as channel numbers from 0: its dimensions, its medians, whatever those are compensated with, what checks look at, and the clock. */
export function channelsNeeded(protocol: Protocol, dataset: FcsDataset): readonly number[] {
  const { panel, chosen } = choicesFor(protocol, dataset);
  const { dimensions = {}, matrices = {} } = protocol;
  const ids = [
    ...dimensionsOf(protocol.strategy),
    ...protocol.statistics.medians,
    ...(protocol.statistics.reported ?? []).flatMap(channelsOfRequest),
    ...checkedChannels,
  ];
  const numbers = new Set(chosen.compensation?.channels ?? []);
  for (const { index } of lineageIn(markersIn(panel)).values()) numbers.add(index - 1);
  const clock = clockOf(dataset.channels);
  if (clock !== undefined) numbers.add(clock.index - 1);
  for (const id of ids) {
    const dimension = Object.hasOwn(dimensions, id) ? dimensions[id] : undefined;
    if (dimension === undefined || 'panel' in dimension) {
      const channel = channelNamed(dimension?.panel ?? id, panel, dataset);
      if (channel !== undefined) numbers.add(channel.index - 1);
    } else for (const number of channelsOfDimension(dimension, matrices, dataset)) numbers.add(number);
  }
  return [...numbers].sort((a, b) => a - b);
}

const channelsOfRequest = (request: StatisticRequest): readonly string[] =>
  'channels' in request ? request.channels : 'channel' in request ? [request.channel] : [];

/** A dimension that cannot be had needs nothing here: the gate in it will say why. */
function channelsOfDimension(...[dimension, matrices, dataset]: Parameters<typeof resolveDimension>): readonly number[] {
  try {
    const resolved = resolveDimension(dimension, matrices, dataset);
    return resolved === undefined ? [] : channelsOf(resolved.source);
  } catch (error) {
    if (error instanceof Problem) return [];
    throw error;
  }
}

const channelNamed = (id: string, panel: ResolvedPanel, { channels }: FcsDataset): Channel | undefined =>
  panel.channels.get(id) ?? channels.find(({ name }) => name === id);
