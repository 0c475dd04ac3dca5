import { readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { themeNames } from '../../../../core/contract/preferences.ts';
import { lightColours } from '../../../../core/show/plot/light-mark.ts';
import { plotThemes } from '../../../../renderer/ui/theme.ts';
import { contrast } from './contrast.ts';

const css = readFileSync(path.resolve('renderer/ui/tokens.css'), 'utf8');

/** The custom properties of a theme's block. */
function tokensOf(theme: string): ReadonlyMap<string, string> {
  const block = css.slice(css.indexOf(`[data-theme="${theme}"]`)).match(/\{([^}]*)\}/)?.[1] ?? '';
  return new Map([...block.matchAll(/--([\w-]+):\s*([^;]+);/g)].map(([, name = '', value = '']) => [name, value.trim()]));
}

const grounds = ['ground', 'surface', 'raised', 'hover', 'selected'] as const;
const texts: readonly (readonly [text: string, on: string])[] = [
  ...grounds.flatMap((ground) => [['ink', ground] as const, ['muted', ground] as const]),
  ['accent', 'ground'],
  ['accent', 'surface'],
  ['accent', 'selected'],
  ['on-accent', 'accent'],
  ['on-accent', 'accent-hover'],
  ['problem', 'ground'],
  ['problem', 'raised'],
  ['problem', 'problem-ground'],
  ['ink', 'problem-ground'],
  ['muted', 'problem-ground'],
];
const shapes = ['light-green', 'light-amber', 'light-red', 'control-line', 'accent'] as const;

describe.each(themeNames)('theme %s', (theme) => {
  const tokens = tokensOf(theme);
  const colour = (name: string): string => tokens.get(name) ?? expect.fail(`${theme} has no --${name}`);
  const least = theme === 'contrast' ? 7 : 4.5;

  it.each(texts)(`writes %s on %s with a contrast of at least ${least}`, (text, on) => {
    expect(contrast(colour(text), colour(on))).toBeGreaterThanOrEqual(least);
  });

  it.each(shapes)('draws %s with a contrast of at least 3', (shape) => {
    for (const on of ['ground', 'surface']) expect(contrast(colour(shape), colour(on))).toBeGreaterThanOrEqual(3);
  });

  it('has the ground, ink and hairline of its plots', () => {
    expect(plotThemes[theme].background).toBe(colour('surface'));
    expect(plotThemes[theme].ink).toBe(colour('ink'));
    expect(contrast(plotThemes[theme].muted, colour('surface'))).toBeGreaterThanOrEqual(4.5);
  });

  it('defines the same roles as the light theme', () => {
    expect([...tokens.keys()].sort()).toEqual([...tokensOf('light').keys()].sort());
  });
});

it('shows the lights of the reports in the light theme', () => {
  const tokens = tokensOf('light');
  expect({ green: tokens.get('light-green'), amber: tokens.get('light-amber'), red: tokens.get('light-red') }).toEqual(lightColours);
});

it('keeps to the 4-px grid, four type sizes and motion below 150 ms', () => {
  const values = (pattern: RegExp) => [...css.matchAll(pattern)].map(([, value]) => Number(value));
  expect(values(/--space-\d:\s*(\d+)px/g).filter((size) => size % 4 !== 0)).toEqual([]);
  expect(values(/--text-\w+:\s*(\d+)px/g)).toEqual([12, 13, 15, 20]);
  expect(Math.max(...values(/--(?:quick|calm):\s*(\d+)ms/g))).toBeLessThan(150);
});
