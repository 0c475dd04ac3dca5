import type { ByteSource } from '../../../base/byte-source.ts';
import type { Finding } from '../../../base/finding.ts';
import { found } from '../findings.ts';
import { refuse } from '../problems.ts';
import type { Fit } from './data-fit.ts';
import { readBytes } from './segment.ts';

/** What stands around DATA, as far as it tells a right place from one that is off by a byte. */
export interface Surroundings {
  readonly source: ByteSource;
  /** Position of the delimiter that ends TEXT; `undefined` where that is not certain. */
  readonly textLast: number | undefined;
  /** Where other segments and the next data set begin. */
  readonly landmarks: readonly number[];
}

export interface SettledBegin {
  readonly begin: number;
  readonly findings: readonly Finding[];
}

/** A begin further behind TEXT than this is no slip of the writer's. */
const NEAR_BYTES = 64;

/**
 * A begin that is off by one gives values of which each looks like any other. Where DATA should begin on the last byte of TEXT, or
 * leaves one byte between, what stands around it decides: the begin is moved (a repair), kept, or the file is refused.
 */
export async function settleBegin(around: Surroundings, { candidate: { begin }, bytes, end }: Fit): Promise<SettledBegin> {
  const kept = { begin, findings: [] };
  const { textLast, source } = around;
  if (textLast === undefined || bytes === 0 || begin === textLast + 1) return kept;
  const moved = { begin: textLast + 1, findings: [found('data-begin-moved', { begin, moved: textLast + 1 }, begin)] };
  if (begin === textLast) {
    const ends = end === 'long' || (await stopsThere(around, begin + 1 + bytes));
    return ends && begin + 1 + bytes <= source.size ? moved : refuse('data-begin-doubtful', { begin }, begin);
  }
  const distance = begin - textLast - 1;
  if (distance < 0 || distance > NEAR_BYTES) return kept;
  const [gap = 0] = await readBytes(source, begin - 1, 1);
  const asWritten = await stopsThere(around, begin + bytes);
  const asMoved = await stopsThere(around, begin - distance + bytes);
  if (asWritten && !asMoved) return kept;
  if (asMoved && !asWritten) return end === 'short' && distance === 1 ? moved : refuse('data-begin-doubtful', { begin }, begin);
  if (distance > 1) return kept;
  const padding = gap === 0 || gap === 0x20 || (gap >= 9 && gap <= 13);
  return padding && end !== 'short' ? kept : refuse('data-begin-doubtful', { begin }, begin);
}

/** Whether something that usually follows DATA begins at a place: the file's end, a CRC, another segment, another data set. */
export async function stopsThere({ source, landmarks }: Surroundings, place: number): Promise<boolean> {
  if (place === source.size || landmarks.includes(place)) return true;
  if (place > source.size) return false;
  const after = String.fromCharCode(...(await readBytes(source, place, Math.min(14, source.size - place))));
  return /^([0-9a-f]{8})?FCS\d\.\d/i.test(after) || /^[0-9a-f]{8}$/i.test(after);
}

/** The delimiter that ends TEXT, by the bytes of the segment and the one after it. `undefined` where more than one may be it. */
export function lastOfText(rawText: Uint8Array, begin: number, next: number | undefined): number | undefined {
  const delimiter = rawText[0];
  const [last, before] = [rawText.at(-1), rawText.at(-2)];
  const end = begin + rawText.length - 1;
  if (last === delimiter) return before === delimiter || next === delimiter ? undefined : end;
  if (before === delimiter) return next === delimiter ? undefined : end - 1;
  return next === delimiter ? end + 1 : undefined;
}
