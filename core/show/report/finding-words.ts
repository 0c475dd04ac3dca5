import type { Finding } from '../../base/finding.ts';
import type { Language } from '../../base/message.ts';
import { findingText } from '../../study/sample/analysis-findings.ts';
import { typeset } from './sentence-of.ts';

/** A finding as people read it: its numbers as in every table. */
export const findingWords = (finding: Finding, language: Language): string =>
  findingText({ ...finding, ...(finding.values === undefined ? {} : { values: typeset(finding.values) }) }, language);
