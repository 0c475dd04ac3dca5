import type { Finding } from '../../base/finding.ts';
import type { Channel } from '../events/channel.ts';
import { bestCopies } from './best-copies.ts';
import { findSignal } from './find-signal.ts';
import { labelIs } from './label.ts';
import { type Panel, type PanelEntry, requiredBy } from './panel.ts';
import type { Refusal } from './refusal.ts';
import { labelStandsFor, namesAny, saysMarker } from './stands-for.ts';

/** Which channel each panel entry is in this data set. Entries that the data set lacks are absent from the map. */
export interface ResolvedPanel {
  readonly channels: ReadonlyMap<string, Channel>;
  /** Entries whose marker shares its colour with others in this file (CD56 of `CD16+56`), with the entry that serves in their place. */
  readonly serving: ReadonlyMap<string, string>;
  /** Entries for which several channels fit equally well, with those channels' names: refused, not guessed. */
  readonly ambiguous: ReadonlyMap<string, readonly string[]>;
  /** Why an entry that the data set lacks is not what a label seems to say, or which channels fit alike. */
  readonly absences: ReadonlyMap<string, Finding>;
  readonly findings: readonly Finding[];
}

/** Resolves what an entry is measured by, or its markers by $PnS, then by $PnN; area before height before width; compensated copies before raw ones. */
export function resolvePanel(panel: Panel, channels: readonly Channel[]): ResolvedPanel {
  const found = new Map<string, Channel>();
  const ambiguous = new Map<string, readonly string[]>();
  const findings: Finding[] = [];
  const absences = new Map<string, Finding>();
  const refused: RefusedLabel[] = [];
  for (const entry of panel.entries) {
    const candidates = candidatesFor(entry, panel, channels, findings, refused);
    const best = bestCopies(candidates);
    if (best.length === 1) found.set(entry.id, best[0] as Channel);
    else if (best.length > 1) {
      const names = distinctNames(best);
      const finding: Finding = { code: 'ambiguous-marker', kind: 'note', values: { marker: entry.id, channels: names.join(', ') } };
      ambiguous.set(entry.id, names);
      absences.set(entry.id, finding);
      findings.push(finding);
    }
  }
  const combined = combinedChannels(panel, found);
  const untold = refused.filter(
    ({ channel, entry }) => !combined.some((each) => each.channel === channel) && !isFoundOtherwise(entry, panel, found),
  );
  const serving = new Map(combined.flatMap(({ entry }) => sharing(entry, panel).map(({ id }): [string, string] => [id, entry.id])));
  for (const { entry, ...label } of untold) if (!absences.has(entry.id)) absences.set(entry.id, refusalFinding(label, [entry]));
  const said = [...unique(findings), ...combined.map(combinedFinding), ...refusalFindings(untold)];
  return { channels: found, serving, ambiguous, absences, findings: said };
}

/** Channels by marker: by their own entries, and by those that a channel of several markers serves as. */
export const markersIn = ({ channels, serving }: ResolvedPanel): ReadonlyMap<string, Channel> =>
  new Map([...channels, ...[...serving].map(([id, by]): [string, Channel] => [id, channels.get(by)!])]);

/** A label that names a marker and does not stand for it, where no other channel does. */
interface RefusedLabel {
  readonly channel: Channel;
  readonly entry: PanelEntry;
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
    refused.push(...names.map((each) => ({ ...each, entry })));
    return channel === undefined ? [] : [channel];
  }
  if (entry.match === 'whole') return byWholeName(entry.aliases, channels);
  const direct = byLabels(entry, panel, channels);
  if (direct.stand.length > 0) return direct.stand;
  for (const standIn of entry.standIns) {
    const required = requiredBy(standIn);
    if (required !== undefined && !channels.some(({ name, marker = name }) => namesAny(name, required) || namesAny(marker, required)))
      continue;
    const { stand } = byLabels({ ...entry, aliases: standIn.aliases }, panel, channels);
    if (stand.length > 0) {
      const values = { marker: entry.id, standIn: standIn.name, species: standIn.species };
      findings.push({ code: 'stand-in-marker', kind: 'note', values });
      return stand;
    }
  }
  refused.push(...direct.refused.map(({ channel, why }) => ({ channel, why, entry })));
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
  readonly stand: readonly Channel[];
  readonly refused: readonly { readonly channel: Channel; readonly why: Refusal }[];
}

