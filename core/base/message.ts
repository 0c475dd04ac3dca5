export type Language = 'en' | 'ja';
export const languages = ['en', 'ja'] as const satisfies readonly Language[];

/** One sentence in every language; `{name}` stands for a value. */
export type Sentence = { readonly [L in Language]: string };

/** Sentences by code. A room keeps its own catalogue; the compiler asks for every language. */
export type Catalogue<Code extends string = string> = { readonly [C in Code]: Sentence };

export type Values = { readonly [name: string]: string | number };

/** Fills a sentence's `{name}` places. */
export function say(sentence: Sentence, values: Values = {}, language: Language = 'en'): string {
  return sentence[language].replace(/\{(\w+)\}/g, (place, name: string) => (Object.hasOwn(values, name) ? String(values[name]) : place));
}
