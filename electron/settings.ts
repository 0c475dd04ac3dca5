import { readFileSync } from 'node:fs';
import path from 'node:path';
import * as z from 'zod';
import { preferencesSchema } from '../core/contract/preferences.ts';
import { writeText } from '../headless/files/write-file.ts';
import { windowPlaceSchema } from './window-place.ts';

const settingsSchema = z.strictObject({
  preferences: preferencesSchema.default({}),
  /** Where dialogs for files begin. */
  dataFolder: z.string().optional(),
  window: windowPlaceSchema.optional(),
  /** Paths of sessions, the last one first. */
  recent: z.array(z.string()).max(20).default([]),
  /** Where other archives are, the last one first: a path, or a URL without its password, which the system's keychain has sealed. */
  archives: z
    .array(z.strictObject({ place: z.string(), sealed: z.string().optional() }))
    .max(20)
    .default([]),
  /** The one that is in use, where it is not the person's own. */
  archive: z.string().optional(),
});
type Settings = z.infer<typeof settingsSchema>;

export interface SettingsFile {
  get(): Settings;
  /** Changes some settings and writes them, one write after the other. */
  change(changed: Partial<Settings>): Promise<void>;
  addRecent(file: string): Promise<void>;
}

/** The person's settings, in the folder that the system gives the app. Settings that cannot be read are the defaults: nothing depends on them. */
export function openSettings(folder: string): SettingsFile {
  const file = path.join(folder, 'settings.json');
  let settings = readSettings(file);
  let writing = Promise.resolve();
  const change = (changed: Partial<Settings>): Promise<void> => {
    settings = { ...settings, ...changed };
    const text = `${JSON.stringify(settings)}\n`;
    writing = writing.catch(() => undefined).then(() => writeText(file, text));
    return writing;
  };
  return {
    get: () => settings,
    change,
    addRecent: (added) => change({ recent: [added, ...settings.recent.filter((known) => known !== added)].slice(0, 10) }),
  };
}

function readSettings(file: string): Settings {
  try {
    return settingsSchema.parse(JSON.parse(readFileSync(file, 'utf8')));
  } catch {
    return settingsSchema.parse({});
  }
}
