import type { ByteSource } from '../../../base/byte-source.ts';
import type { Finding } from '../../../base/finding.ts';
import type { Keywords } from '../../../base/keywords.ts';
import { detectEncoding, type KeywordEncoding } from '../../../base/text-encoding.ts';
import { found } from '../findings.ts';
import { TEXT_LIMIT_BYTES } from '../limits.ts';
import { parseCount } from '../numbers.ts';
import { addSupplemental, collectKeywords } from './keywords.ts';
import { readBytes, type Segment, segmentLength } from './segment.ts';
import { parseText } from './text.ts';

/** Primary TEXT, as far as the other text segments depend on it. */
export interface PrimaryText extends Segment {
  readonly start: number;
  readonly delimiter: number;
  readonly encoding: KeywordEncoding;
}

export interface Supplemented {
  readonly keywords: Keywords;
  readonly findings: readonly Finding[];
  /** Position after the segment; 0 where there is none. */
  readonly end: number;
}

/** Adds the keywords of supplemental TEXT ($BEGINSTEXT, $ENDSTEXT), if there is one besides primary TEXT itself. */
export async function readSupplemental(source: ByteSource, primary: Keywords, text: PrimaryText): Promise<Supplemented> {
  const place = placeFromKeywords(primary, 'STEXT', text.start);
  if (!place || (place.begin === text.begin && Math.abs(place.end - text.end) <= 1)) return { keywords: primary, findings: [], end: 0 };
  const read = await readPairs(source, place, text, 'supplemental TEXT');
  if (!read) return { keywords: primary, findings: [found('supplemental-unreadable', { ...place }, place.begin)], end: 0 };
  const { keywords, findings } = addSupplemental(primary, read.keywords, place.begin);
  return { keywords, findings: [...read.findings, ...findings], end: place.end + 1 };
}

/** The keywords of ANALYSIS, placed by the HEADER or, where that is blank, by TEXT. They are kept apart. */
export async function readAnalysis(
  source: ByteSource,
  header: Partial<Segment>,
  primary: Keywords,
  text: PrimaryText,
): Promise<{ readonly keywords?: Keywords; readonly findings: readonly Finding[]; readonly end: number }> {
  const { begin, end } = header;
  const place = begin !== undefined && end !== undefined ? { begin, end } : placeFromKeywords(primary, 'ANALYSIS', text.start);
  if (!place || place.end <= place.begin) return { findings: [], end: 0 };
  const read = await readPairs(source, place, text, 'ANALYSIS');
  if (!read) return { findings: [found('analysis-unreadable', { ...place }, place.begin)], end: 0 };
  return { ...read, end: place.end + 1 };
}

function placeFromKeywords(keywords: Keywords, name: string, start: number): Segment | undefined {
  const [begin, end] = [parseCount(keywords.get(`$BEGIN${name}`)), parseCount(keywords.get(`$END${name}`))];
  return begin && end ? { begin: start + begin, end: start + end } : undefined;
}

async function readPairs(
  source: ByteSource,
  place: Segment,
  text: PrimaryText,
  segment: string,
): Promise<{ readonly keywords: Keywords; readonly findings: readonly Finding[] } | undefined> {
  // An end one past the file is a common slip.
  const end = Math.min(place.end, place.end === source.size ? source.size - 1 : place.end);
  const length = segmentLength({ begin: place.begin, end });
  if (!(length > 1) || end >= source.size || length > TEXT_LIMIT_BYTES) return undefined;
  const bytes = await readBytes(source, place.begin, length);
  // Vendors keep archives here, too: what does not begin with the delimiter is not keywords.
  if (bytes[0] !== text.delimiter) return undefined;
  const encoding = text.encoding === 'utf-8' ? detectEncoding(bytes) : text.encoding;
  const { pairs, findings } = parseText(bytes, segment, place.begin, encoding);
  const { keywords, findings: collected } = collectKeywords(pairs, place.begin, 'first-names');
  return { keywords, findings: [...findings, ...collected, ...encodingFinding(encoding, text)] };
}

function encodingFinding(encoding: KeywordEncoding, text: PrimaryText): readonly Finding[] {
  return encoding === text.encoding ? [] : [found('text-encoding', { encoding })];
}
