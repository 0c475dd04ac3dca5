import type { ByteSource } from '../../../base/byte-source.ts';
import type { Finding } from '../../../base/finding.ts';
import { found } from '../findings.ts';
import { parseCount } from '../numbers.ts';
import { refuse } from '../problems.ts';
import type { Header } from './header.ts';
import { readBytes, type Segment } from './segment.ts';
import { parseText } from './text.ts';

/** Longer keywords than this do not go on behind a TEXT that is cut. */
const LOOK_AHEAD_BYTES = 256;

/** What stands behind TEXT, up to where another segment begins (`others`) and no further than is of use. */
export async function bytesBehind(source: ByteSource, text: Segment, others: readonly number[]): Promise<Uint8Array> {
  const begin = text.end + 1;
  const limit = Math.min(source.size, begin + LOOK_AHEAD_BYTES, ...others.filter((place) => place >= begin));
  return readBytes(source, begin, Math.max(0, limit - begin));
}

/**
 * Refuses a TEXT segment that goes on behind the end that the HEADER gives: what is cut off may hold amplification or gain, and
 * "102" may be the beginning of "1024". `dangling` is a TEXT whose last keyword has no value.
 */
export function checkTextEnd(text: Segment, rawText: Uint8Array, behind: Uint8Array, dangling: boolean): void {
  const after = String.fromCharCode(...behind);
  const delimiter = String.fromCharCode(rawText[0] ?? 0);
  const closed = rawText.at(-1) === rawText[0] || after.startsWith(delimiter);
  const [first = '', second, third] = (after.startsWith(delimiter) ? after.slice(1) : after).split(delimiter);
  // Behind a delimiter a keyword of the standard has to follow; within a value its rest, which alone is no great loss, and another keyword.
  const goesOn = closed
    ? second !== undefined && (dangling ? isWord(first) : /^\$[A-Z0-9_]{2,30}$/i.test(first))
    : third !== undefined && isWord(first) && isWord(second ?? '');
  if (goesOn) refuse('text-cut', { end: text.end, text: first.slice(0, 40) }, text.end + 1);
}

/**
 * TEXT without the first byte of DATA, where its end is given one byte too far: before that byte the last value is closed by its delimiter and
 * blanks at most. What the byte is, and the one behind it, says nothing of TEXT.
 */
export function textBeforeData(
  bytes: Uint8Array,
  { text, data }: Pick<Header, 'text' | 'data'>,
  start: number,
): { readonly rawText: Uint8Array; readonly findings: readonly Finding[] } {
  const asWritten = { rawText: bytes, findings: [] };
  if (data.begin !== undefined && data.begin !== text.end) return asWritten;
  const before = bytes.subarray(0, bytes.length - 1);
  const shorter = parseText(before, 'TEXT', text.begin);
  const said = parseCount(shorter.pairs.find(([name]) => name === '$BEGINDATA')?.[1]);
  const begin = data.begin ?? (said ? start + said : undefined);
  const isClosed = shorter.terminated && !shorter.findings.some(({ code }) => code === 'text-left-over');
  if (begin !== text.end || !isClosed) return asWritten;
  return { rawText: before, findings: [found('text-end-long', {}, text.end)] };
}

const isWord = (text: string): boolean => /^[\x20-\x7e]+$/.test(text) && text.trim() !== '';
