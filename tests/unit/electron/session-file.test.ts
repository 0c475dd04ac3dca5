import { mkdir, mkdtemp, readFile, rm, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createFileTokens } from '../../../electron/file-tokens.ts';
import { isFcsOrSession, sizeOfOwnKind } from '../../../electron/open-checks.ts';
import { readSessionFile, writeSessionFile } from '../../../electron/session-file.ts';

let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'lymphoscope-session-'));
  await writeFile(path.join(folder, 'a.fcs'), 'FCS3.1 …');
  await writeFile(path.join(folder, 'secret.txt'), 'secret');
});
afterAll(() => rm(folder, { recursive: true, force: true }));

const sessionWith = (files: object) => JSON.stringify({ format: 'lymphoscope-session', version: 1, files, document: {} });
const token = '6f1c1f34-5f0e-4f44-9a52-0f2b6f0b8f11';

describe('a session file', () => {
  it('holds the paths of the tokens in the document, and of no others', async () => {
    const tokens = createFileTokens();
    const used = tokens.add(path.join(folder, 'a.fcs'));
    tokens.add(path.join(folder, 'b.fcs'));
    const file = path.join(folder, 'one.lymphoscope');
    await writeSessionFile(file, JSON.stringify({ sample: used }), tokens);
    expect(JSON.parse(await readFile(file, 'utf8')).files).toEqual({ [used]: { relative: 'a.fcs', absolute: path.join(folder, 'a.fcs') } });
    const again = createFileTokens();
    expect(await readSessionFile(file, again)).toEqual({
      text: JSON.stringify({ sample: used }),
      samples: [{ token: used, name: 'a.fcs', bytes: 10, found: true }],
    });
    expect(again.pathOf(used)).toBe(path.join(folder, 'a.fcs'));
  });

  it('makes nothing readable that is no FCS file', async () => {
    const file = path.join(folder, 'hostile.lymphoscope');
    for (const wanted of [path.join(folder, 'secret.txt'), '/etc/passwd', '/dev/zero', folder, '../../../etc/passwd']) {
      await writeFile(file, sessionWith({ [token]: { relative: wanted, absolute: wanted } }));
      const tokens = createFileTokens();
      expect((await readSessionFile(file, tokens)).samples).toMatchObject([{ token, found: false }]);
      expect(tokens.pathOf(token)).toBeUndefined();
    }
  });

  it('brings no session, no link that leads elsewhere, and nothing of another share', async () => {
    const file = path.join(folder, 'links.lymphoscope');
    await writeFile(path.join(folder, 'fcs.lymphoscope'), 'FCS3.1 named as a session');
    const outside = await mkdtemp(path.join(tmpdir(), 'lymphoscope-outside-'));
    await writeFile(path.join(outside, 'out.fcs'), 'FCS3.1 …');
    await symlink(path.join(outside, 'out.fcs'), path.join(folder, 'link.fcs'));
    await symlink(outside, path.join(folder, 'linked'));
    await symlink(path.join(folder, 'a.fcs'), path.join(folder, 'inside.fcs'));
    const found = async (place: string) => {
      await writeFile(file, sessionWith({ [token]: { relative: place, absolute: place } }));
      return (await readSessionFile(file, createFileTokens())).samples[0]?.found;
    };
    for (const place of [
      'fcs.lymphoscope',
      'link.fcs',
      'linked/out.fcs',
      '\\\\server\\share\\a.fcs',
      '//server/share/a.fcs',
      '\\\\?\\C:\\a.fcs',
      '//./pipe/a',
    ])
      expect([place, await found(place)]).toEqual([place, false]);
    for (const place of ['a.fcs', 'inside.fcs', path.join(outside, 'out.fcs')]) expect([place, await found(place)]).toEqual([place, true]);
    await rm(outside, { recursive: true });
  });

  it.each([
    ['no JSON', 'x'],
    ['another format', '{}'],
    ['a newer version', sessionWith({}).replace('"version":1', '"version":2')],
    ['a name that is no token', sessionWith({ __proto_: { relative: 'a', absolute: 'a' } })],
    ['an extra field', sessionWith({}).replace('"document"', '"script":"x","document"')],
  ])('is refused: %s', async (_what, text) => {
    const file = path.join(folder, 'bad.lymphoscope');
    await writeFile(file, text);
    await expect(readSessionFile(file, createFileTokens())).rejects.toMatchObject({ code: 'session-invalid' });
  });

  it('stays as it was where writing fails', async () => {
    const file = path.join(folder, 'kept.lymphoscope');
    await writeSessionFile(file, '{"a":1}', createFileTokens());
    const before = await readFile(file, 'utf8');
    await expect(writeSessionFile(file, 'no JSON', createFileTokens())).rejects.toMatchObject({ code: 'session-invalid' });
    expect(await readFile(file, 'utf8')).toBe(before);
  });
});

describe('open checks', () => {
  it('tell FCS files and sessions from others', async () => {
    expect(await isFcsOrSession(path.join(folder, 'a.fcs'))).toBe(true);
    expect(await isFcsOrSession(path.join(folder, 'one.lymphoscope'))).toBe(true);
    expect(await isFcsOrSession(path.join(folder, 'secret.txt'))).toBe(false);
  });

  it.each(['', 'a.fcs', '/dev/zero', '/dev/tty', '/proc/self/mem'])('refuse %j', async (file) => {
    await expect(sizeOfOwnKind(file)).rejects.toMatchObject({ name: 'Problem' });
  });

  it('refuse a folder named like a sample', async () => {
    const place = path.join(folder, 'folder.fcs');
    await mkdir(place);
    await expect(sizeOfOwnKind(place)).rejects.toMatchObject({ code: 'not-a-file' });
  });
});
