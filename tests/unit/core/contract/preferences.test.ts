import { expect, it } from 'vitest';
import { changedPreferences, levelOf, preferenceOf, preferencesSchema } from '../../../../core/contract/preferences.ts';

const levels = {
  session: { ramp: 'classic' },
  own: { ramp: 'cividis', language: 'ja', name: '検査 一' },
  computer: { ramp: 'viridis', language: 'en', theme: 'dark' },
} as const;

it('holds what the session says above the person, the person above the computer', () => {
  expect([preferenceOf(levels, 'ramp'), levelOf(levels, 'ramp')]).toEqual(['classic', 'session']);
  expect([preferenceOf(levels, 'language'), levelOf(levels, 'language')]).toEqual(['ja', 'own']);
  expect([preferenceOf(levels, 'theme'), levelOf(levels, 'theme')]).toEqual(['dark', 'computer']);
  expect([preferenceOf(levels, 'plot'), levelOf(levels, 'plot')]).toEqual([undefined, undefined]);
});

it('sets some, and leaves others to the computer again', () => {
  expect(changedPreferences(levels.own, { theme: 'contrast' }, ['ramp', 'name'])).toEqual({ language: 'ja', theme: 'contrast' });
});

it.each([{ ramp: 'jet' }, { name: ' ' }, { language: 'fr' }, { surprise: 1 }, { labels: ['mode'] }])('refuses %o', (preferences) => {
  expect(preferencesSchema.safeParse(preferences).success).toBe(false);
});
