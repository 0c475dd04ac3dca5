import { existsSync, readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { fcsFindings } from '../../../../../../core/data/fcs/findings.ts';
import { fcsProblems } from '../../../../../../core/data/fcs/problems.ts';

const places = (text: string) => [...new Set(text.match(/\{\w+?\}/g) ?? [])].map((place) => place.replace('Ja}', '}')).sort();

it.each([...Object.entries(fcsFindings).map(([code, { sentence }]) => [code, sentence] as const), ...Object.entries(fcsProblems)])(
  '%s says the same in both languages',
  (_, { en, ja }) => {
    expect(ja).not.toBe(en);
    expect(places(ja)).toEqual(places(en));
  },
);

it('docs/findings.md lists every code', () => {
  expect(existsSync('docs/findings.md')).toBe(true);
  const text = readFileSync('docs/findings.md', 'utf8');
  for (const code of [...Object.keys(fcsFindings), ...Object.keys(fcsProblems), 'strict-repair']) expect(text).toContain(`\`${code}\``);
});
