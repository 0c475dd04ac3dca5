import type { ByteSource } from '../../../base/byte-source.ts';
import type { Finding } from '../../../base/finding.ts';
import { found } from '../findings.ts';
import { parseCount, shown } from '../numbers.ts';
import { refuse } from '../problems.ts';
import { refuseNotFcs } from './not-fcs.ts';
import { readBytes, type Segment } from './segment.ts';

const HEADER_BYTES = 58;
const versions = ['FCS2.0', 'FCS3.0', 'FCS3.1', 'FCS3.2'];

/** The HEADER of a data set (FCS 3.1, section 3.1). Positions are those in the file; what it leaves open is absent. */
export interface Header {
  readonly version: string;
  readonly text: Segment;
  readonly data: Partial<Segment>;
  readonly analysis: Partial<Segment>;
  readonly findings: readonly Finding[];
}

/** Whether a data set can begin at `start`: its first bytes are those of a HEADER. */
export async function isDatasetAt(source: ByteSource, start: number): Promise<boolean> {
  if (start + HEADER_BYTES > source.size) return false;
  return /^FCS\d\.\d/.test(asciiOf(await readBytes(source, start, 6)));
}

/** Reads the HEADER at `start`. Refuses what is not FCS, an unknown version, and a TEXT segment outside the file. */
export async function readHeader(source: ByteSource, start: number): Promise<Header> {
  const bytes = await readBytes(source, start, Math.min(HEADER_BYTES, Math.max(0, source.size - start)));
  const head = asciiOf(bytes);
  if (!/^FCS\d\.\d/.test(head)) refuseNotFcs(bytes, start);
  const version = head.slice(0, 6);
  if (!versions.includes(version)) refuse('version-unsupported', { version }, start);
  if (head.length < HEADER_BYTES) refuse('header-truncated', {}, start);
  const findings: Finding[] = [];
  const segmentAt = (at: number, segment: string): Partial<Segment> => {
    const [begin, end] = [at, at + 8].map((from) => {
      const value = parseCount(head.slice(from, from + 8));
      if (Number.isNaN(value))
        findings.push(found('header-offset-unreadable', { segment, value: shown(head.slice(from, from + 8)) }, start + from));
      return value ? start + value : undefined;
    });
    return { ...(begin !== undefined && { begin }), ...(end !== undefined && { end }) };
  };
  const { begin, end } = segmentAt(10, 'TEXT');
  if (begin === undefined || end === undefined || begin < start + HEADER_BYTES || end <= begin)
    refuse('text-not-located', { begin: shown(head.slice(10, 18)), end: shown(head.slice(18, 26)) }, start + 10);
  if (end >= source.size) refuse('text-beyond-file', { end, size: source.size }, start + 10);
  return { version, text: { begin, end }, data: segmentAt(26, 'DATA'), analysis: segmentAt(42, 'ANALYSIS'), findings };
}

function asciiOf(bytes: Uint8Array): string {
  return String.fromCharCode(...bytes);
}