/** Channels whose labels stand for the entry; by $PnN where no label does and a channel's own label names no marker. */
function byLabels(entry: PanelEntry, panel: Panel, channels: readonly Channel[]): ByLabels {
  const byMarker = sorted(channels, ({ marker }) => marker, entry, panel);
  if (byMarker.stand.length > 0) return byMarker;
  const isNamed = (marker: string | undefined) => marker === undefined || (entry.match === 'word' && !saysMarker(marker, panel));
  const byName = sorted(channels, ({ name, marker }) => (isNamed(marker) ? name : undefined), entry, panel);
  return { stand: byName.stand, refused: [...byMarker.refused, ...byName.refused] };
}

function sorted(channels: readonly Channel[], textOf: (channel: Channel) => string | undefined, entry: PanelEntry, panel: Panel): ByLabels {
  const said = channels.flatMap((channel) => {
    const text = textOf(channel);
    const how = text === undefined ? undefined : labelStandsFor(text, entry, panel);
    return how === undefined ? [] : [{ channel, how }];
  });
  return {
    stand: said.flatMap(({ channel, how }) => (how === 'stands' ? [channel] : [])),
    refused: said.flatMap(({ channel, how }) => (how === 'stands' ? [] : [{ channel, why: how }])),
  };
}

/** Other entries of the same marker. */
const sharing = (entry: PanelEntry, { entries }: Panel): readonly PanelEntry[] =>
  entries.filter((other) => other !== entry && other.aliases.some((alias) => entry.aliases.includes(alias)));

const isFoundOtherwise = (entry: PanelEntry, panel: Panel, found: ReadonlyMap<string, Channel>): boolean =>
  sharing(entry, panel).some(({ id }) => found.has(id));

interface Combined {
  readonly entry: PanelEntry;
  readonly channel: Channel;
}

/** Channels of several markers that serve as an entry, where none is there of its marker alone. */
const combinedChannels = (panel: Panel, found: ReadonlyMap<string, Channel>): readonly Combined[] =>
  panel.entries.flatMap((entry) => {
    const channel = found.get(entry.id);
    const serves = entry.together !== undefined && channel !== undefined && !isFoundOtherwise(entry, panel, found);
    return serves ? [{ entry, channel }] : [];
  });

const combinedFinding = ({ entry, channel }: Combined): Finding => ({
  code: 'combined-marker',
  kind: 'note',
  values: { marker: entry.aliases[0]!, channel: channel.name, label: channel.marker ?? channel.name },
});

/** One finding for each label, with all markers that it does not stand for. */
function refusalFindings(refused: readonly RefusedLabel[]): readonly Finding[] {
  return [...new Set(refused.map(({ channel }) => channel))].map((channel) => {
    const own = refused.filter((each) => each.channel === channel);
    return refusalFinding(
      own[0]!,
      own.map(({ entry }) => entry),
    );
  });
}

function refusalFinding({ channel, why }: Omit<RefusedLabel, 'entry'>, entries: readonly PanelEntry[]): Finding {
  const { name, marker: label = name } = channel;
  const markers = entries.map(({ id, aliases, together }) => (together === undefined ? id : aliases[0]!));
  return { code: `label-${why}`, kind: 'note', values: { channel: name, label, marker: [...new Set(markers)].join(', ') } };
}

/** Names with their numbers where several channels bear one. */
const distinctNames = (channels: readonly Channel[]): readonly string[] =>
  new Set(channels.map(({ name }) => name)).size === channels.length
    ? channels.map(({ name }) => name)
    : channels.map(({ name, index }) => `${name} ($P${index})`);

/** Several entries may be found by the same choice: it is said once. */
function unique(findings: readonly Finding[]): readonly Finding[] {
  const said = new Set<string>();
  return findings.filter((finding) => {
    const key = JSON.stringify(finding);
    return said.has(key) ? false : said.add(key);
  });
}
