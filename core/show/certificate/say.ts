import { type Language, say, type Values } from '../../base/message.ts';
import { certificateWords } from './words.ts';

type CertificateWord = keyof typeof certificateWords;

/** A way to say a certificate's words in one language. */
export type Say = (word: CertificateWord, values?: Values) => string;

export const sayIn =
  (language: Language): Say =>
  (word, values) =>
    say(certificateWords[word], values, language);
