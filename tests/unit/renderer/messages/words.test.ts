import { describe, expect, it } from 'vitest';
import { languages } from '../../../../core/base/message.ts';
import { speakerOf } from '../../../../renderer/messages/language.ts';
import { wordRooms, words } from '../../../../renderer/messages/words.ts';

const entries = Object.entries(words);
const places = (text: string): readonly string[] => [...text.matchAll(/\{(\w+)\}/g)].map(([, name = '']) => name).sort();
/** Names that are the same in every language. */
const names = /^(appName|rampViridis|rampCividis|languageEn|languageJa|scale\.(arcsinh|logicle|hyperlog))$/;

describe('the words of the window', () => {
  it('have every key in one room only', () => {
    const keys = Object.values(wordRooms).flatMap((room) => Object.keys(room));
    expect(keys.length).toBe(new Set(keys).size);
    expect(keys.length).toBe(entries.length);
  });
  it.each(entries)('%s is said in both languages, with the same places', (key, sentence) => {
    for (const language of languages) expect(sentence[language].trim()).not.toBe('');
    expect(places(sentence.ja)).toEqual(places(sentence.en));
    if (!names.test(key)) expect(sentence.ja).not.toBe(sentence.en);
  });
  it('never call a culture confirmed or a person diagnosed', () => {
    for (const [, { en, ja }] of entries) {
      expect(en).not.toMatch(/\bconfirm|\bdiagnosed\b|\bpatients?\b/i);
      expect(ja).not.toMatch(/確定|確認済/);
    }
  });
  it('are filled with typeset numbers', () => {
    expect(speakerOf('ja')('dayShort', { day: '14' })).toBe('14日目');
    expect(speakerOf('en')('progressCount', { label: 'Gating', done: '6', total: '1,024' })).toBe('Gating 6 of 1,024');
  });
});
