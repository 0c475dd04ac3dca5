import type { ByteSource } from '../../../base/byte-source.ts';
import { refuse } from '../problems.ts';

/** Bytes of a segment, both ends inclusive as FCS counts them, as positions in the file. */
export interface Segment {
  readonly begin: number;
  readonly end: number;
}

export const segmentLength = (segment: Segment): number => segment.end - segment.begin + 1;

/** Whether two segments share more than the one byte by which many writers are off. */
export function overlaps(a: Segment, b: Segment): boolean {
  return Math.min(a.end, b.end) - Math.max(a.begin, b.begin) + 1 > 1;
}

/** Exactly `length` bytes from `begin` on. The caller has checked that the file is long enough. */
export async function readBytes(source: ByteSource, begin: number, length: number): Promise<Uint8Array> {
  const bytes = new Uint8Array(length);
  if (length > 0 && (await source.read(bytes, begin)) !== length) refuse('file-changed', {}, begin);
  return bytes;
}
