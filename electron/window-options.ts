import type { BrowserWindowConstructorOptions, Size } from 'electron';

/**
 * Written out although most are defaults: a default that changes must not open a door. `room` is what the display has beside the system's
 * own bars: a window that is larger has its right side out of reach.
 */
export const windowOptions = (preload: string, packaged: boolean, room: Size) =>
  ({
    title: 'Lymphoscope',
    width: Math.min(1440, room.width),
    height: Math.min(900, room.height),
    minWidth: Math.min(960, room.width),
    minHeight: Math.min(640, room.height),
    show: false,
    webPreferences: {
      preload,
      sandbox: true,
      contextIsolation: true,
      nodeIntegration: false,
      nodeIntegrationInWorker: false,
      nodeIntegrationInSubFrames: false,
      webSecurity: true,
      allowRunningInsecureContent: false,
      webviewTag: false,
      navigateOnDragDrop: false,
      spellcheck: false,
      devTools: !packaged,
    },
  }) satisfies BrowserWindowConstructorOptions;
