import type { Finding } from '../../../base/finding.ts';
import type { Channel } from '../../events/channel.ts';
import { type ChannelLookup, lookUpChannel } from '../../panel/find-channel.ts';
import { found } from '../findings.ts';
import { shown } from '../numbers.ts';
import type { SpelledMatrix } from './spillover-text.ts';

/** A matrix whose channels are found in the data set; without `channels` where they are not. */
export interface PlacedMatrix {
  readonly channels?: readonly Channel[];
  readonly matrix: readonly (readonly number[])[];
  readonly findings: readonly Finding[];
}

/**
 * Finds the channels of a matrix by their names (`lookUpChannel`), or by number where all its names are numbers that no channel is called by.
 * A name that fits several channels, or two that fit one, make it unusable. `source` is the keyword, or what else the matrix comes from.
 */
export function placeSpillover({ names: written, matrix }: SpelledMatrix, channels: readonly Channel[], source: string): PlacedMatrix {
  const byNumber = numbersIn(written, channels);
  const lookups = byNumber ?? written.map((name) => lookUpChannel(name, channels));
  const places = lookups.map(({ channel }) => channel);
  const unclear = written.filter((_, i) => isUnclear(lookups[i]!) || (places[i] !== undefined && places.indexOf(places[i]) !== i));
  if (unclear.length > 0)
    return { matrix, findings: [found('spillover-channels-ambiguous', { keyword: source, channels: list(unclear) })] };
  const absent = places.flatMap((channel, i) => (channel === undefined ? [i] : []));
  const values = { keyword: source, channels: list(absent.map((i) => written[i]!)) };
  // Without the channel, the inverse of what is left would be another one, unless the channel stands alone.
  if (absent.some((i) => !standsAlone(matrix, i)) || absent.length === written.length)
    return { matrix, findings: [found('spillover-channels-absent', values)] };
  const present = <T>(of: readonly T[]): readonly T[] => of.filter((_, i) => !absent.includes(i));
  const kept = places.flatMap((channel) => channel ?? []);
  const matched = lookups.flatMap((lookup, i) =>
    lookup.channel && lookup.by !== 'name' ? [`${written[i]} → ${lookup.channel.name}`] : [],
  );
  return {
    channels: kept,
    matrix: present(matrix).map(present),
    findings: [
      ...(byNumber ? [found('spillover-by-number', { keyword: source })] : []),
      ...(matched.length > 0 ? [found('spillover-names-matched', { keyword: source, names: list(matched) })] : []),
      ...(absent.length > 0 ? [found('spillover-channels-dropped', values)] : []),
      ...(kept.length < channels.length
        ? [found('spillover-partial', { keyword: source, count: kept.length, channels: channels.length })]
        : []),
    ],
  };
}

function numbersIn(names: readonly string[], channels: readonly Channel[]): readonly ChannelLookup[] | undefined {
  if (names.some((name) => channels.some((channel) => channel.name === name))) return undefined;
  const numbered = names.map((name) => (/^[1-9]\d*$/.test(name) ? channels[Number(name) - 1] : undefined));
  return numbered.every((channel) => channel !== undefined && channel.name !== '')
    ? numbered.map((channel) => ({ channel: channel!, by: 'name' as const }))
    : undefined;
}

const isUnclear = (lookup: ChannelLookup): boolean => lookup.channel === undefined && lookup.fits.length > 0;

function standsAlone(matrix: SpelledMatrix['matrix'], index: number): boolean {
  return matrix.every((line, row) => line.every((value, column) => (row === index) === (column === index) || value === 0));
}

const list = (names: readonly string[]): string => names.slice(0, 5).map(shown).join(', ') + (names.length > 5 ? ', …' : '');
