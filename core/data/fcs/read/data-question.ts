import type { Finding } from '../../../base/finding.ts';
import type { DataLayout } from '../fcs-file.ts';
import { found } from '../findings.ts';
import type { Surroundings } from './data-begin.ts';
import { type DataCandidate, showCandidate } from './data-candidates.ts';
import type { Fit } from './data-fit.ts';
import type { RowReading } from './row-reading.ts';
import type { Segment } from './segment.ts';

/** What is known about DATA before its place is decided. */
export interface DataQuestion extends Surroundings {
  readonly candidates: readonly DataCandidate[];
  readonly readings: readonly RowReading[];
  /** $TOT, where the file has it. */
  readonly total: number | undefined;
  readonly channelCount: number;
  readonly text: Segment;
  readonly salvage: boolean;
}

export interface LocatedData {
  readonly layout: DataLayout;
  readonly eventCount: number;
  readonly findings: readonly Finding[];
}

export function located(reading: RowReading, begin: number, bytes: number, eventCount: number, findings: readonly Finding[]): LocatedData {
  const rowBytes = reading.encoding.kind === 'columns' ? reading.rowBits / 8 : 0;
  return { layout: { begin, rowBytes, bytes, encoding: reading.encoding }, eventCount, findings: [...reading.findings, ...findings] };
}

export function endFindings({ end, candidate }: Fit): readonly Finding[] {
  return end === 'exact' ? [] : [found(`data-end-${end}`, {}, candidate.begin)];
}

/** What the place that was not chosen says about the one that was. */
export function compare(best: Fit, fits: readonly Fit[], candidates: readonly DataCandidate[]): readonly Finding[] {
  const other = candidates.find((candidate) => candidate !== best.candidate);
  if (!other || (other.begin === best.candidate.begin && other.end === best.candidate.end)) return [];
  const [header, text] = candidates.map(showCandidate);
  const values = { header: header ?? '', text: text ?? '' };
  if (other.begin === best.candidate.begin) return [found('data-ends-differ', values)];
  const rival = fits.some((fit) => fit.candidate === other && fit.whole === best.whole && fit.end === best.end);
  if (rival) return [found('data-offsets-undecided', values, best.candidate.begin)];
  const used = best.candidate.origin;
  return [found('data-offsets-differ', { ...values, used, usedJa: used }, best.candidate.begin)];
}
