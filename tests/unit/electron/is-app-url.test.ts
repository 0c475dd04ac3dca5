import { describe, expect, it } from 'vitest';
import { isAppUrl, isOwnUrl, isStartUrl } from '../../../electron/is-app-url.ts';

describe('isAppUrl', () => {
  it.each(['app://lymphoscope/index.html', 'app://lymphoscope/', 'app://lymphoscope/a?b#c'])('takes %s', (url) =>
    expect(isAppUrl(url)).toBe(true),
  );
  it.each([
    '',
    'about:blank',
    'app:lymphoscope',
    'app://lymphoscope.example.org/',
    'app://lymphoscope:80/',
    'app://lymphoscope-evil/',
    'app://user@lymphoscope/',
    'app://example.org/?app://lymphoscope/',
    'https://lymphoscope/index.html',
    'file:///lymphoscope/index.html',
    'data:text/html,app://lymphoscope/',
    'javascript:app://lymphoscope/',
  ])('refuses %j', (url) => expect(isAppUrl(url)).toBe(false));
});

describe('isStartUrl', () => {
  it.each(['app://lymphoscope/index.html', 'app://lymphoscope/index.html?a#b'])('takes %s', (url) => expect(isStartUrl(url)).toBe(true));
  it.each([
    'app://lymphoscope/',
    'app://lymphoscope/file/11111111-1111-4111-8111-111111111111',
    'app://lymphoscope/assets/a.js',
    'app://lymphoscope/INDEX.HTML',
  ])('refuses %s', (url) => expect(isStartUrl(url)).toBe(false));
});

describe('isOwnUrl', () => {
  it.each(['app://lymphoscope/a.js', 'blob:app://lymphoscope/1', 'data:image/png;base64,'])('takes %s', (url) =>
    expect(isOwnUrl(url)).toBe(true),
  );
  it.each(['http://localhost/', 'https://example.org/', 'ws://example.org/', 'file:///etc/passwd', 'ftp://example.org/', 'app://other/'])(
    'refuses %s',
    (url) => expect(isOwnUrl(url)).toBe(false),
  );
});
