import { describe, expect, it } from 'vitest';
import { facesOf, reportFonts } from '../../../../headless/pdf/fonts.ts';
import { charactersWithoutGlyph, glyphRuns } from '../../../../headless/pdf/glyph-runs.ts';

const faces = reportFonts()[400];
const printed = (text: string) =>
  glyphRuns(text, faces)
    .map(({ text: run }) => run)
    .join('');

describe('letters of other languages on paper', () => {
  it.each(['한국어 표본', '样本 细胞 检测 这', 'Лимфоцит αβγδ', '𠮷野家 髙﨑', 'CD56⁺'])('%s stands as it is', (text) => {
    expect(charactersWithoutGlyph(text, faces)).toEqual([]);
    expect(printed(text)).toBe(text === 'CD56⁺' ? 'CD56+' : text);
  });
  it('what no font has stands as its code, and is named', () => {
    expect(printed('a ตัว')).toBe('a [U+0E15][U+0E31][U+0E27]');
    expect(charactersWithoutGlyph('🧬 ตต 한', faces)).toEqual(['🧬', 'ต']);
  });
  it('no half of a word that is written from right to left is printed', () => expect(printed('عين')).toBe('[U+0639][U+064A][U+0646]'));
  it('either weight has them, and Japanese keeps its own face', () => {
    const faceOf = (text: string, weight: 400 | 600) => glyphRuns(text, reportFonts()[weight]).map(({ face }) => face.name);
    expect(faceOf('検体', 400)).toEqual(['regular']);
    expect(faceOf('検体', 600)).toEqual(['semibold']);
    expect(faceOf('한', 600)).toEqual(['korean']);
    expect(faceOf('测', 600)).toEqual(['chinese']);
    expect(new Set(facesOf(reportFonts()).map(({ name }) => name)).size).toBe(5);
  });
});
