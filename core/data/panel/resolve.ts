import type { Finding } from '../../base/finding.ts';
import type { Channel } from '../events/channel.ts';
import { bestCopies } from './best-copies.ts';
import { findSignal } from './find-signal.ts';
import { labelIs } from './label.ts';
import { type Panel, type PanelEntry, requiredBy } from './panel.ts';
import type { Refusal } from './refusal.ts';
import { labelStandsFor, saysMarker } from './stands-for.ts';

/** Which channel each panel entry is in this data set. Entries that the data set lacks are absent from the map. */
export interface ResolvedPanel {
  readonly channels: ReadonlyMap<string, Channel>;
  /** Entries for which several channels fit equally well, with those channels' names: refused, not guessed. */
  readonly ambiguous: ReadonlyMap<string, readonly string[]>;
  readonly findings: readonly Finding[];
}

/** Resolves what an entry is measured by, or its markers by $PnS, then by $PnN; area before height before width; compensated copies before raw ones. */
export function resolvePanel(panel: Panel, channels: readonly Channel[]): ResolvedPanel {
  const found = new Map<string, Channel>();
  const ambiguous = new Map<string, readonly string[]>();
  const findings: Finding[] = [];
  const refused: RefusedLabel[] = [];
  for (const entry of panel.entries) {
    const candidates = candidatesFor(entry, panel, channels, findings, refused);
    const best = bestCopies(candidates);
    if (best.length === 1) found.set(entry.id, best[0] as Channel);
    else if (best.length > 1) {
      const names = best.map(({ name }) => name);
      ambiguous.set(entry.id, names);
      findings.push({ code: 'ambiguous-marker', kind: 'note', values: { marker: entry.id, channels: names.join(', ') } });
    }
  }
  return { channels: found, ambiguous, findings: [...unique(findings), ...refusalFindings(refused)] };
}

/** A label that names a marker and does not stand for it, where no other channel does. */
interface RefusedLabel {
  readonly channel: Channel;
  readonly entry: string;
  readonly why: Refusal;
}

function candidatesFor(
  entry: PanelEntry,
  panel: Panel,
  channels: readonly Channel[],
  findings: Finding[],
  refused: RefusedLabel[],
): readonly Channel[] {
  if (entry.channel !== undefined) return channels.filter(({ name }) => name === entry.channel);
  if (entry.signal !== undefined) {
    const { channel, findings: said, refused: names = [] } = findSignal(entry.signal, channels);
    findings.push(...said);
    refused.push(...names.map((each) => ({ ...each, entry: entry.id })));
    return channel === undefined ? [] : [channel];
  }
  if (entry.match === 'whole') return byWholeName(entry.aliases, channels);
  const direct = byLabels(entry, panel, channels);
  if (direct.alone.length > 0) return direct.alone;
  const together = bestCopies(direct.together);
  for (const { name, marker = name } of together)
    findings.push({ code: 'combined-marker', kind: 'note', values: { marker: entry.id, channel: name, label: marker } });
  if (together.length > 0) return together;
  for (const standIn of entry.standIns) {
    const required = requiredBy(standIn);
    if (required !== undefined && byLabels({ ...entry, aliases: [...required] }, panel, channels).alone.length === 0) continue;
    const { alone } = byLabels({ ...entry, aliases: standIn.aliases }, panel, channels);
    if (alone.length > 0) {
      const values = { marker: entry.id, standIn: standIn.name, species: standIn.species };
      findings.push({ code: 'stand-in-marker', kind: 'note', values });
      return alone;
    }
  }
  refused.push(...direct.refused.map(({ channel, why }) => ({ channel, why, entry: entry.id })));
  return [];
}

function byWholeName(aliases: readonly string[], channels: readonly Channel[]): readonly Channel[] {
  for (const alias of aliases) {
    const found = channels.filter(({ name, marker }) => labelIs(name, alias) || (marker !== undefined && labelIs(marker, alias)));
    if (found.length > 0) return found;
  }
  return [];
}

interface ByLabels {
  readonly alone: readonly Channel[];
  readonly together: readonly Channel[];
  readonly refused: readonly { readonly channel: Channel; readonly why: Refusal }[];
}

/** Channels whose labels name the entry, by how they do; by $PnN where no label does and a channel's own label names no marker. */
function byLabels(entry: PanelEntry, panel: Panel, channels: readonly Channel[]): ByLabels {
  const byMarker = sorted(channels, ({ marker }) => marker, entry, panel);
  if (byMarker.alone.length > 0) return byMarker;
  const byName = sorted(
    channels,
    ({ name, marker }) => (marker === undefined || (entry.match === 'word' && !saysMarker(marker, panel)) ? name : undefined),
    entry,
    panel,
  );
  return {
    alone: byName.alone,
    together: byMarker.together.length > 0 ? byMarker.together : byName.together,
    refused: [...byMarker.refused, ...byName.refused],
  };
}

function sorted(channels: readonly Channel[], textOf: (channel: Channel) => string | undefined, entry: PanelEntry, panel: Panel): ByLabels {
  const said = channels.flatMap((channel) => {
    const text = textOf(channel);
    const how = text === undefined ? undefined : labelStandsFor(text, entry, panel);
    return how === undefined ? [] : [{ channel, how }];
  });
  const those = (wanted: string) => said.filter(({ how }) => how === wanted).map(({ channel }) => channel);
  const refused = said.flatMap(({ channel, how }) => (how === 'alone' || how === 'together' ? [] : [{ channel, why: how }]));
  return { alone: those('alone'), together: those('together'), refused };
}

/** One finding for each label, with all markers that it does not stand for. */
function refusalFindings(refused: readonly RefusedLabel[]): readonly Finding[] {
  const channels = [...new Set(refused.map(({ channel }) => channel))];
  return channels.map((channel) => {
    const own = refused.filter((each) => each.channel === channel);
    const { name, marker: label = name } = channel;
    return {
      code: `label-${own[0]!.why}`,
      kind: 'note' as const,
      values: { channel: name, label, marker: [...new Set(own.map(({ entry }) => entry))].join(', ') },
    };
  });
}

/** Several entries may be found by the same choice: it is said once. */
function unique(findings: readonly Finding[]): readonly Finding[] {
  const said = new Set<string>();
  return findings.filter((finding) => {
    const key = JSON.stringify(finding);
    return said.has(key) ? false : said.add(key);
  });
}
