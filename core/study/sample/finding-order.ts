import type { Finding } from '../../base/finding.ts';
import { fcsFindings } from '../../data/fcs/findings.ts';
import { metadataFindings } from '../../data/metadata/match-metadata.ts';

/** Whether a finding is about the file as it is, or about what the protocol makes of it. */
export const originOf = ({ code }: Finding): 'file' | 'protocol' =>
  Object.hasOwn(fcsFindings, code) || Object.hasOwn(metadataFindings, code) || code === 'personal-keywords' ? 'file' : 'protocol';

const kinds = { guess: 2, repair: 3, note: 4 } as const satisfies { readonly [K in Finding['kind']]: number };

/** 0 for what makes numbers unsure, 1 for what casts doubt on them, then guesses, repairs and notes. */
export function severityOf(finding: Finding): number {
  const light = (finding as { readonly light?: unknown }).light;
  return light === 'red' ? 0 : light === 'amber' ? 1 : kinds[finding.kind];
}

/** Those that a person should look at before the numbers are used. */
export const isToCheck = (finding: Finding): boolean => severityOf(finding) <= kinds.guess;

/** The gravest first, else as they were found. */
export const bySeverity = (findings: readonly Finding[]): readonly Finding[] => findings.toSorted((a, b) => severityOf(a) - severityOf(b));
