import { describe, expect, it } from 'vitest';
import { intervalText } from '../../../../renderer/ui/interval-text.ts';
import { listMove } from '../../../../renderer/ui/keys.ts';
import { matching, matchScore } from '../../../../renderer/ui/palette-match.ts';

describe('matching', () => {
  const found = (typed: string) => matching(['Export a PDF report…', 'Polygon gate', 'Undo', 'CD3−CD56−'], typed, (text) => text);
  it('puts the beginning of a word before its middle', () => expect(found('po')).toEqual(['Polygon gate', 'Export a PDF report…']));
  it('finds letters in order', () => expect(found('epdf')).toEqual(['Export a PDF report…']));
  it('reads full width, case and minus signs alike', () => {
    expect(found('ＣＤ３-cd56')).toEqual(['CD3−CD56−']);
    expect(matchScore('abc', 'd')).toBeUndefined();
  });
  it('keeps the order where nothing is typed', () => expect(found('')[2]).toBe('Undo'));
});

describe('arrows in a list', () => {
  it.each([
    ['ArrowDown', -1, 0],
    ['ArrowDown', 4, 4],
    ['ArrowUp', 0, 0],
    ['ArrowUp', -1, 4],
    ['End', 1, 4],
    ['x', 1, undefined],
  ])('%s from %i', (key, from, to) => expect(listMove(key, from, 5)).toBe(to));
});

describe('a counting interval beside its percentage', () => {
  const between = (low: number, high: number) => ({ low, high, method: 'wilson', confidence: 0.95 }) as const;
  it.each([
    [34.8, between(34.4, 35.2), '±0.4'],
    [99, between(98.998, 99.002), '±0.002'],
    [0.02, between(0, 0.4), '0–0.400'],
    [0, between(0, 0.12), '0–0.120'],
  ])('%s', (percent, interval, text) => expect(intervalText(percent, interval)).toBe(text));
});
