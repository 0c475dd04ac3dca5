import type { Language } from '../../core/base/message.ts';
import { evidenceSentences } from '../../core/gating/automatic/kind/evidence.ts';
import type { Evidence } from '../../core/gating/automatic/kind/step.ts';
import { sentenceOf } from '../../core/show/report/sentence-of.ts';

/** A step knows its axes as x and y, or as nothing where it has one; people know them by their panel name. */
export function evidenceText(evidence: Evidence, [x = '', y = '']: readonly string[], language: Language): string {
  const axis = evidence.values?.['axis'];
  const name = axis === 'y' ? y : axis === 'x' || axis === '' ? x : axis;
  const named = name === undefined ? evidence : { ...evidence, values: { ...evidence.values, axis: name } };
  return sentenceOf(evidenceSentences, named, language);
}
