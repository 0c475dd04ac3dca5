import type { FcsDescription } from './write-content.ts';
import { encodeCharacters } from './write-encoding.ts';
import { refuseToWrite } from './write-problems.ts';

/**
 * A TEXT-like segment: delimiter, keyword, delimiter, value, ... delimiter; a delimiter inside is doubled.
 * Doubling is done on bytes, which is how a segment is read: the second byte of a Shift-JIS character can be one.
 */
export function encodeText(pairs: ReadonlyMap<string, string>, content: FcsDescription): Uint8Array {
  const delimiter = delimiterOf(content);
  const encoding = content.textEncoding ?? 'utf-8';
  const out: number[] = [delimiter];
  for (const [name, value] of pairs) {
    checkPair(name, value);
    for (const text of [name, value]) {
      const bytes = encodeCharacters(text, encoding);
      if (bytes[0] === delimiter) refuseToWrite('fcs-write-leading-delimiter', { keyword: name });
      for (const byte of bytes) byte === delimiter ? out.push(byte, byte) : out.push(byte);
      out.push(delimiter);
    }
  }
  return Uint8Array.from(out);
}

/** Puts keywords together; names are compared without case, as FCS does. */
export function joinKeywords(...maps: readonly ReadonlyMap<string, string>[]): Map<string, string> {
  const seen = new Set<string>();
  const joined = new Map<string, string>();
  for (const [name, value] of maps.flatMap((map) => [...map])) {
    const upper = name.toUpperCase();
    if (seen.has(upper)) refuseToWrite('fcs-write-duplicate-keyword', { keyword: name });
    seen.add(upper);
    joined.set(name, value);
  }
  return joined;
}

function checkPair(name: string, value: string): void {
  if (!/^[\x20-\x7e]+$/.test(name)) refuseToWrite('fcs-write-keyword-name', { keyword: name });
  if (value === '') refuseToWrite('fcs-write-empty-value', { keyword: name });
}

function delimiterOf(content: FcsDescription): number {
  const delimiter = content.delimiter ?? '\f';
  const code = delimiter.charCodeAt(0);
  if (delimiter.length !== 1 || code < 1 || code > 126) refuseToWrite('fcs-write-delimiter');
  return code;
}
