import { expect, it } from 'vitest';
import { analysisText, packAnalysis } from '../../../../headless/archive/stored-analysis.ts';
import { seedRandom } from '../../../../test-data/random.ts';

it('gives back what was stored, of any length and language, and what archives of before hold', () => {
  const random = seedRandom(11);
  for (let i = 0; i < 200; i++) {
    const values = Array.from({ length: Math.floor(random.uniform() * 400) }, () => random.normal());
    const text = JSON.stringify({ name: '検体 😀 '.repeat(i % 7), values });
    const stored = packAnalysis(text);
    expect(analysisText({ analysis: stored })).toBe(text);
    expect(stored.length).toBeLessThanOrEqual(text.length);
    expect(analysisText({ analysis: text })).toBe(text);
  }
});

it('throws where it is damaged', () => {
  const stored = packAnalysis(JSON.stringify(Array.from({ length: 500 }, (_, i) => i)));
  expect(() => analysisText({ analysis: `${stored.slice(0, -40)}${'A'.repeat(40)}` })).toThrow();
});
