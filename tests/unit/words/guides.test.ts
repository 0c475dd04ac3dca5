import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { type Language, languages } from '../../../core/base/message.ts';
import { type Forbidden, forbiddenEnglish, forbiddenJapanese } from './forbidden.ts';

const root = path.resolve(import.meta.dirname, '..', '..', '..');
const forbidden: { readonly [L in Language]: readonly Forbidden[] } = { en: forbiddenEnglish, ja: forbiddenJapanese };

/** What is read as prose: no code, no addresses, no words in the other language beside a term. */
function proseOf(page: string): readonly { readonly line: number; readonly text: string }[] {
  let isCode = false;
  return page.split('\n').flatMap((text, i) => {
    if (text.startsWith('```')) isCode = !isCode;
    if (isCode || text.startsWith('```')) return [];
    return [{ line: i + 1, text: text.replace(/`[^`]*`/g, '`').replace(/\]\([^)]*\)/g, ']') }];
  });
}

describe.each(languages)('the guides in %s', (language) => {
  const folder = path.join(root, 'docs', language);
  it.each(readdirSync(folder))('%s is written with the words of the glossary', (page) => {
    const wrong = proseOf(readFileSync(path.join(folder, page), 'utf8')).flatMap(({ line, text }) =>
      forbidden[language].flatMap(({ form, right, but, of }) => {
        const found = of === undefined ? form.exec(but === undefined ? text : text.replace(but, '')) : null;
        return found === null ? [] : [`${line}: ${text.slice(Math.max(0, found.index - 20), found.index + 30)} (${found[0]}: ${right})`];
      }),
    );
    expect(wrong).toEqual([]);
  });
});
