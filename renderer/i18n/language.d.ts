import { type Language as LanguageName, type Values } from '../../core/message.ts';
import { type Word } from './words.ts';
/** The language of everything below: `<Language value="ja">`. */
export declare const Language: import("react").Context<LanguageName>;
/** A way to say words in one language. Give numbers typeset (core/plot/number-format.ts). */
export type Speak = (word: Word, values?: Values) => string;
export declare const speakerOf: (language: LanguageName) => Speak;
export declare const useLanguage: () => LanguageName;
export declare function useWords(): Speak;
