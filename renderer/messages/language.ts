import { createContext, useContext, useMemo } from 'react';
import { type Language as LanguageName, say, type Values } from '../../core/base/message.ts';
import { type Word, words } from './words.ts';

/** The language of everything below: `<Language value="ja">`. */
export const Language = createContext<LanguageName>('en');

/** A way to say words in one language. Give numbers typeset (core/show/plot/number-format.ts). */
export type Speak = (word: Word, values?: Values) => string;

export const speakerOf =
  (language: LanguageName): Speak =>
  (word, values) =>
    say(words[word], values, language);

export const useLanguage = (): LanguageName => useContext(Language);

export function useWords(): Speak {
  const language = useContext(Language);
  return useMemo(() => speakerOf(language), [language]);
}
