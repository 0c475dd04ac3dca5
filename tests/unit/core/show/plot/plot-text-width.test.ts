import { describe, expect, it } from 'vitest';
import { textWidth, wrapped } from '../../../../../core/show/plot/text-width.ts';

describe('text in lines', () => {
  it.each([
    ['LAK, 3 to 4 days of IL-2 (NIH)', 110],
    ['一般法(抗CD3抗体+IL-2)で培養したT細胞', 80],
    ['averyverylongwordthatfitsnowhere', 60],
    ['', 60],
  ])('%s stays in its width, no letter lost before the end', (text, width) => {
    const lines = wrapped(text, 11, width, 3);
    expect(lines.length).toBeLessThanOrEqual(3);
    for (const line of lines) expect(textWidth(line, 11)).toBeLessThanOrEqual(width);
    const whole = lines.join('').replaceAll(/[\s…]/g, '');
    expect(text.replaceAll(/\s/g, '').startsWith(whole)).toBe(true);
  });

  it('is cut with an ellipsis where lines run out', () => {
    expect(wrapped('one two three four', 10, 30, 2).at(-1)).toMatch(/…$/);
    expect(wrapped('one two', 10, 100, 2)).toEqual(['one two']);
  });
});
