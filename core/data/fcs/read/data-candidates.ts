import type { Finding } from '../../../base/finding.ts';
import type { Keywords } from '../../../base/keywords.ts';
import { found } from '../findings.ts';
import { parseCount, shown } from '../numbers.ts';
import type { Segment } from './segment.ts';

/** Where DATA may be, as HEADER or TEXT says. Positions in the file, both inclusive. */
export interface DataCandidate {
  readonly origin: 'HEADER' | 'TEXT';
  readonly begin: number;
  readonly end: number | undefined;
}

/** The places that HEADER and TEXT give for DATA, the HEADER's first. 0 and blank are none. */
export function dataCandidates(
  header: Partial<Segment>,
  keywords: Keywords,
  start: number,
): { readonly candidates: readonly DataCandidate[]; readonly findings: readonly Finding[] } {
  const findings: Finding[] = [];
  const position = (keyword: string): number | undefined => {
    const value = parseCount(keywords.get(keyword));
    if (Number.isNaN(value)) findings.push(found('offset-unreadable', { keyword, value: shown(keywords.get(keyword)) }));
    return value ? start + value : undefined;
  };
  const text = { begin: position('$BEGINDATA'), end: position('$ENDDATA') };
  const candidates: DataCandidate[] = [];
  if (header.begin !== undefined) candidates.push({ origin: 'HEADER', begin: header.begin, end: header.end });
  if (text.begin !== undefined) candidates.push({ origin: 'TEXT', begin: text.begin, end: text.end });
  if (header.begin === undefined && text.begin !== undefined) findings.push(found('data-offset-from-text'));
  return { candidates, findings };
}

export const showCandidate = ({ begin, end }: DataCandidate): string => `${begin}–${end ?? '?'}`;
