import { describe, expect, it } from 'vitest';
import { type Catalogue, languages } from '../../../../core/base/message.ts';
import { messages as appMessages } from '../../../../renderer/app/messages.ts';
import { messages as sampleMessages } from '../../../../renderer/features/samples/messages.ts';
import { common } from '../../../../renderer/messages/common.ts';
import { translator } from '../../../../renderer/messages/language.ts';

const catalogues = Object.values(import.meta.glob<{ readonly own: Catalogue }>('../../../../renderer/**/messages.ts', { eager: true }));
const rooms: readonly Catalogue[] = [common, ...catalogues.map(({ own }) => own)];
const entries = rooms.flatMap((room) => Object.entries(room));
const places = (text: string): readonly string[] => [...text.matchAll(/\{(\w+)\}/g)].map(([, name = '']) => name).sort();
/** Names that are the same in every language. */
const names = /^(appName|progressPercent|rampViridis|rampCividis|languageEn|languageJa|scale\.(arcsinh|logicle|hyperlog))$/;

describe('the messages of the window', () => {
  it('have every key in one catalogue only', () => {
    expect(catalogues.length).toBeGreaterThan(10);
    const keys = entries.map(([key]) => key);
    expect(keys.filter((key, i) => keys.indexOf(key) !== i)).toEqual([]);
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
    expect(translator(sampleMessages, 'ja')('dayShort', { day: '14' })).toBe('14日目');
    expect(translator(appMessages, 'en')('progressCount', { label: 'Gating', done: '6', total: '1,024' })).toBe('Gating 6 of 1,024');
  });
});
