import { expect, it } from 'vitest';
import { readWords } from '../../../scripts/words/read-words.mjs';
import { readXliff, xliffOf } from '../../../scripts/words/xliff-of.mjs';

it('the file for translators holds every sentence, with where it stands, as it is said', async () => {
  const said = readWords();
  const { text, count } = await xliffOf(said);
  expect(count).toBe(said.length);
  expect(text).toContain('version="2.0"');
  const { languages, units } = await readXliff(text);
  expect(languages).toEqual(['en', 'ja']);
  const expected = said.map(({ key, en = '', ja, file, line }) => ({ key, en: en.trim(), ja: ja.trim(), note: `${file}:${line}` }));
  expect(units).toEqual(expected);
});

it('no sentence stands in Japanese alone', () => {
  expect(readWords().filter(({ en }) => en === undefined)).toEqual([]);
});
