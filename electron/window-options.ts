import type { BrowserWindowConstructorOptions } from 'electron';

/** Written out although most are defaults: a default that changes must not open a door. */
export const windowOptions = (preload: string, packaged: boolean) =>
  ({
    title: 'Lymphoscope',
    width: 1440,
    height: 900,
    minWidth: 960,
    minHeight: 640,
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
