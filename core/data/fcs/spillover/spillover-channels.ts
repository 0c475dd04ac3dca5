import type { Finding } from '../../../base/finding.ts';
import type { Channel } from '../../events/channel.ts';
import { found } from '../findings.ts';
import { shown } from '../numbers.ts';
import type { SpelledMatrix } from './spillover-text.ts';

/** A matrix whose channels are found in the data set; without `names` where they are not. */
export interface PlacedMatrix {
  readonly names?: readonly string[];
  readonly matrix: readonly (readonly number[])[];
  readonly findings: readonly Finding[];
}

/** Finds the channels of a matrix by $PnN, or by number where all its names are numbers. Ambiguous ones make it unusable. */
export function placeSpillover({ names: written, matrix }: SpelledMatrix, channels: readonly Channel[], keyword: string): PlacedMatrix {
  const findings: Finding[] = [];
  const known = new Set(channels.map(({ name }) => name));
  const byNumber =
    !written.some((name) => known.has(name)) && written.every((name) => /^[1-9]\d*$/.test(name) && channels[Number(name) - 1]?.name);
  if (byNumber) findings.push(found('spillover-by-number', { keyword }));
  const names = byNumber ? written.map((name) => channels[Number(name) - 1]?.name ?? '') : written;
  const unclear = names.filter((name, i) => names.indexOf(name) !== i || channels.filter((channel) => channel.name === name).length > 1);
  if (unclear.length > 0) return { matrix, findings: [found('spillover-channels-ambiguous', { keyword, channels: list(unclear) })] };
  const absent = names.flatMap((name, i) => (known.has(name) ? [] : [i]));
  const values = { keyword, channels: list(absent.map((i) => names[i] ?? '')) };
  // Without the channel, the inverse of what is left would be another one, unless the channel stands alone.
  if (absent.some((i) => !standsAlone(matrix, i)) || absent.length === names.length)
    return { matrix, findings: [found('spillover-channels-absent', values)] };
  if (absent.length > 0) findings.push(found('spillover-channels-dropped', values));
  const present = <T>(list: readonly T[]): readonly T[] => list.filter((_, i) => !absent.includes(i));
  const kept = present(names);
  if (kept.length < channels.length) findings.push(found('spillover-partial', { keyword, count: kept.length, channels: channels.length }));
  return { names: kept, matrix: present(matrix).map(present), findings };
}

function standsAlone(matrix: SpelledMatrix['matrix'], index: number): boolean {
  return matrix.every((line, row) => line.every((value, column) => (row === index) === (column === index) || value === 0));
}

const list = (names: readonly string[]): string => names.slice(0, 5).map(shown).join(', ') + (names.length > 5 ? ', …' : '');
