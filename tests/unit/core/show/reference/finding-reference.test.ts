import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { languages } from '../../../../../core/base/message.ts';
import { advice } from '../../../../../core/show/reference/advice.ts';
import { adviceFor } from '../../../../../core/show/reference/finding-advice.ts';
import { findingReference, knownFindings } from '../../../../../core/show/reference/finding-reference.ts';
import { pairStatistics } from '../../../../../core/statistics/pair-statistics.ts';
import { valueStatisticNames } from '../../../../../core/statistics/value-statistics.ts';

const codes = knownFindings().map(([code]) => code);

it('every finding has something to do, and nothing else has', () => {
  expect(codes.length).toBeGreaterThan(120);
  expect(codes.filter((code) => adviceFor(code) === undefined)).toEqual([]);
  const used = new Set(codes.map(adviceFor));
  expect(Object.keys(advice).filter((name) => !used.has(name as keyof typeof advice))).toEqual([]);
});

describe.each(languages)('the reference in %s', (language) => {
  it('has an entry of every finding with its sentence and what to do', () => {
    const text = findingReference(language);
    for (const code of codes) {
      const entry = text.split(`## ${code}\n`)[1]?.split('\n## ')[0] ?? '';
      expect(entry, code).toContain(advice[adviceFor(code)!][language].slice(0, 20));
      expect(entry, code).not.toMatch(/\{\w+\}/);
    }
  });

  it('of statistics defines every one by its name', () => {
    const text = readFileSync(`docs/${language}/statistics.md`, 'utf8');
    for (const name of [...valueStatisticNames, ...Object.keys(pairStatistics)]) expect(text, name).toContain(`\`${name}\``);
  });
});
