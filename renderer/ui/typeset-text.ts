import type { Finding } from '../../core/base/finding.ts';
import type { Language } from '../../core/base/message.ts';
import type { Classification, Reason } from '../../core/biology/classification/classification.ts';
import { sentenceOfReason } from '../../core/biology/classification/reason-text.ts';
import { evidenceSentences } from '../../core/gating/automatic/kind/evidence.ts';
import type { Evidence } from '../../core/gating/automatic/kind/step.ts';
import { sentenceOf, typeset } from '../../core/show/report/sentence-of.ts';
import { findingText } from '../../core/study/sample/analysis-findings.ts';

/** Sentences of core's catalogues with their numbers typeset. A code that a catalogue lacks is a bug and crashes loudly. */
export const reasonText = (reason: Reason, language: Language, classification?: Pick<Classification, 'methods'>): string =>
  sentenceOfReason({ ...reason, values: typeset(reason.values ?? {}) }, language, classification);

export const textOfFinding = (finding: Finding, language: Language): string =>
  findingText({ ...finding, values: typeset(finding.values ?? {}) }, language);

/** A step knows its axes as x and y, or as nothing where it has one; people know them by their panel name. */
export function evidenceText(evidence: Evidence, [x = '', y = '']: readonly string[], language: Language): string {
  const axis = evidence.values?.['axis'];
  const name = axis === 'y' ? y : axis === 'x' || axis === '' ? x : axis;
  const named = name === undefined ? evidence : { ...evidence, values: { ...evidence.values, axis: name } };
  return sentenceOf(evidenceSentences, named, language);
}
