import type { ByteSource } from '../../../base/byte-source.ts';
import type { Finding } from '../../../base/finding.ts';
import { found } from '../findings.ts';
import { refuse } from '../problems.ts';
import type { DataCandidate } from './data-candidates.ts';
import { type Fit, rowsBytes } from './data-fit.ts';
import { compare, type DataQuestion, endFindings, type LocatedData, located } from './data-question.ts';
import type { RowReading } from './row-reading.ts';
import { overlaps, readBytes } from './segment.ts';

/** More than this after the last event is not looked through for padding. */
const PADDING_LIMIT = 2 ** 16;

/**
 * DATA whose length is not that of $TOT events, or that the file does not hold. `fits` are places whose length is right
 * but whose end lies beyond the file. By default refused with what is wrong; when salvaging, whole events are opened.
 */
export async function locateUnfitting(question: DataQuestion, fits: readonly Fit[]): Promise<LocatedData> {
  const { candidates, total, readings } = question;
  const [fit] = fits;
  if (fit) return truncated(question, fit.candidate, fit.reading, total ?? 0, [...compare(fit, fits, candidates), ...endFindings(fit)]);
  const clear = candidates.filter((candidate) => isClear(question, candidate));
  const place = clear[0] ?? candidates[0] ?? refuse('data-not-located');
  if (clear.length === 0) refuse('data-overlaps', { begin: place.begin, end: place.end ?? '?' }, place.begin);
  const reading = readings.length === 1 ? readings[0] : undefined;
  if (total === undefined) return deriveTotal(question, clear, reading ?? refuse('keyword-missing', { keyword: '$TOT' }));
  const sole = reading ?? refuse('layout-ambiguous', {}, place.begin);
  if (place.end === undefined) return truncated(question, place, sole, total);
  // A row that is itself a guess needs an exact length; padding would let two guesses prop each other up.
  for (const candidate of sole.findings.some(({ kind }) => kind !== 'note') ? [] : clear) {
    const surplus = await paddingAfter(question.source, candidate, rowsBytes(sole, total));
    if (surplus) return located(sole, candidate.begin, rowsBytes(sole, total), total, [found('data-padded', { surplus }, candidate.begin)]);
  }
  return contradictTotal(question, place, sole, total, place.end - place.begin + 1);
}

function isClear({ text }: DataQuestion, { begin, end }: DataCandidate): boolean {
  return (end ?? begin) >= begin - 1 && !overlaps({ begin, end: end ?? begin }, text) && begin >= 58;
}

/** The file ends before the events do. */
function truncated(
  question: DataQuestion,
  candidate: DataCandidate,
  reading: RowReading,
  expected: number,
  also: readonly Finding[] = [],
): LocatedData {
  const { begin } = candidate;
  const { size } = question.source;
  const actual = Math.min(expected, wholeEvents(reading, size - begin));
  if (!question.salvage && begin >= size) refuse('data-absent', { begin, size, expected }, begin);
  if (!question.salvage) refuse('data-truncated', { expected, actual }, begin);
  const findings = [found('truncated', { expected, actual }, begin), ...also];
  return located(reading, Math.min(begin, size), rowsBytes(reading, actual), actual, findings);
}

/** $TOT and the length of DATA contradict each other. */
function contradictTotal(question: DataQuestion, place: DataCandidate, reading: RowReading, expected: number, length: number): LocatedData {
  const { begin } = place;
  const room = Math.min(length, Math.max(0, question.source.size - begin));
  const surplus = length - rowsBytes(reading, expected);
  const actual = Math.min(expected, wholeEvents(reading, room));
  if (!question.salvage && surplus > 0) refuse('tot-too-small', { expected, surplus }, begin);
  if (!question.salvage) refuse('tot-too-large', { expected, actual }, begin);
  return located(reading, Math.min(begin, question.source.size), rowsBytes(reading, actual), actual, [
    found('tot-not-borne-out', { expected, actual }, begin),
  ]);
}

/** Without $TOT (FCS 2.0 allows that) the length of DATA must be a whole number of events. */
function deriveTotal(question: DataQuestion, clear: readonly DataCandidate[], reading: RowReading): LocatedData {
  if (reading.encoding.kind !== 'columns') refuse('keyword-missing', { keyword: '$TOT' });
  const row = reading.rowBits / 8;
  const { size } = question.source;
  const bounded = clear.flatMap(({ begin, end }) => (end === undefined ? [] : [{ begin, end, length: end - begin + 1 }]));
  const place = bounded.find(({ length }) => length % row === 0) ?? bounded.find(({ length }) => length % row === 1);
  if (!place) {
    const { begin, length } = bounded[0] ?? refuse('keyword-missing', { keyword: '$TOT' });
    if (!question.salvage) refuse('tot-missing', { bytes: length, row }, begin);
    const events = wholeEvents(reading, Math.min(length, size - begin));
    return located(reading, Math.min(begin, size), events * row, events, [found('tot-derived', { events }, begin)]);
  }
  if (bounded.some(({ begin }) => begin !== place.begin)) refuse('layout-ambiguous', {}, place.begin);
  const events = Math.floor(place.length / row);
  const findings = [found('tot-derived', { events }, place.begin)];
  if (place.length % row === 1 && row > 1) findings.push(found('data-end-long', {}, place.begin));
  if (place.begin + events * row > size) {
    const cut = truncated(question, { origin: 'HEADER', ...place }, reading, events);
    return { ...cut, findings: [...cut.findings, ...findings] };
  }
  return located(reading, place.begin, events * row, events, findings);
}

function wholeEvents({ rowBits }: RowReading, bytes: number): number {
  return Math.floor((Math.max(0, bytes) * 8) / rowBits);
}

/** How many bytes follow the events within DATA, if all of them are blanks, NULs or the digits of a CRC; else 0. */
async function paddingAfter(source: ByteSource, { begin, end }: DataCandidate, bytes: number): Promise<number> {
  const surplus = Math.min(end ?? 0, source.size - 1) - begin + 1 - bytes;
  if (surplus < 1 || surplus > PADDING_LIMIT) return 0;
  const tail = String.fromCharCode(...(await readBytes(source, begin + bytes, Math.min(surplus, 4096))));
  const rest = surplus > 4096 ? await readBytes(source, begin + bytes + 4096, surplus - 4096) : new Uint8Array(0);
  const blank = rest.every((byte) => byte === 0 || byte === 0x20);
  return blank && /^[\0 ]*(\d{8}|[\0\s]*)$/.test(tail) ? surplus : 0;
}
