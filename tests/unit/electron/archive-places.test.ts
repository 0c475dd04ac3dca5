import { mkdtempSync, readFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { Problem } from '../../../core/base/problem.ts';
import { createArchivePlaces, type PlaceTools } from '../../../electron/archive-places.ts';
import { openSettings } from '../../../electron/settings.ts';

const noKeychain = { seal: () => undefined, open: () => undefined };
const keychain = {
  seal: (text: string) => Buffer.from(text).toString('base64'),
  open: (sealed: string) => Buffer.from(sealed, 'base64').toString(),
};

/** A window's archives over a folder of settings; `opened` is what the utility process was asked to open. */
function start(userFolder: string, secrets: PlaceTools['secrets'] = noKeychain) {
  const opened: string[] = [];
  const refused = new Set<string>();
  const archive = (async (_job: string, place: string) => {
    opened.push(place);
    if (refused.has(place)) throw new Problem('archive-refused', { en: 'no', ja: 'no' });
    return { readOnly: place.endsWith('fixed.db') };
  }) as unknown as PlaceTools['archive'];
  const dialogs = { open: async () => [path.join(userFolder, 'fixed.db')], folder: async () => undefined, save: async () => undefined };
  const settings = openSettings(userFolder);
  const places = createArchivePlaces({ settings, dialogs, userFolder, documentsFolder: () => userFolder, archive, secrets });
  return { places, opened, refused };
}
const newFolder = (): string => mkdtempSync(path.join(tmpdir(), 'lymphoscope-places-'));
const savedIn = (folder: string): string => readFileSync(path.join(folder, 'settings.json'), 'utf8');

describe('the archives of a window', () => {
  it('are the own one at first, with nothing set up', async () => {
    const { places } = start(newFolder());
    expect(await places.list()).toEqual({ current: 'own', readOnly: false, archives: [{ id: 'own', name: '', kind: 'own' }] });
  });

  it('are remembered over a restart, and no path of a file is told', async () => {
    const folder = newFolder();
    const found = await start(folder).places.openFile();
    expect(found).toMatchObject({ readOnly: true, archives: [{ kind: 'own' }, { name: 'fixed.db', kind: 'file' }] });
    expect(JSON.stringify(found)).not.toContain(folder);
    const again = start(folder);
    expect((await again.places.list()).current).toBe(found?.current);
    expect(await again.places.current()).toBe(path.join(folder, 'fixed.db'));
    const left = await again.places.forget(found?.current ?? '');
    expect(left).toMatchObject({ current: 'own', archives: [{ kind: 'own' }] });
  });

  it('keep no password in the settings, wherever it was typed', async () => {
    const folder = newFolder();
    const { places, opened } = start(folder);
    const found = await places.openServer('postgres://lab:ge%40heim@db.example/archive', '', { keep: true, create: false });
    expect(opened.at(-1)).toBe('postgres://lab:ge%40heim@db.example/archive');
    expect(await places.current()).toBe('postgres://lab:ge%40heim@db.example/archive');
    expect(found.archives[1]).toMatchObject({
      name: 'lab@db.example/archive',
      url: 'postgres://lab@db.example/archive',
      hasPassword: true,
    });
    expect(savedIn(folder)).not.toMatch(/heim/);
    expect((await start(folder).places.list()).archives[1]).toMatchObject({ hasPassword: false });
  });

  it('have a password kept sealed where the system can and the person says so', async () => {
    const folder = newFolder();
    await start(folder, keychain).places.openServer('postgres://lab@db/archive', 'secret', { keep: true, create: false });
    expect(savedIn(folder)).not.toContain('secret"');
    expect(await start(folder, keychain).places.current()).toBe('postgres://lab:secret@db/archive');
    expect((await start(folder, keychain).places.forget('own')).archives).toHaveLength(2);
  });

  it('stay as they are where another cannot be opened', async () => {
    const folder = newFolder();
    const { places, refused } = start(folder);
    refused.add('postgres://lab:wrong@db/archive');
    await expect(places.openServer('postgres://lab@db/archive', 'wrong', { keep: true, create: false })).rejects.toMatchObject({
      code: 'archive-refused',
    });
    expect(await places.list()).toMatchObject({ current: 'own', archives: [{ kind: 'own' }] });
    for (const text of ['db/archive', 'postgres://', 'postgres://host', 'https://host/db', '/tmp/a.db'])
      await expect(places.openServer(text, '', { keep: false, create: false })).rejects.toMatchObject({ code: 'archive-address' });
  });
});
