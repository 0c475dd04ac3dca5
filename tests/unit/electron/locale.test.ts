import { describe, expect, it } from 'vitest';
import { environmentForPaths } from '../../../electron/locale.ts';

describe('environmentForPaths', () => {
  it('leaves a locale of UTF-8 alone', () => {
    expect(environmentForPaths({ LANG: 'ja_JP.UTF-8' }, 'UTF-8\n')).toBeUndefined();
  });

  it.each([
    ['none', {}, {}],
    ['POSIX', { LC_ALL: 'POSIX' }, { LANGUAGE: 'POSIX' }],
    ['another encoding', { LANG: 'ja_JP.eucJP' }, { LANG: 'ja_JP.eucJP', LANGUAGE: 'ja_JP.eucJP' }],
    ['one that is not installed', { LANG: 'ja_JP.UTF-8', LC_ALL: '' }, { LANG: 'ja_JP.UTF-8', LANGUAGE: 'ja_JP.UTF-8' }],
    ['a language of its own', { LANGUAGE: 'ja:en', LANG: 'C' }, { LANGUAGE: 'ja:en', LANG: 'C' }],
  ])('replaces %s, and keeps the language', (_name, environment, kept) => {
    expect(environmentForPaths(environment, 'ANSI_X3.4-1968\n')).toEqual({ ...kept, LC_ALL: 'C.UTF-8' });
  });

  it('tries once, whatever came of it', () => {
    expect(environmentForPaths({ LC_ALL: 'C.UTF-8' }, 'ANSI_X3.4-1968\n')).toBeUndefined();
  });
});
