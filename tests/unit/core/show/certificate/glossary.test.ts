import { describe, expect, it } from 'vitest';
import { type Catalogue, languages } from '../../../../../core/base/message.ts';
import { reasonSentences } from '../../../../../core/biology/classification/reasons.ts';
import { evidenceSentences } from '../../../../../core/gating/automatic/kind/evidence.ts';
import { qualitySentences } from '../../../../../core/gating/quality/quality-findings.ts';
import { cautionSentences } from '../../../../../core/gating/strategy/caution-text.ts';
import { certificateWords } from '../../../../../core/show/certificate/words.ts';
import { lotWords } from '../../../../../core/show/report/lot-words.ts';
import { groupNames, words } from '../../../../../core/show/report/messages.ts';

const catalogues: { readonly [name: string]: Catalogue } = {
  certificateWords,
  lotWords,
  words,
  groupNames,
  reasonSentences,
  evidenceSentences,
  qualitySentences,
  cautionSentences,
};
const sentences = Object.entries(catalogues).flatMap(([name, catalogue]) =>
  Object.entries(catalogue).map(([code, sentence]) => [`${name} ${code}`, sentence] as const),
);

/** Words that the glossary replaced, with what stands for them. */
const replaced: readonly (readonly [RegExp, string])[] = [
  [/該当/, '適合'],
  [/否定/, '除外'],
  [/製造番号/, '装置シリアル番号'],
  [/要手動確認/, '要判断'],
  [/取得品質/, '測定品質'],
  [/区切り(まし|位置|の)/, '境界'],
  [/目盛り外/, 'スケール外'],
  [/FMO対照/, 'FMOコントロール'],
  [/親ゲート比/, '親集団比'],
  [/全イベント比|全体比/, '総イベント比'],
  [/どちらでもない細胞/, 'ダブルネガティブ'],
  [/生存単一/, '生細胞・シングレット'],
  [/標準検体/, '対照検体'],
  [/判断できない/, '判定不能'],
  [/死細胞は抗体を/, '死細胞には抗体が'],
  [/無効/, '判定対象外'],
  [/似ていません/, '不一致'],
  [/の光の/, '蛍光の漏れ込み'],
];

describe('every sentence of a report', () => {
  it.each(sentences)('uses the words of the glossary: %s', (_, { ja }) => {
    for (const [old, now] of replaced) expect(old.test(ja) ? `${ja} (${now})` : '').toBe('');
  });

  it.each(sentences)('is typeset by one rule: %s', (_, { ja, en }) => {
    expect(ja).not.toMatch(/[（）：～]/);
    expect(ja).not.toMatch(/\d %|\} %/);
    for (const text of [ja, en]) expect(text).not.toMatch(/~/);
  });

  it.each(sentences)('says the same in both languages: %s', (_, sentence) => {
    const places = (text: string) => [...text.matchAll(/\{\w+\}/g)].map(([place]) => place).sort();
    expect(places(sentence.ja)).toEqual(places(sentence.en));
    for (const language of languages) if (sentence.en.trim() !== '') expect(sentence[language].trim()).not.toBe('');
  });
});
