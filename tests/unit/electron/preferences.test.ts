import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import fc from 'fast-check';
import { afterAll, expect, it } from 'vitest';
import { computerPreferencesFile, readComputerPreferences } from '../../../electron/computer-preferences.ts';
import { preferenceHandlers, preferencesOf } from '../../../electron/preference-handlers.ts';
import { openSettings } from '../../../electron/settings.ts';
import { placeOn } from '../../../electron/window-place.ts';

const folder = mkdtempSync(path.join(tmpdir(), 'lymphoscope-preferences-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

it('tells the window the folder of data by its name alone, the person’s above the computer’s', async () => {
  const settings = openSettings(folder);
  const spoken: string[] = [];
  const tools = {
    settings,
    computer: { preferences: { dataFolder: '/shared/cytometer', language: 'ja' as const } },
    dialogs: { open: async () => [], folder: async () => '/home/person/runs', save: async () => undefined },
    setLanguage: (language: string) => spoken.push(language),
    systemLanguage: () => 'en' as const,
  } as unknown as Parameters<typeof preferenceHandlers>[0];
  const handlers = preferenceHandlers(tools);
  expect(preferencesOf(tools)).toEqual({
    own: {},
    computer: { language: 'ja' },
    computerRefused: false,
    dataFolder: { name: 'cytometer', level: 'computer' },
  });
  expect(await handlers.chooseDataFolder('choose')).toEqual({ dataFolder: { name: 'runs', level: 'own' } });
  expect(openSettings(folder).get().dataFolder).toBe('/home/person/runs');
  expect(await handlers.chooseDataFolder('forget')).toEqual({ dataFolder: { name: 'cytometer', level: 'computer' } });
  await handlers.changePreferences({ language: 'en', name: 'A' }, []);
  await handlers.changePreferences({ theme: 'dark' }, ['language']);
  expect(openSettings(folder).get().preferences).toEqual({ name: 'A', theme: 'dark' });
  expect(spoken).toEqual(['en', 'ja']);
});

it('finds the preferences of a computer where its system keeps them, and says so where they cannot be used', () => {
  expect(computerPreferencesFile('linux', {})).toBe('/etc/lymphoscope/preferences.json');
  expect(computerPreferencesFile('win32', { ProgramData: 'D:\\Data' })).toBe('D:\\Data\\Lymphoscope\\preferences.json');
  const file = path.join(folder, 'preferences.json');
  expect(readComputerPreferences(file)).toEqual({ preferences: {} });
  writeFileSync(file, '{"theme":"dark","dataFolder":"/data"}');
  expect(readComputerPreferences(file)).toEqual({ preferences: { theme: 'dark', dataFolder: '/data' } });
  for (const text of ['{"theme":"pink"}', '{"name":"everybody"}', '{', '[]']) {
    writeFileSync(file, text);
    expect(readComputerPreferences(file)).toEqual({ preferences: {}, refused: true });
    expect(readFileSync(file, 'utf8')).toBe(text);
  }
});

const area = fc.record({
  x: fc.integer({ min: -5000, max: 5000 }),
  y: fc.integer({ min: -5000, max: 5000 }),
  width: fc.integer({ min: 1, max: 6000 }),
  height: fc.integer({ min: 1, max: 6000 }),
});

it('puts a window wholly on one display, whichever are there now', () => {
  fc.assert(
    fc.property(fc.array(area, { minLength: 1, maxLength: 4 }), area, (displays, last) => {
      const { x, y, width, height } = placeOn(displays, last) as typeof last;
      const isOn = (one: typeof last) => x >= one.x && y >= one.y && x + width <= one.x + one.width && y + height <= one.y + one.height;
      expect(displays.some(isOn)).toBe(true);
      expect(width).toBeLessThanOrEqual(last.width);
    }),
  );
  expect(placeOn([], { x: 0, y: 0, width: 10, height: 10 })).toBeUndefined();
  const two = [
    { x: 0, y: 0, width: 1920, height: 1080 },
    { x: 1920, y: 0, width: 1280, height: 1024 },
  ];
  expect(placeOn(two, { x: 2000, y: 50, width: 900, height: 700 })).toEqual({ x: 2000, y: 50, width: 900, height: 700 });
});
