import { type Language, type Sentence, say } from '../../base/message.ts';
import type { Classification, Reason } from './classification.ts';
import { featureNames, reasonSentences, sides } from './reasons.ts';

const sentences: { readonly [code: string]: Sentence } = reasonSentences;
const features: { readonly [feature: string]: Sentence } = featureNames;
const words: { readonly [side: string]: Sentence } = sides;

type Names = Pick<Classification, 'methods'>;

/** A reason in words; its feature and its method named in the same language. */
export function sentenceOfReason({ code, values = {} }: Reason, language: Language, { methods }: Names = { methods: [] }): string {
  const sentence = sentences[code];
  if (sentence === undefined) throw new Error(`reason without a sentence: ${code}`);
  const named = {
    feature: features[String(values['feature'])],
    method: methods.find(({ method }) => method === values['method'])?.name,
    side: words[String(values['side'])],
  };
  const filled = Object.entries(named).flatMap(([key, name]) => (name === undefined ? [] : [[key, name[language]]]));
  return say(sentence, { ...values, ...Object.fromEntries(filled) }, language);
}
