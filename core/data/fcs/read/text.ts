import type { Finding } from '../../../base/finding.ts';
import { decodeText, detectEncoding, type KeywordEncoding } from '../../../base/text-encoding.ts';
import { found } from '../findings.ts';
import { KEYWORD_LIMIT, TEXT_LIMIT_BYTES } from '../limits.ts';
import { shown, unpad } from '../numbers.ts';
import { refuse } from '../problems.ts';
import { type DelimiterReading, type IsTrail, type RawText, splitText } from './text-split.ts';

/** Keywords of one TEXT-like segment in file order. Names are unpadded and upper case; values are as written. */
export interface TextPairs {
  readonly pairs: readonly (readonly [name: string, value: string])[];
  readonly encoding: KeywordEncoding;
  /** Whether the last value ends with the delimiter, so that it is known to be whole. */
  readonly terminated: boolean;
  readonly findings: readonly Finding[];
}

/**
 * Reads the keywords of TEXT, supplemental TEXT or ANALYSIS (`segment` names it), whose first byte is the delimiter.
 * `encoding` is that of the file where it is known already. `offset` is the segment's place in the file.
 */
export function parseText(bytes: Uint8Array, segment: string, offset: number, encoding = detectEncoding(bytes)): TextPairs {
  const findings: Finding[] = [];
  const { reading, text, pairs } = chooseReading(bytes, encoding);
  if (pairs.length > KEYWORD_LIMIT)
    refuse('text-too-large', { bytes: bytes.length, limit: TEXT_LIMIT_BYTES, keywords: KEYWORD_LIMIT }, offset);
  const delimiter = bytes[0] ?? 0;
  if (delimiter < 1 || delimiter > 126) findings.push(found('delimiter-odd', { byte: delimiter }, offset));
  if (reading !== 'mixed') findings.push(found('delimiter-unescaped', { segment, ...readingNames[reading] }, offset));
  const leftOver = shown(decodeText(text.leftOver ?? new Uint8Array(0), encoding));
  if (leftOver) findings.push(found('text-left-over', { segment, text: leftOver }, offset));
  else if (!text.terminated) findings.push(found('text-not-terminated', { segment }, offset));
  const empty = pairs.filter(([name, value]) => name !== '' && value === '');
  if (empty[0]) findings.push(found('empty-values', { count: empty.length, keyword: shown(empty[0][0]) }, offset));
  const named = pairs.filter(([name]) => name !== '');
  if (named.length < pairs.length) findings.push(found('keyword-unnamed', { segment, count: pairs.length - named.length }, offset));
  return { pairs: named, encoding, terminated: text.terminated, findings };
}

const readingNames = {
  escaped: { reading: 'escapes everywhere', readingJa: 'すべてエスケープ' },
  separate: { reading: 'separators everywhere', readingJa: 'すべて区切り' },
} as const;

interface Candidate {
  readonly reading: DelimiterReading;
  readonly text: RawText;
  readonly pairs: readonly (readonly [string, string])[];
}

/** The reading that yields most keywords of the standard; the usual one unless another is clearly better. */
function chooseReading(bytes: Uint8Array, encoding: KeywordEncoding): Candidate {
  const isTrail = encoding === 'shift-jis' ? trailsOf(bytes) : undefined;
  const read = (reading: DelimiterReading, trails?: IsTrail): Candidate => {
    const text = splitText(bytes, reading, KEYWORD_LIMIT, trails);
    const pairs = text.pairs.map(
      ({ name, value }) => [unpad(decodeText(name, encoding)).toUpperCase(), decodeText(value, encoding)] as const,
    );
    return { reading, text, pairs };
  };
  const usual = read('mixed');
  if (!usual.text.doubled && !isTrail) return usual;
  const others = [read('escaped'), read('separate'), ...(isTrail ? [read('mixed', isTrail)] : [])];
  return others.reduce((best, next) => (sense(next) > sense(best) ? next : best), usual);
}

/** How much sense a reading makes: a keyword of the standard counts for it, a garbled name against it. */
function sense({ pairs, text }: Candidate): number {
  const names = new Set(pairs.map(([name]) => name));
  let total = shown(decodeText(text.leftOver ?? new Uint8Array(0), 'windows-1252')) ? -2 : 0;
  for (const name of names) {
    if (/^\$[A-Z0-9_]{1,24}$/.test(name)) total += 1;
    if (name === '' || name.length > 100 || /[^\x20-\x7e]/.test(name)) total -= 2;
  }
  for (const [, value] of pairs) if (value.includes('\uFFFD')) total -= 2;
  return total;
}

/** Second bytes of Shift-JIS characters: some equal a delimiter, such as the backslash or the bar. */
function trailsOf(bytes: Uint8Array): IsTrail {
  const trail = new Uint8Array(bytes.length);
  for (let at = 1; at < bytes.length; at++) {
    const lead = bytes[at] ?? 0;
    if (((lead >= 0x81 && lead <= 0x9f) || (lead >= 0xe0 && lead <= 0xfc)) && (bytes[at + 1] ?? 0) >= 0x40) trail[++at] = 1;
  }
  return (at) => trail[at] === 1;
}
