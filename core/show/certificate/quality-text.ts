import { type Catalogue, type Language, say } from '../../base/message.ts';
import type { QualityFinding } from '../../gating/quality/quality.ts';
import { qualitySentences } from '../../gating/quality/quality-findings.ts';

const sentences: Catalogue = qualitySentences;

/** A finding of acquisition quality in words. A code without a sentence is a bug and crashes loudly. */
export function qualityText({ code, values }: Pick<QualityFinding, 'code' | 'values'>, language: Language): string {
  const sentence = sentences[code];
  if (sentence === undefined) throw new Error(`quality finding without a sentence: ${code}`);
  return say(sentence, values, language);
}
