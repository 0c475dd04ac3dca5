import { createContext, useContext, useMemo } from 'react';
import { say } from '../../core/message.js';
import { words } from './words.js';
/** The language of everything below: `<Language value="ja">`. */
export const Language = createContext('en');
export const speakerOf = (language) => (word, values) => say(words[word], values, language);
export const useLanguage = () => useContext(Language);
export function useWords() {
    const language = useContext(Language);
    return useMemo(() => speakerOf(language), [language]);
}
//# sourceMappingURL=language.js.map