import type { Finding } from '../../base/finding.ts';
import type { Channel } from '../events/channel.ts';
import { bestCopies } from './best-copies.ts';
import { clockOf } from './channel-class.ts';
import { type DeadCellDye, deadCellDye, namesDeadCellDye } from './dead-cell-dye.ts';
import { readLabel } from './label.ts';
import type { Signal } from './panel.ts';
import { plainName } from './plain-name.ts';
import type { Refusal } from './refusal.ts';
import { type Direction, type Scatter, scatterOf } from './scatter.ts';

/** The channel that measures a signal, and what was chosen to find it. */
export interface FoundSignal {
  readonly channel: Channel | undefined;
  readonly findings: readonly Finding[];
  /** Channels whose labels name it and do not stand for it. */
  readonly refused?: readonly { readonly channel: Channel; readonly why: Refusal }[];
}

/** Finds a channel by what it measures. Among several detectors the main one is taken, always the same, and said. */
export function findSignal({ of, feature }: Signal, channels: readonly Channel[]): FoundSignal {
  if (of === 'time') return { channel: clockOf(channels), findings: [] };
  if (of === 'dead-cell-dye') return findDye(channels);
  return findScatter(of === 'forward-scatter' ? 'forward' : 'side', feature, channels);
}

interface ScatterChannel {
  readonly channel: Channel;
  readonly scatter: Scatter;
}

function findScatter(direction: Direction, feature: Signal['feature'], channels: readonly Channel[]): FoundSignal {
  const all = channels.flatMap((channel): ScatterChannel[] => {
    const scatter = scatterOf(channel);
    return scatter?.direction === direction && scatter.feature !== 'width' ? [{ channel, scatter }] : [];
  });
  const main = all.toSorted((a, b) => a.scatter.rank - b.scatter.rank || (a.scatter.detector < b.scatter.detector ? -1 : 1))[0];
  if (main === undefined) return { channel: undefined, findings: [] };
  const { detector, standIn } = main.scatter;
  const named = ofDetector(direction, detector, undefined, channels)?.name ?? main.channel.name;
  const light = direction === 'forward' ? 'FSC' : 'SSC';
  const others = [...new Set(all.map(({ scatter }) => scatter.detector))]
    .filter((other) => other !== detector)
    .flatMap((other) => ofDetector(direction, other, undefined, channels)?.name ?? []);
  const findings: Finding[] = [];
  if (others.length > 0)
    findings.push({ code: 'scatter-chosen', kind: 'note', values: { scatter: light, channel: named, others: others.join(', ') } });
  if (standIn) findings.push({ code: 'scatter-stand-in', kind: 'note', values: { scatter: light, channel: named } });
  return { channel: ofDetector(direction, detector, feature, channels), findings };
}

/** Which of a detector's channels holds the feature; linear before logarithmic, the first of equals. */
function ofDetector(direction: Direction, detector: string, feature: Signal['feature'], channels: readonly Channel[]): Channel | undefined {
  const own = channels.flatMap((channel): ScatterChannel[] => {
    const scatter = scatterOf(channel);
    return scatter?.direction === direction && scatter.detector === detector ? [{ channel, scatter }] : [];
  });
  const has = (wanted: Scatter['feature']) => own.filter(({ scatter }) => scatter.feature === wanted);
  const best = (found: readonly ScatterChannel[]) => (found.find(({ scatter }) => !scatter.logarithmic) ?? found[0])?.channel;
  if (feature === undefined) return best(has('area')) ?? best(has(undefined)) ?? best(has('height'));
  // beside a height or a width of the same detector, what does not say is the area
  const saysNone = feature === 'area' && has('area').length === 0 && own.some(({ scatter }) => scatter.feature !== undefined);
  return best(saysNone ? has(undefined) : has(feature));
}

/**
 * A dye of dead cells by its label. By its $PnN where the channel has no label of its own: words that only such dyes have, or any dye where
 * the file labels no channel apart from its $PnN, or where $PnTYPE says that the values are unmixed, a dye a channel.
 */
function findDye(channels: readonly Channel[]): FoundSignal {
  const isLabelled = ({ name, marker }: Channel) => marker !== undefined && plainName(marker) !== plainName(name);
  const labelsInNames = !channels.some(isLabelled);
  const labelled = (...kinds: readonly DeadCellDye[]) =>
    channels.filter((channel) => isLabelled(channel) && kinds.includes(deadCellDye(channel.marker!) as DeadCellDye));
  const byLabel = [labelled('stain', 'dye'), labelled('metal')].find((found) => found.length > 0) ?? [];
  const byName = channels.filter((channel) => {
    const says = isLabelled(channel) ? undefined : deadCellDye(channel.name);
    const isDye = labelsInNames || /unmixed/i.test(channel.detail.type ?? '');
    return says === 'stain' || (says === 'dye' && isDye);
  });
  const found = bestCopies(byLabel.length > 0 ? byLabel : byName);
  if (found.length === 0) {
    const refused = channels.filter(({ marker }) => marker !== undefined && namesDeadCellDye(marker));
    return {
      channel: undefined,
      findings: [],
      refused: refused.map((channel) => ({ channel, why: readLabel(channel.marker!).refusal ?? 'mixture' })),
    };
  }
  if (found.length === 1) return { channel: found[0], findings: [] };
  const values = { channel: found[0]!.name, channels: found.map(({ name }) => name).join(', ') };
  return { channel: found[0], findings: [{ code: 'dead-cell-dye-chosen', kind: 'note', values }] };
}
