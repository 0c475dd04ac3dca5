import { expect, it } from 'vitest';
import { readWords } from '../../../scripts/words/read-words.mjs';
import { englishOfTwoThings, japaneseOfTwoThings } from './two-meanings.ts';

/** Sentences that differ in capitals, plurals or the mark at their end say the same. */
const plainEnglish = (text: string) =>
  text
    .replace(/[.…:]+$/, '')
    .trim()
    .toLowerCase()
    .replace(/s\b/g, '');
const plainJapanese = (text: string) => text.replace(/[。…:]+$/, '').trim();

const pairs = readWords().flatMap(({ key, en, ja }) => (en === undefined ? [] : [{ key, en: plainEnglish(en), ja: plainJapanese(ja) }]));

/** What is said in several ways, with where. */
function severalOf(from: 'en' | 'ja', to: 'en' | 'ja') {
  const byText = new Map<string, Map<string, string>>();
  for (const pair of pairs) {
    const ways = byText.get(pair[from]) ?? new Map<string, string>();
    byText.set(pair[from], ways.set(pair[to], pair.key));
  }
  return [...byText].filter(([, ways]) => ways.size > 1);
}

it('says one thing of one English sentence', () => {
  const several = severalOf('en', 'ja');
  expect(several.filter(([text]) => !englishOfTwoThings.has(text)).map(([text, ways]) => [text, ...ways])).toEqual([]);
});

it('says one thing of one Japanese sentence', () => {
  const several = severalOf('ja', 'en');
  expect(several.filter(([text]) => !japaneseOfTwoThings.has(text)).map(([text, ways]) => [text, ...ways])).toEqual([]);
});

it('lets labels alone stand for two things', () => {
  for (const text of englishOfTwoThings) expect(text.split(' ').length, text).toBeLessThan(4);
  for (const text of japaneseOfTwoThings) expect(text, text).not.toMatch(/ます|です/);
});
