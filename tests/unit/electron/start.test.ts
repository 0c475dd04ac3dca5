import { existsSync } from 'node:fs';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { describe, expect, it } from 'vitest';
import { type Language, languages } from '../../../core/base/message.ts';
import { commandIds, declarationOf } from '../../../core/contract/commands.ts';
import { readCommandLine } from '../../../electron/command-line.ts';
import { menuTemplate } from '../../../electron/menu.ts';
import { safeName } from '../../../electron/save-by-dialog.ts';
import { openSettings } from '../../../electron/settings.ts';

describe('readCommandLine', () => {
  it('takes files and language, wherever Chromium moved its switches', () => {
    expect(readCommandLine(['electron', '--no-sandbox', '/app', '--lang=ja', 'a.fcs', '/data/b.fcs'], '/data', '/app')).toEqual({
      files: ['/data/a.fcs', '/data/b.fcs'],
      language: 'ja',
    });
    expect(readCommandLine(['lymphoscope', '--lang=de', '--x'], '/data', undefined)).toEqual({ files: [], language: undefined });
  });
});

describe('the menu', () => {
  const items = (language: Language) =>
    menuTemplate(language, () => undefined).flatMap(({ submenu }) => (Array.isArray(submenu) ? submenu : []));

  it('has each command once, by the words of the registry', () => {
    for (const language of languages) {
      const labels = new Map(items(language).flatMap(({ id, label }) => (id === undefined ? [] : [[id, label] as const])));
      expect([...labels.keys()].toSorted()).toEqual([...commandIds].sort());
      for (const id of commandIds) expect(labels.get(id)).toBe(declarationOf(id).words[language]);
    }
    const ids = items('en').flatMap(({ id }) => id ?? []);
    expect(new Set(ids).size).toBe(ids.length);
  });

  it('gives a key to one command only, and none that a person types', () => {
    const keys = items('en').flatMap(({ accelerator }) => accelerator?.toString() ?? []);
    expect(new Set(keys).size).toBe(keys.length);
    expect(keys).toContain('CmdOrCtrl+Shift+Z');
    for (const key of keys) expect(key).toMatch(/^CmdOrCtrl\+(Shift\+)?[A-Z0-9,]$/);
  });

  it.each(languages)('is labelled in %s and sends its command', (language) => {
    const sent: string[] = [];
    const [file] = menuTemplate(language, (command) => sent.push(command));
    const items = Array.isArray(file?.submenu) ? file.submenu : [];
    expect(items.every(({ type, label }) => type === 'separator' || (label ?? '') !== '')).toBe(true);
    const { click } = items[0] ?? {};
    // what Electron passes is not looked at
    if (typeof click === 'function') Reflect.apply(click, undefined, []);
    expect(sent).toEqual(['file.open-samples']);
  });
});

describe('settings', () => {
  it('keep the last sessions, and are the defaults where they cannot be read', async () => {
    const folder = await mkdtemp(path.join(tmpdir(), 'lymphoscope-settings-'));
    const settings = openSettings(folder);
    for (const name of ['a', 'b', 'a']) await settings.addRecent(name);
    await settings.change({ preferences: { language: 'ja' } });
    expect(openSettings(folder).get()).toEqual({ preferences: { language: 'ja' }, recent: ['a', 'b'], archives: [] });
    await writeFile(path.join(folder, 'settings.json'), '{"preferences":{"language":"xx"}}');
    expect(openSettings(folder).get()).toEqual({ preferences: {}, recent: [], archives: [] });
    await rm(folder, { recursive: true, force: true });
  });
});

it.each([
  ['../../etc/passwd', '__.._etc_passwd'],
  ['レポート:1.pdf', 'レポート_1.pdf'],
  ['.hidden', '_hidden'],
])('safeName(%j) = %j', (name, expected) => expect(safeName(name)).toBe(expected));

describe('fuses', () => {
  it('of a release are all said; a package under test differs in the inspector alone', async () => {
    const file = path.resolve('electron-builder.config.mjs');
    expect(existsSync(file)).toBe(true);
    const { releaseFuses, testFuses } = await import(pathToFileURL(file).href);
    expect(releaseFuses).toEqual({
      runAsNode: false,
      enableCookieEncryption: true,
      enableNodeOptionsEnvironmentVariable: false,
      enableNodeCliInspectArguments: false,
      enableEmbeddedAsarIntegrityValidation: true,
      onlyLoadAppFromAsar: true,
      loadBrowserProcessSpecificV8Snapshot: false,
      grantFileProtocolExtraPrivileges: false,
    });
    expect(testFuses).toEqual({ ...releaseFuses, enableNodeCliInspectArguments: true });
  });
});
