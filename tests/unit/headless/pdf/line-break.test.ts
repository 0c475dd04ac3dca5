import { describe, expect, it } from 'vitest';
import { reasonSentences } from '../../../../core/biology/classification/reasons.ts';
import { evidenceSentences } from '../../../../core/gating/automatic/kind/evidence.ts';
import { qualitySentences } from '../../../../core/gating/quality/quality-findings.ts';
import { certificateWords } from '../../../../core/show/certificate/words.ts';
import { words } from '../../../../core/show/report/messages.ts';
import { wrapText } from '../../../../headless/pdf/line-break.ts';

/** A full-width letter is as wide as two others. */
const measure = (text: string): number => [...text].reduce((sum, letter) => sum + (letter > '\u2e7f' ? 2 : 1), 0);

const sentences = [certificateWords, words, reasonSentences, evidenceSentences, qualitySentences].flatMap((catalogue) =>
  Object.values(catalogue).map(({ ja }) => ja.replace(/\{\w+\}/g, '12.3')),
);

const closing = /^[、。，．」』)】〕％%ーァィゥェォッャュョぁぃぅぇぉっゃゅょ・…]/;
const opening = /[「『(【〔]$/;

describe('Japanese lines', () => {
  it.each([28, 40, 60])('of %s half letters never begin with a closing mark or end with an opening one', (width) => {
    for (const text of sentences)
      for (const [i, line] of wrapText(text, width, measure).entries()) {
        expect(i === 0 ? '' : line).not.toMatch(closing);
        expect(line).not.toMatch(opening);
      }
  });

  it.each([28, 40, 60])('of %s half letters keep katakana words, and numbers with their unit, whole', (width) => {
    for (const text of sentences) {
      const lines = wrapText(text, width, measure);
      for (let i = 1; i < lines.length; i++) {
        const [before, after] = [lines[i - 1]!.at(-1)!, lines[i]![0]!];
        const word = `${/[ァ-ヺー]*$/.exec(lines[i - 1]!)![0]}${/^[ァ-ヺー]*/.exec(lines[i]!)![0]}`;
        if (/[ァ-ヺー]/.test(before) && /[ァ-ヺー]/.test(after)) expect(measure(word)).toBeGreaterThan(width);
        expect(/[\d%]/.test(before) && /[以未ポイ日件個倍秒%％]/.test(after)).toBe(false);
      }
    }
  });

  it('break between phrases where they can', () => {
    expect(wrapText('担当者がゲートを確認するまで判定しません。', 24, measure)).toEqual([
      '担当者がゲートを',
      '確認するまで判定しません。'.slice(0, 6),
      '判定しません。',
    ]);
    expect(wrapText('判定限界は50%以下です。', 14, measure)).toEqual(['判定限界は', '50%以下です。']);
  });
});
