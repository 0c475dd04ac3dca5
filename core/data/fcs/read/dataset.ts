import type { ByteSource } from '../../../base/byte-source.ts';
import type { Finding } from '../../../base/finding.ts';
import type { Keywords } from '../../../base/keywords.ts';
import type { FcsDataset } from '../fcs-file.ts';
import { found } from '../findings.ts';
import { TEXT_LIMIT_BYTES } from '../limits.ts';
import { countKeyword, parseCount, shown, unpad } from '../numbers.ts';
import { refuse } from '../problems.ts';
import { readByteOrder } from './byte-order.ts';
import { describeChannels } from './channels.ts';
import { lastOfText } from './data-begin.ts';
import { dataCandidates } from './data-candidates.ts';
import { locateData } from './data-location.ts';
import { datatypes, generalDatatype } from './datatype.ts';
import { type Header, readHeader } from './header.ts';
import { checkAlignment, checkLastKeyword, collectKeywords } from './keywords.ts';
import type { ReadingMode } from './reading-mode.ts';
import { rowReadings } from './row-reading.ts';
import { readBytes, segmentLength } from './segment.ts';
import { readAnalysis, readSupplemental } from './side-segments.ts';
import { parseText } from './text.ts';
import { bytesBehind, checkTextEnd, textBeforeData } from './text-end.ts';

/** Reads HEADER and TEXT of the data set at `start` and decides how its DATA is to be read. Touches no event. */
export async function readDataset(source: ByteSource, start: number, index: number, mode: ReadingMode): Promise<FcsDataset> {
  const written = await readHeader(source, start);
  const textBytes = segmentLength(written.text);
  if (textBytes > TEXT_LIMIT_BYTES)
    refuse('text-too-large', { bytes: textBytes, limit: TEXT_LIMIT_BYTES, keywords: '-' }, written.text.begin);
  const bytesOfText = await readBytes(source, written.text.begin, textBytes);
  const { rawText, findings: endOfText } = textBeforeData(bytesOfText, written, start);
  const header = { ...written, text: { ...written.text, end: written.text.begin + rawText.length - 1 } };
  const parsed = parseText(rawText, 'TEXT', header.text.begin);
  const collected = collectKeywords(parsed.pairs, header.text.begin, mode);
  checkAlignment(collected.keywords, header.text.begin);
  const others = [header.data.begin, ...landmarksOf(header, collected.keywords, start)].filter((place) => place !== undefined);
  const behind = await bytesBehind(source, header.text, others);
  const next = behind[0];
  if (!parsed.terminated) checkLastKeyword(parsed.pairs, rawText[0] ?? 0, next);
  checkTextEnd(
    header.text,
    rawText,
    behind,
    parsed.findings.some(({ code }) => code === 'text-left-over'),
  );
  const text = { ...header.text, start, delimiter: rawText[0] ?? 0, encoding: parsed.encoding };
  const supplemented = await readSupplemental(source, collected.keywords, text);
  const { keywords } = supplemented;
  const listMode = checkMode(keywords, header.version);
  const general = generalDatatype(keywords);
  const datatypeOf = datatypes(keywords, header.version, general);
  const { channels, findings: channelFindings } = describeChannels(keywords, datatypeOf);
  const { order, findings: orderFindings } = readByteOrder(keywords);
  const places = dataCandidates(header.data, keywords, start);
  const data = await locateData({
    source,
    candidates: places.candidates,
    readings: rowReadings(keywords, channels, datatypeOf, order),
    total: countKeyword(keywords, '$TOT'),
    channelCount: channels.length,
    text: header.text,
    textLast: lastOfText(rawText, header.text.begin, next),
    landmarks: landmarksOf(header, keywords, start),
    salvage: mode === 'salvage',
  });
  const side = await readAnalysis(source, header.analysis, keywords, text);
  const dataEnd = data.layout.bytes > 0 ? data.layout.begin + data.layout.bytes : 0;
  const findings: readonly Finding[] = [
    ...header.findings,
    ...endOfText,
    ...parsed.findings,
    ...(parsed.encoding === 'utf-8' ? [] : [found('text-encoding', { encoding: parsed.encoding }, header.text.begin)]),
    ...collected.findings,
    ...supplemented.findings,
    ...listMode,
    ...channelFindings,
    ...orderFindings,
    ...places.findings,
    ...data.findings,
    ...side.findings,
    ...exportFindings(keywords),
    ...(keywords.has('LYMPHOSCOPE_EVENT_TABLE') ? [found('event-table', { channels: channels.length })] : []),
  ];
  return {
    index,
    version: header.version,
    keywords,
    channels,
    eventCount: data.eventCount,
    findings,
    layout: data.layout,
    ...(side.keywords && { analysis: side.keywords }),
    rawText,
    textEncoding: parsed.encoding,
    extent: { start, end: Math.max(header.text.end + 1, dataEnd, supplemented.end, side.end) },
  };
}

/** Only list mode is read. FCS 3.2 may leave $MODE out; elsewhere that is a finding. */
function checkMode(keywords: Keywords, version: string): readonly Finding[] {
  const mode = unpad(keywords.get('$MODE') ?? '').toUpperCase();
  if (mode === '') return version === 'FCS3.2' ? [] : [found('mode-missing')];
  return mode === 'L' ? [] : refuse('mode-unsupported', { mode: shown(mode) });
}

/** An export of a file that had to be repaired says so itself, and stays marked. */
function exportFindings(keywords: Keywords): readonly Finding[] {
  const repairs = unpad(keywords.get('LYMPHOSCOPE_REPAIRS') ?? '');
  return repairs === '' ? [] : [found('export-of-repaired', { repairs: shown(repairs) })];
}

/** Where segments behind TEXT begin, as far as it is said. */
function landmarksOf({ analysis }: Header, keywords: Keywords, start: number): readonly number[] {
  const offsets = ['$BEGINDATA', '$BEGINANALYSIS', '$BEGINSTEXT', '$NEXTDATA'].map((keyword) => parseCount(keywords.get(keyword)));
  return [analysis.begin, ...offsets.map((offset) => (offset ? start + offset : undefined))].filter((place) => place !== undefined);
}
