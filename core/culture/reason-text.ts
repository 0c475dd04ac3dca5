import type { Reason } from '../analysis.ts';
import { type Language, type Sentence, say } from '../message.ts';
import { featureNames, reasonSentences } from './reasons.ts';

const sentences: { readonly [code: string]: Sentence } = reasonSentences;
const names: { readonly [feature: string]: Sentence } = featureNames;

/** A reason in words, its feature named in the same language. */
export function sentenceOfReason({ code, values = {} }: Reason, language: Language): string {
  const sentence = sentences[code];
  if (sentence === undefined) throw new Error(`reason without a sentence: ${code}`);
  const feature = names[String(values['feature'])];
  return say(sentence, { ...values, ...(feature === undefined ? {} : { feature: feature[language] }) }, language);
}
