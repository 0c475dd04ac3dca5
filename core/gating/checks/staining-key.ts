import { kindOfTransform } from '../../data/transforms/transforms.ts';
import type { UsedChannel } from '../strategy/used-channels.ts';

/** What a profile of numbers depends on besides the cells: marker, dye (as the channel's name says) and clone, where it is written. */
export function stainingKey(channels: readonly UsedChannel[]): ReadonlyMap<string, string> {
  const dyes = channels.filter(({ transform }) => kindOfTransform(transform).isForDyes);
  return new Map(dyes.map(({ id, name, marker }) => [id, `${dyeOf(name)}|${cloneOf(marker) ?? ''}`]));
}

/** Markers of both that were stained otherwise: a profile made with another dye or clone is not comparable there. */
export const differentStaining = (a: ReadonlyMap<string, string>, b: ReadonlyMap<string, string>): readonly string[] =>
  [...a].filter(([marker, key]) => b.has(marker) && b.get(marker) !== key).map(([marker]) => marker);

const dyeOf = (name: string): string => name.replace(/[-\s](A|H|W|Area|Height|Width)$/i, '').toUpperCase();

/** A clone in brackets or behind "clone", as in `CD3 (UCHT1)`. */
const cloneOf = (marker = ''): string | undefined =>
  (/\(([A-Za-z0-9.-]{3,12})\)/.exec(marker) ?? /clone[:\s]+([A-Za-z0-9.-]+)/i.exec(marker))?.[1]?.toUpperCase();
