import type { Finding } from '../../base/finding.ts';
import type { Channel } from '../events/channel.ts';
import { labelHasWord, labelIs } from './label.ts';
import { type Panel, type PanelEntry, requiredBy } from './panel.ts';

/** Which channel each panel entry is in this data set. Entries that the data set lacks are absent from the map. */
export interface ResolvedPanel {
  readonly channels: ReadonlyMap<string, Channel>;
  /** Entries for which several channels fit equally well, with those channels' names: refused, not guessed. */
  readonly ambiguous: ReadonlyMap<string, readonly string[]>;
  readonly findings: readonly Finding[];
}

/** Resolves markers to channels by $PnS, then by $PnN; area before height before width; compensated copies before raw ones. */
export function resolvePanel(panel: Panel, channels: readonly Channel[]): ResolvedPanel {
  const found = new Map<string, Channel>();
  const ambiguous = new Map<string, readonly string[]>();
  const findings: Finding[] = [];
  for (const entry of panel.entries) {
    const candidates = candidatesFor(entry, channels, findings);
    const best = bestOf(candidates);
    if (best.length === 1) found.set(entry.id, best[0] as Channel);
    else if (best.length > 1) {
      const names = best.map(({ name }) => name);
      ambiguous.set(entry.id, names);
      findings.push({ code: 'ambiguous-marker', kind: 'note', values: { marker: entry.id, channels: names.join(', ') } });
    }
  }
  return { channels: found, ambiguous, findings };
}

function candidatesFor(entry: PanelEntry, channels: readonly Channel[], findings: Finding[]): readonly Channel[] {
  if (entry.channel !== undefined) return channels.filter(({ name }) => name === entry.channel);
  const direct = byAliases(entry.aliases, entry.match, channels);
  if (direct.length > 0) return direct;
  for (const standIn of entry.standIns) {
    const required = requiredBy(standIn);
    if (required !== undefined && byAliases(required, 'word', channels).length === 0) continue;
    const found = byAliases(standIn.aliases, entry.match, channels);
    if (found.length > 0) {
      findings.push({
        code: 'stand-in-marker',
        kind: 'note',
        values: { marker: entry.id, standIn: standIn.name, species: standIn.species },
      });
      return found;
    }
  }
  return [];
}

function byAliases(aliases: readonly string[], match: PanelEntry['match'], channels: readonly Channel[]): readonly Channel[] {
  if (match === 'whole') {
    for (const alias of aliases) {
      const found = channels.filter(({ name, marker }) => labelIs(name, alias) || (marker !== undefined && labelIs(marker, alias)));
      if (found.length > 0) return found;
    }
    return [];
  }
  const fits = (label: string | undefined) => label !== undefined && aliases.some((alias) => labelHasWord(label, alias));
  const byMarker = channels.filter(({ marker }) => fits(marker));
  if (byMarker.length > 0) return byMarker;
  return channels.filter(({ name, marker }) => fits(name) && (match === 'word' || marker === undefined));
}

/** Keeps the best pulse feature and the compensated copies; several that remain are truly different detectors. */
function bestOf(candidates: readonly Channel[]): readonly Channel[] {
  if (candidates.length < 2) return candidates;
  const ranks = candidates.map(rank);
  const best = Math.min(...ranks);
  return candidates.filter((_, i) => ranks[i] === best);
}

function rank({ name }: Channel): number {
  const compensated = /^(Comp-|<)/i.test(name) ? 0 : 10;
  const feature = /[-_ ]?A(rea)?>?$/i.test(name) ? 0 : /[-_ ]H(eight)?>?$/i.test(name) ? 2 : /[-_ ]W(idth)?>?$/i.test(name) ? 3 : 1;
  return compensated + feature;
}
