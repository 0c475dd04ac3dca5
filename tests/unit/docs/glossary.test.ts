import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { languages } from '../../../core/base/message.ts';

const rowsOf = (language: string): readonly (readonly string[])[] =>
  readFileSync(`docs/${language}/glossary.md`, 'utf8')
    .split('\n')
    .filter((line) => /^\| (?!English)/.test(line))
    .map((line) => line.slice(2, -2).split(' | '));

it.each(languages)('the glossary (%s) says one thing of each word, once', (language) => {
  const rows = rowsOf(language);
  expect(rows.length).toBeGreaterThan(40);
  for (const row of rows) expect(row).toHaveLength(3);
  for (const column of [0, 1]) {
    const words = rows.map((row) => row[column]);
    expect(words.filter((word, i) => words.indexOf(word) !== i)).toEqual([]);
  }
});

it('has the same words in both languages', () => {
  const words = (language: string) => rowsOf(language).map(([en, ja]) => `${en} ${ja}`);
  expect(words('ja')).toEqual(words('en'));
});
