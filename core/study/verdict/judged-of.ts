import type { Finding } from '../../base/finding.ts';
import type { Protocol } from '../protocol/protocol.ts';
import type { SampleAnalysis } from '../sample/sample-analysis.ts';
import { judgeSpecification } from '../specification/judge-specification.ts';

/** Codes of findings that say that the file holds fewer events than it announces. */
const missingEvents = new Set(['truncated', 'tot-not-borne-out']);

/** Whether a finding says that the session was changed outside this software. */
export const isOfAudit = ({ code }: Pick<Finding, 'code'>): boolean => code.startsWith('audit-');

/** Whether the file holds fewer events than it announces. */
export const lacksEvents = ({ findings }: Pick<SampleAnalysis, 'findings'>): boolean =>
  findings.some(({ code }) => missingEvents.has(code));

/** The judgement of a sample by the approved limits of its protocol. */
export const judgedOf = (analysis: SampleAnalysis, { specification }: Pick<Protocol, 'specification'>) =>
  judgeSpecification(analysis, specification, {
    quality: analysis.quality?.verdict,
    eventsMissing: lacksEvents(analysis),
    recordChanged: analysis.findings.some(isOfAudit),
  });
