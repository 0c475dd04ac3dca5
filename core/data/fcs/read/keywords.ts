import type { Finding } from '../../../base/finding.ts';
import type { Keywords } from '../../../base/keywords.ts';
import { found } from '../findings.ts';
import { shown, unpad } from '../numbers.ts';
import { refuse } from '../problems.ts';
import type { ReadingMode } from './reading-mode.ts';

/** Keywords that decide what the values are: two different spellings of one of them leave no safe reading. */
const decisive = /^\$(DATATYPE|BYTEORD|PAR|TOT|MODE|BEGINDATA|ENDDATA|P\d+(B|R|DATATYPE))$/;

/** Keywords that decide the scale of values. */
const scaling = /^\$(P\d+(E|G)|TIMESTEP|SPILLOVER)$/;

/** What a channel is called. */
const naming = /^\$P\d+[NS]$/;

/**
 * Puts keywords into a Map, the first of duplicates winning. Refuses two different values of a keyword that decides values, and two sets of names
 * of the channels unless `mode` says which.
 */
export function collectKeywords(
  pairs: readonly (readonly [name: string, value: string])[],
  offset: number,
  mode: ReadingMode = 'default',
): { readonly keywords: Keywords; readonly findings: readonly Finding[] } {
  const keywords = new Map<string, string>();
  const findings = new Map<string, Finding>();
  if (mode !== 'first-names' && mode !== 'last-names') refuseTwoSets(pairs, offset);
  for (const [name, value] of pairs) {
    const first = keywords.get(name);
    if (first === undefined) keywords.set(name, value);
    else if (unpad(first) === unpad(value)) findings.set(name, found('keyword-duplicate', { keyword: shown(name) }, offset));
    else if (decisive.test(name) || scaling.test(name))
      refuse('keyword-conflict', { keyword: name, first: shown(first), second: shown(value) }, offset);
    else if (mode === 'last-names' && naming.test(name)) {
      keywords.set(name, value);
      findings.set('$PnN', found('names-last', {}, offset));
    } else findings.set(name, found('keyword-differs', { keyword: shown(name) }, offset));
  }
  return { keywords, findings: [...findings.values()] };
}

/** The names that stand first and those that stand last, where $PnN differ: by which of them a gate finds its channel cannot be known. */
function refuseTwoSets(pairs: readonly (readonly [name: string, value: string])[], offset: number): void {
  const names = pairs.filter(([name]) => /^\$P\d+N$/.test(name));
  const [first, last] = [new Map(names.toReversed()), new Map(names)];
  const differing = [...last.keys()].filter((name) => unpad(first.get(name) ?? '') !== unpad(last.get(name) ?? ''));
  if (differing.length === 0) return;
  const list = (of: ReadonlyMap<string, string>) =>
    differing
      .slice(0, 4)
      .map((name) => shown(of.get(name) ?? ''))
      .join(', ');
  const more = differing.length > 4 ? ', …' : '';
  refuse('names-twice', { count: differing.length, first: `${list(first)}${more}`, last: `${list(last)}${more}` }, offset);
}

/**
 * Refuses a TEXT segment that stops within a keyword that decides values: "102" may be the beginning of "1024".
 * `next` is the byte after the segment, where it does not belong to DATA; a delimiter or a blank there ends the value.
 */
export function checkLastKeyword(
  pairs: readonly (readonly [name: string, value: string])[],
  delimiter: number,
  next: number | undefined,
): void {
  const [name, value] = pairs.at(-1) ?? ['', ''];
  const goesOn = next !== undefined && next > 0x20 && next < 0x7f && next !== delimiter;
  if (goesOn && (decisive.test(name) || scaling.test(name))) refuse('keyword-invalid', { keyword: name, value: `${shown(value)}…` });
}

/**
 * Refuses a TEXT in which keywords that decide values stand where values should: a delimiter that was not doubled has shifted
 * names and values against each other from there on.
 */
export function checkAlignment(keywords: Keywords, offset: number): void {
  for (const [name, value] of keywords) {
    const text = unpad(value).toUpperCase();
    if ((decisive.test(text) || scaling.test(text)) && !keywords.has(text))
      refuse('text-shifted', { keyword: shown(name), value: shown(value) }, offset);
  }
}

/** Adds optional keywords of supplemental TEXT; primary TEXT wins (FCS 3.1, section 3.2.4). */
export function addSupplemental(primary: Keywords, supplemental: Keywords, offset: number): { keywords: Keywords; findings: Finding[] } {
  const keywords = new Map(primary);
  const findings: Finding[] = [];
  for (const [name, value] of supplemental) {
    const first = keywords.get(name);
    if (first === undefined) keywords.set(name, value);
    else if (unpad(first) !== unpad(value)) findings.push(found('keyword-differs', { keyword: shown(name) }, offset));
  }
  return { keywords, findings };
}
