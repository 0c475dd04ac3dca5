import { checkDescription } from './write-check.ts';
import type { FcsDescription } from './write-content.ts';
import { describingKeywords } from './write-keywords.ts';
import { refuseToWrite } from './write-problems.ts';
import { encodeText, joinKeywords } from './write-text.ts';
import { dataBytes } from './write-width.ts';

const headerBytes = 58;
/** The largest offset that eight characters of the HEADER hold. */
const headerLimit = 99_999_999;
const crcBytes = 8;

/** First and last byte, both inclusive as FCS counts them; 0 and 0 for an absent segment. */
type Segment = readonly [begin: number, end: number];

interface Plan {
  readonly text: Uint8Array;
  readonly supplemental: Uint8Array;
  readonly analysis: Uint8Array;
  readonly header: string;
  /** Bytes of the data set, its CRC included. */
  readonly bytes: number;
}

/**
 * HEADER, TEXT and supplemental TEXT of a data set: everything before DATA. `more` announces another data set in $NEXTDATA.
 * Throws a `Problem` for what the standard of the version forbids.
 */
export function encodeFcsHead(content: FcsDescription, more = false): Uint8Array {
  const { header, text, supplemental } = planDataset(content, more);
  const out = new Uint8Array(headerBytes + text.length + supplemental.length);
  out.set(new TextEncoder().encode(header));
  out.set(text, headerBytes);
  out.set(supplemental, headerBytes + text.length);
  return out;
}

/** What follows DATA: ANALYSIS, and from FCS 3.0 on the eight characters of a CRC, zeros meaning "not computed". */
export function encodeFcsTail(content: FcsDescription): Uint8Array {
  const analysis = encodeOptional(content.analysis, content);
  const out = new Uint8Array(analysis.length + crcLength(content)).fill(0x30);
  out.set(analysis);
  return out;
}

function planDataset(content: FcsDescription, more: boolean): Plan {
  checkDescription(content);
  if (content.version === 'FCS3.2' && ![...(content.keywords?.keys() ?? [])].some((name) => name.toUpperCase() === '$CYT'))
    refuseToWrite('fcs-write-cyt');
  const supplemental = encodeOptional(content.supplementalText, content);
  const analysis = encodeOptional(content.analysis, content);
  const fixed = joinKeywords(describingKeywords(content), content.keywords ?? new Map());
  joinKeywords(fixed, content.supplementalText ?? new Map());
  // The offsets stand in the TEXT whose length they depend on. Starting short, the length can only grow, so this ends.
  let text = new Uint8Array(0);
  for (;;) {
    const textSegment = segment(headerBytes, text.length);
    const stextSegment = segment(headerBytes + text.length, supplemental.length);
    const dataBegin = headerBytes + text.length + supplemental.length;
    const dataSegment = segment(dataBegin, dataBytes(content));
    const analysisSegment = segment(dataBegin + dataBytes(content), analysis.length);
    const bytes = dataBegin + dataBytes(content) + analysis.length + crcLength(content);
    const offsets = offsetKeywords(content.version, stextSegment, dataSegment, analysisSegment, more ? bytes : 0);
    const next = encodeText(joinKeywords(offsets, fixed), content);
    if (next.length === text.length)
      return { text: next, supplemental, analysis, bytes, header: headerText(content, textSegment, dataSegment, analysisSegment) };
    text = Uint8Array.from(next);
  }
}

function offsetKeywords(version: string, stext: Segment, data: Segment, analysis: Segment, next: number): Map<string, string> {
  const pairs: [string, number][] = [['$NEXTDATA', next]];
  if (version !== 'FCS2.0')
    pairs.unshift(
      ['$BEGINANALYSIS', analysis[0]],
      ['$ENDANALYSIS', analysis[1]],
      ['$BEGINSTEXT', stext[0]],
      ['$ENDSTEXT', stext[1]],
      ['$BEGINDATA', data[0]],
      ['$ENDDATA', data[1]],
    );
  return new Map(pairs.map(([name, value]) => [name, String(value)]));
}

function headerText(content: FcsDescription, text: Segment, data: Segment, analysis: Segment): string {
  const shown = [text, inHeader(content, 'DATA', data), inHeader(content, 'ANALYSIS', analysis)];
  if (text[1] > headerLimit) refuseToWrite('fcs-write-too-large', { segment: 'TEXT', end: text[1], version: content.version });
  return `${content.version}    ${shown
    .flat()
    .map((offset) => String(offset).padStart(8))
    .join('')}`;
}

/** What the HEADER cannot hold is 0 there, and stands in TEXT alone (FCS 3.0 and later). */
function inHeader(content: FcsDescription, name: string, segment: Segment): Segment {
  if (segment[1] > headerLimit && content.version === 'FCS2.0')
    refuseToWrite('fcs-write-too-large', { segment: name, end: segment[1], version: content.version });
  return content.offsets === 'text' || segment[1] > headerLimit ? [0, 0] : segment;
}

function segment(begin: number, length: number): Segment {
  return length === 0 ? [0, 0] : [begin, begin + length - 1];
}

function encodeOptional(pairs: ReadonlyMap<string, string> | undefined, content: FcsDescription): Uint8Array {
  return pairs?.size ? encodeText(joinKeywords(pairs), content) : new Uint8Array(0);
}

function crcLength(content: FcsDescription): number {
  return content.version === 'FCS2.0' ? 0 : crcBytes;
}
