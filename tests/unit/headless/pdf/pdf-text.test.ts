import { inflateSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { words } from '../../../../core/show/report/messages.ts';
import { reportFonts } from '../../../../headless/pdf/fonts.ts';
import { glyphRuns } from '../../../../headless/pdf/glyph-runs.ts';
import { wrapText } from '../../../../headless/pdf/line-break.ts';
import { encodePng } from '../../../../headless/pdf/png.ts';

const nasty =
  'CD56⁺CD3⁻ γδ −1≤2≥3 10⁵ ₂ é ﬁ 髙﨑 が(NFD か\u3099) \u0000\u0007\u001b[31m\n\t\u202Eevil\u202C \u200B한국어 😀 א \uFFFD \uD800 ␀ ＡＢ ｱｲｳ \u2009|\u3000|';

describe('glyph runs', () => {
  const faces = reportFonts()[400];

  it('map every character of a nasty string to a font that has it', () => {
    for (const weight of [400, 600] as const) {
      for (const { text, face } of glyphRuns(nasty, reportFonts()[weight])) {
        for (const character of text) expect(face.has(character.codePointAt(0)!), `U+${character.codePointAt(0)!.toString(16)}`).toBe(true);
      }
    }
  });

  it('raise the superscripts that no font has, and keep the ones that one has', () => {
    const runs = glyphRuns('CD56⁺ 10⁻⁴', faces);
    expect(runs.map(({ text, shift }) => [text, shift])).toEqual([
      ['CD56', 'none'],
      ['+', 'raised'],
      [' 10', 'none'],
      ['−', 'raised'],
      ['⁴', 'none'],
    ]);
  });

  it('show control, direction and unknown characters as codes', () => {
    const text = glyphRuns('a\u0007b\u202Ec한😀\n', faces)
      .map((run) => run.text)
      .join('');
    expect(text).toBe('a[U+0007]b[U+202E]c한[U+1F600][U+000A]');
  });

  it('need no code for any word of a report', () => {
    for (const { en, ja } of Object.values(words)) for (const run of glyphRuns(en + ja, faces)) expect(run.text).not.toContain('[U+');
  });
});

describe('line breaks', () => {
  const measure = (text: string): number => [...text].length;

  it('come between words, and in Japanese not before 、 or after 「', () => {
    expect(wrapText('one two three', 8, measure)).toEqual(['one two', 'three']);
    expect(wrapText('あいうえ、おか', 4, measure)).toEqual(['あいう', 'え、おか']);
    expect(wrapText('あいう「えお」', 4, measure)).toEqual(['あいう', '「えお」']);
  });

  it('break what is longer than a line anywhere, and lose nothing', () => {
    const digest = 'abcdef0123456789'.repeat(4);
    const lines = wrapText(digest, 10, measure);
    expect(lines.join('')).toBe(digest);
    expect(Math.max(...lines.map(measure))).toBe(10);
    expect(wrapText('', 10, measure)).toEqual(['']);
  });
});

describe('png', () => {
  it('holds the pixels, with a palette where there are few colours', () => {
    const pixels = Uint8ClampedArray.from([255, 0, 0, 255, 0, 255, 0, 255, 0, 0, 255, 255, 255, 0, 0, 255]);
    const png = encodePng(pixels, 2, 2);
    expect(png.subarray(1, 4).toString()).toBe('PNG');
    expect(png[25]).toBe(3);
    const at = png.indexOf('IDAT');
    expect([...inflateSync(png.subarray(at + 4, at + 4 + png.readUInt32BE(at - 4)))]).toEqual([0, 0, 1, 0, 2, 0]);
  });

  it('falls back to three bytes a pixel', () => {
    const pixels = Uint8ClampedArray.from({ length: 20 * 20 * 4 }, (_, i) => (i % 4 === 3 ? 255 : (i * 7919) % 256));
    expect(
      encodePng(
        pixels.map((value, i) => (i % 4 === 0 ? Math.floor(i / 4) % 256 : i % 4 === 1 ? Math.floor(i / 1024) : value)),
        20,
        20,
      )[25],
    ).toBe(2);
  });
});
