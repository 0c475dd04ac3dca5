import { mkdirSync, mkdtempSync, realpathSync, renameSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { answerRequest, appScheme } from '../../../electron/app-scheme.ts';
import { createFileTokens } from '../../../electron/file-tokens.ts';

const folder = realpathSync(mkdtempSync(path.join(tmpdir(), 'lymphoscope-scheme-')));
const root = path.join(folder, 'window');
mkdirSync(path.join(root, 'assets'), { recursive: true });
writeFileSync(path.join(root, 'index.html'), '<!doctype html>');
writeFileSync(path.join(root, 'assets', 'kernel.wasm'), '');
writeFileSync(path.join(folder, 'secret.txt'), 'secret');
symlinkSync(path.join(folder, 'secret.txt'), path.join(root, 'link.txt'));
const tokens = createFileTokens();
const answer = (url: string, method = 'GET') => answerRequest({ method, url }, root, tokens);
afterAll(() => rmSync(folder, { recursive: true, force: true }));

describe('the scheme', () => {
  it('has these privileges and no others', () => {
    expect(appScheme).toEqual({
      scheme: 'app',
      privileges: { standard: true, secure: true, supportFetchAPI: true, stream: true, codeCache: true },
    });
  });

  it('gives assets their type, the isolation headers and the policy', () => {
    expect(answer('app://lymphoscope/index.html')).toEqual({
      path: path.join(root, 'index.html'),
      mimeType: 'text/html',
      headers: {
        'Cross-Origin-Opener-Policy': 'same-origin',
        'Cross-Origin-Embedder-Policy': 'require-corp',
        'Cross-Origin-Resource-Policy': 'same-origin',
        'X-Content-Type-Options': 'nosniff',
        'Content-Security-Policy':
          "default-src 'none'; script-src 'self' 'wasm-unsafe-eval'; worker-src 'self'; connect-src 'self'; img-src 'self' data: blob:; style-src 'self' 'unsafe-inline'; font-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'; webrtc 'block'",
      },
    });
    expect(answer('app://lymphoscope/assets/kernel.wasm').mimeType).toBe('application/wasm');
  });

  it('gives a token as bytes, whatever its name', () => {
    const page = path.join(folder, 'page.html');
    writeFileSync(page, '<script>');
    expect(answer(`app://lymphoscope/file/${tokens.add(page)}`)).toMatchObject({ path: page, mimeType: 'application/octet-stream' });
  });

  it.each([
    ['another method', 'app://lymphoscope/index.html', 'POST'],
    ['another host', 'app://other/index.html', 'GET'],
    ['no such file', 'app://lymphoscope/none.js', 'GET'],
    ['a folder', 'app://lymphoscope/assets', 'GET'],
    ['a link that leads out', 'app://lymphoscope/link.txt', 'GET'],
    ['an unknown token', 'app://lymphoscope/file/00000000-0000-4000-8000-000000000000', 'GET'],
    ['a way up', 'app://lymphoscope/%2e%2e%2fsecret.txt', 'GET'],
  ])('refuses %s', (_what, url, method) => {
    expect(Object.keys(answer(url, method))).toEqual(['error']);
  });

  it('refuses a token whose file is another one than was opened, and sessions', () => {
    const file = path.join(folder, 'a.fcs');
    writeFileSync(file, 'FCS3.1 first');
    const token = tokens.add(file);
    expect(answer(`app://lymphoscope/file/${token}`)).toMatchObject({ path: file });
    writeFileSync(path.join(folder, 'other'), 'FCS3.1 other');
    renameSync(path.join(folder, 'other'), file);
    expect(answer(`app://lymphoscope/file/${token}`)).toEqual({ error: -6 });
    // opened again, it is what it is now, under the same token
    expect(tokens.add(file)).toBe(token);
    expect(answer(`app://lymphoscope/file/${token}`)).toMatchObject({ path: file });
    const session = path.join(folder, 'a.lymphoscope');
    writeFileSync(session, '{}');
    expect(answer(`app://lymphoscope/file/${tokens.add(session)}`)).toEqual({ error: -6 });
  });

  it('refuses a token that a session brought where its file is not FCS by its content', () => {
    const brought = '11111111-1111-4111-8111-111111111111' as ReturnType<typeof tokens.add>;
    const file = path.join(folder, 'b.fcs');
    writeFileSync(file, 'no FCS file');
    tokens.assign(brought, file);
    expect(answer(`app://lymphoscope/file/${brought}`)).toEqual({ error: -6 });
  });

  it('refuses a token whose file became a device or a folder', () => {
    expect(answer(`app://lymphoscope/file/${tokens.add('/dev/zero')}`)).toEqual({ error: -6 });
    expect(answer(`app://lymphoscope/file/${tokens.add(folder)}`)).toEqual({ error: -6 });
  });
});
