import { BrowserWindow, screen } from 'electron';
import { startUrl } from './is-app-url.ts';
import { lockNavigation } from './locks.ts';
import { windowOptions } from './window-options.ts';

/** The app's window, on its way to its page; shown when there is something to see. */
export function createWindow(preload: string, packaged: boolean): BrowserWindow {
  const window = new BrowserWindow(windowOptions(preload, packaged, screen.getPrimaryDisplay().workAreaSize));
  lockNavigation(window.webContents);
  window.once('ready-to-show', () => window.show());
  void window.loadURL(startUrl);
  return window;
}
