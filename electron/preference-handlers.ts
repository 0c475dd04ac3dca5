import path from 'node:path';
import type { BridgeHandlers, CallResult } from '../core/contract/bridge.ts';
import { changedPreferences } from '../core/contract/preferences.ts';
import type { HandlerTools } from './handler-tools.ts';

type PreferenceCalls = 'changePreferences' | 'chooseDataFolder';

/** What the window is told of preferences when it starts. */
export function preferencesOf({ settings, computer }: Pick<HandlerTools, 'settings' | 'computer'>): CallResult<'appInfo'>['preferences'] {
  const { dataFolder, ...preferences } = computer.preferences;
  return {
    own: settings.get().preferences,
    computer: preferences,
    computerRefused: computer.refused === true,
    ...folderOf(settings, dataFolder),
  };
}

export function preferenceHandlers(tools: HandlerTools): Pick<BridgeHandlers, PreferenceCalls> {
  const { settings, computer, dialogs } = tools;
  return {
    async changePreferences(set, reset) {
      const preferences = changedPreferences(settings.get().preferences, set, reset);
      if (set.language !== undefined || reset.includes('language'))
        tools.setLanguage(preferences.language ?? computer.preferences.language ?? tools.systemLanguage());
      await settings.change({ preferences });
      return null;
    },
    async chooseDataFolder(wish) {
      const chosen = wish === 'forget' ? undefined : await dialogs.folder();
      if (chosen === undefined && wish === 'choose') return null;
      await settings.change({ dataFolder: chosen });
      return folderOf(settings, computer.preferences.dataFolder);
    },
  };
}

/** Paths stay here: the window learns a folder's name. */
function folderOf(settings: HandlerTools['settings'], computers: string | undefined) {
  const own = settings.get().dataFolder;
  const folder = own ?? computers;
  return folder === undefined
    ? {}
    : { dataFolder: { name: path.basename(folder), level: own === undefined ? 'computer' : 'own' } as const };
}
