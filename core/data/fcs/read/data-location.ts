import { refuse } from '../problems.ts';
import { settleBegin, stopsThere } from './data-begin.ts';
import { type Fit, findFits } from './data-fit.ts';
import { compare, type DataQuestion, endFindings, type LocatedData, located } from './data-question.ts';
import { locateUnfitting } from './data-unfitting.ts';
import type { RowReading } from './row-reading.ts';
import { overlaps, segmentLength } from './segment.ts';

/** Decides where DATA is and how its rows are read, so that they take exactly what $TOT asks for. Refuses what does not fit. */
export async function locateData(question: DataQuestion): Promise<LocatedData> {
  const { candidates, readings, source, text } = question;
  const total = question.total;
  const first = readings[0] ?? refuse('data-not-located');
  if (total !== undefined && total > 0 && question.channelCount === 0) refuse('keyword-invalid', { keyword: '$PAR', value: 0 });
  if (question.channelCount === 0 || (total === 0 && candidates.length === 0)) return located(first, 0, 0, 0, []);
  if (candidates.length === 0) refuse('data-not-located');
  if (first.encoding.kind === 'free-text') return locateFreeText(question, first);
  if (total === undefined) return locateUnfitting(question, []);
  const fits = findFits(candidates, readings, total, text, source.size);
  const best = fits[0];
  if (!best) return locateUnfitting(question, []);
  const rivals = fits.filter((fit) => fit.reading !== best.reading && fit.whole === best.whole && fit.end === best.end);
  if (total > 0 && rivals.length > 0) refuse('layout-ambiguous', {}, best.candidate.begin);
  if (!best.whole) return locateUnfitting(question, fits);
  const saysNothing = best.end === 'missing' && best.candidate.end !== undefined;
  if (saysNothing && !(await stopsThere(question, best.candidate.begin + best.bytes))) return locateUnfitting(question, []);
  // Without an end there is nothing to check a begin against but another begin.
  if (best.end === 'missing' && candidates.some(({ begin }) => begin !== best.candidate.begin))
    refuse('data-begin-doubtful', { begin: best.candidate.begin }, best.candidate.begin);
  const placed = await betterPlaced(question, best, fits);
  const { begin, findings } = await settleBegin(question, placed);
  const moved = begin !== placed.candidate.begin;
  const ends = moved ? [] : endFindings(placed);
  return located(placed.reading, begin, placed.bytes, total, [...compare(placed, fits, candidates), ...ends, ...findings]);
}

/**
 * Two places that fit equally well: the HEADER's, unless DATA there would touch neither TEXT nor what follows, and at the other
 * place both.
 */
async function betterPlaced(question: DataQuestion, best: Fit, fits: readonly Fit[]): Promise<Fit> {
  const { textLast } = question;
  const rival = fits.find((fit) => fit.candidate.begin !== best.candidate.begin && fit.whole === best.whole && fit.end === best.end);
  if (rival === undefined || textLast === undefined || rival.bytes === 0) return best;
  if (best.candidate.begin === textLast + 1 || rival.candidate.begin !== textLast + 1) return best;
  const [first, second] = [best, rival].map(({ candidate, bytes }) => stopsThere(question, candidate.begin + bytes));
  return !(await first) && (await second) ? rival : best;
}

/** Free text has no fixed length: only its least length can be checked, one digit and one separator a value. */
function locateFreeText(question: DataQuestion, reading: RowReading): LocatedData {
  const { candidates, source, text, total, channelCount } = question;
  if (total === undefined) refuse('keyword-missing', { keyword: '$TOT' });
  const places = candidates.flatMap(({ begin, end }) => (end !== undefined && end >= begin ? [{ begin, end }] : []));
  const place = places[0] ?? (total === 0 ? { begin: 0, end: -1 } : refuse('data-not-located'));
  if (places.some(({ begin, end }) => begin !== place.begin || end !== place.end)) refuse('layout-ambiguous', {}, place.begin);
  // An end at the file's size is the common slip by one.
  const end = place.end === source.size ? place.end - 1 : place.end;
  if (total > 0 && overlaps({ begin: place.begin, end }, text)) refuse('data-overlaps', { begin: place.begin, end }, place.begin);
  const most = Math.floor((segmentLength({ begin: place.begin, end }) + 1) / 2);
  if (end >= source.size || most < total * channelCount)
    refuse('data-truncated', { expected: total, actual: Math.floor(Math.max(0, most) / channelCount) }, place.begin);
  return located(reading, place.begin, Math.max(0, segmentLength({ begin: place.begin, end })), total, []);
}
