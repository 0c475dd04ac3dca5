import { BrowserWindow, screen } from 'electron';
import { startUrl } from './is-app-url.ts';
import { lockNavigation } from './locks.ts';
import type { SettingsFile } from './settings.ts';
import { windowOptions } from './window-options.ts';
import { placeOn } from './window-place.ts';

/** The app's window, on its way to its page, where it stood last; shown when there is something to see. */
export function createWindow(preload: string, packaged: boolean, settings: SettingsFile): BrowserWindow {
  const { window: last } = settings.get();
  const place =
    last &&
    placeOn(
      screen.getAllDisplays().map(({ workArea }) => workArea),
      last,
    );
  const window = new BrowserWindow({ ...windowOptions(preload, packaged, screen.getPrimaryDisplay().workAreaSize), ...place });
  if (last?.maximised === true) window.maximize();
  window.on('close', () => void settings.change({ window: { ...window.getNormalBounds(), maximised: window.isMaximized() } }));
  lockNavigation(window.webContents);
  window.once('ready-to-show', () => window.show());
  void window.loadURL(startUrl);
  return window;
}
