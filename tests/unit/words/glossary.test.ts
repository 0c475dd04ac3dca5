import { expect, it } from 'vitest';
import { readWords, wordsOf } from '../../../scripts/words/read-words.mjs';
import { forbiddenEnglish, forbiddenJapanese } from './forbidden.ts';

const said = readWords();

it('hears menus, palette, buttons, messages, reports, findings, evidence, the audit trail, protocols and the command line', () => {
  expect(said.length).toBeGreaterThan(3000);
  const heard = new Set(said.map(({ ja }) => ja));
  for (const word of ['ファイル', '切り取り', '検体をセッションから除外', '報告書', '監査証跡…', '細胞集団', '蛍光補正'])
    expect(heard).toContain(word);
  for (const file of ['evidence.ts', 'reasons.ts', 'data-findings.ts', 'history/words.ts', 'nk-t.json', 'diff-text.ts', 'menus.ts'])
    expect(said.some((one) => one.file.endsWith(`/${file}`))).toBe(true);
});

it('reads every way in which two languages stand together', () => {
  const source = `
    const value = { en: '{n} %', ja: '{n}個' } as const;
    export const words = { a: { en: 'one', ja: '一' }, b: { en: \`\${value.en} of \${x}\`, ja: \`\${value.ja}、\${x}\` } };
    const text = { en: { deep: (n) => \`\${n} runs\`, list: ['two'] }, ja: { deep: (n) => \`\${n}件\`, list: ['二'] } };
    const refused = refusal('not-there', 'There is none.', 'ありません。');
    const say = (lang) => (lang === 'ja' ? '三' : 'three');
    const half = { reading: 'four', readingJa: '四' };
    const alone = '五';`;
  expect(wordsOf('a.ts', source).map(({ key, en, ja }) => [key, en, ja])).toEqual([
    ['a.ts#value', '{n} %', '{n}個'],
    ['a.ts#words.a', 'one', '一'],
    ['a.ts#words.b', '{n} % of {x}', '{n}個、{x}'],
    ['a.ts#text.deep', '{n} runs', '{n}件'],
    ['a.ts#text.list.0', 'two', '二'],
    ['a.ts#refused.not-there', 'There is none.', 'ありません。'],
    ['a.ts#say', 'three', '三'],
    ['a.ts#half.reading', 'four', '四'],
    ['a.ts#alone', undefined, '五'],
  ]);
});

it.each(forbiddenJapanese)('$form is nowhere said in Japanese: $right', ({ form, but, of }) => {
  const wrong = said.filter(({ file, ja }) => (of?.test(file) ?? true) && form.test(but === undefined ? ja : ja.replace(but, '')));
  expect(wrong.map(({ key, ja }) => `${key}: ${ja}`)).toEqual([]);
});

it.each(forbiddenEnglish)('$form is nowhere said in English: $right', ({ form, but }) => {
  const wrong = said.filter(({ en = '' }) => form.test(but === undefined ? en : en.replace(but, '')));
  expect(wrong.map(({ key, en }) => `${key}: ${en}`)).toEqual([]);
});

/** `{why}` is filled with English, `{whyJa}` with Japanese. */
const places = (text: string) => [...new Set([...text.matchAll(/\{(?!en\}|ja\})(\w+?)(?:Ja)?\}/g)].map(([, name]) => name))].sort();

it('says the same in both languages', () => {
  const pairs = said.filter(({ en }) => en !== undefined && en.trim() !== '');
  expect(pairs.filter(({ en = '', ja }) => `${places(en)}` !== `${places(ja)}`).map(({ key, en, ja }) => `${key}: ${en} | ${ja}`)).toEqual(
    [],
  );
});
