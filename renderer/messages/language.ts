import { createContext, useContext, useMemo } from 'react';
import { type Catalogue, type Language as LanguageName, say, type Values } from '../../core/base/message.ts';

/** The language of everything below: `<Language value="ja">`. */
export const Language = createContext<LanguageName>('en');

/** Says a message in one language. Give numbers typeset (core/show/plot/number-format.ts). */
export type Translate<Key extends string> = (key: Key, values?: Values) => string;

/** The messages of a feature in one language, outside of a component. */
export const translator =
  <Key extends string>(messages: Catalogue<Key>, language: LanguageName): Translate<Key> =>
  (key, values) =>
    say(messages[key], values, language);

export const useLanguage = (): LanguageName => useContext(Language);

/** The messages of a feature (its messages.ts) in the language of the window. */
export function useMessages<Key extends string>(messages: Catalogue<Key>): Translate<Key> {
  const language = useContext(Language);
  return useMemo(() => translator(messages, language), [messages, language]);
}
