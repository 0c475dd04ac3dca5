import type { Language } from '../../../core/base/message.ts';
import { findingText } from '../../../core/study/sample/analysis-findings.ts';
import { openingNotes, type SessionTrust } from '../../../core/study/session/audit-check.ts';

/** Says on standard error whether a session is what its audit tells. */
export function printTrust(file: string, trust: SessionTrust, lang: Language): void {
  for (const finding of openingNotes(trust)) process.stderr.write(`! ${file}: ${findingText(finding, lang)} [${finding.code}]\n`);
}

export const wasChanged = ({ findings }: SessionTrust): boolean => findings.length > 0;

/** The same as JSON. */
export const trustJson = ({ seal, head, findings }: SessionTrust, lang: Language) => ({
  seal,
  ...head,
  findings: findings.map((finding) => ({ code: finding.code, message: findingText(finding, lang) })),
});
