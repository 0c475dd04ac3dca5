import { describe, expect, it } from 'vitest';
import { isBelow, resolveAsked } from '../../../electron/resolve-asset.ts';

const root = '/opt/app/window';
const token = '6f1c1f34-5f0e-4f44-9a52-0f2b6f0b8f11';

describe('resolveAsked', () => {
  it('finds a file of the window', () => {
    expect(resolveAsked(root, '/assets/index-a1.js')).toEqual({ kind: 'asset', path: '/opt/app/window/assets/index-a1.js' });
    expect(resolveAsked(root, '/%E7%B4%B0%E8%83%9E.svg')).toEqual({ kind: 'asset', path: '/opt/app/window/細胞.svg' });
  });

  it('finds a token', () => expect(resolveAsked(root, `/file/${token}`)).toEqual({ kind: 'token', token }));

  it.each([
    '',
    '/',
    'index.html',
    '/..',
    '/../main.js',
    '/assets/../../main.js',
    '/%2e%2e/main.js',
    '/%2e%2e%2fmain.js',
    '/..%2f..%2fetc/passwd',
    '/..%5cmain.js',
    '/..\\main.js',
    '/a\0.js',
    '/a%00.js',
    '/%E0%A4%A',
    '/%',
    '//example.org/x',
    '/.hidden',
    '/assets/.env',
    '/C:/Windows/win.ini',
    '/a.js:stream',
    '/file',
    '/file/',
    `/file/${token}/`,
    `/file/${token}/x`,
    `/file/${token.toUpperCase()}`,
    '/file/../index.html',
    '/file/etc/passwd',
    `/file%2f..%2f${token}`,
  ])('refuses %j', (pathname) => expect(resolveAsked(root, pathname)).toBeUndefined());
});

describe('isBelow', () => {
  it.each([
    ['/app', '/app/a', true],
    ['/app', '/app/..a', true],
    ['/app', '/app', false],
    ['/app', '/app-evil/a', false],
    ['/app', '/a', false],
    ['/app', '/app/../a', false],
  ])('%s, %s: %s', (folder, file, expected) => expect(isBelow(folder, file)).toBe(expected));
});
