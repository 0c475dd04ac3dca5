import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { app, type BrowserWindow, ipcMain, Menu, protocol, session, shell } from 'electron';
import { type Language, languages } from '../core/base/message.ts';
import { Problem } from '../core/base/problem.ts';
import type { PushArgs, PushName } from '../core/contract/bridge.ts';
import { sweepFolder } from '../headless/files/temporary-files.ts';
import { whoWorks } from '../headless/host/who-works.ts';
import { appScheme, serveApp } from './app-scheme.ts';
import { readCommandLine } from './command-line.ts';
import { computerPreferencesFile, readComputerPreferences } from './computer-preferences.ts';
import { developmentServer, serveFromServer } from './dev-server.ts';
import { nativeDialogs } from './dialogs.ts';
import { createFileTokens, describeFile } from './file-tokens.ts';
import { createHandlers } from './handlers.ts';
import { serveBridge } from './ipc.ts';
import { runInOtherLocale } from './locale.ts';
import { lockSession } from './locks.ts';
import { longJobs } from './long-jobs.ts';
import { menuTemplate } from './menu.ts';
import { notifyOfVerdict } from './notify-verdict.ts';
import { sizeOfOwnKind } from './open-checks.ts';
import { appPaths } from './paths.ts';
import { pickFiles } from './pick-files.ts';
import { refusedSwitch, refusedSwitchText } from './refuse-debugging.ts';
import { systemSecrets } from './secrets.ts';
import { openSettings } from './settings.ts';
import { createUtility } from './utility-client.ts';
import { createWindow } from './window.ts';

const code = runInOtherLocale();
if (code !== undefined) process.exit(code);

// Chromium refuses its sandbox to root, who starts the app with --no-sandbox
if (!app.commandLine.hasSwitch('no-sandbox')) app.enableSandbox();
protocol.registerSchemesAsPrivileged([appScheme]);

const refused = refusedSwitch(process.argv, { isPackaged: app.isPackaged, isForTests: existsSync(appPaths.testMark) });
if (refused !== undefined) {
  process.stderr.write(`${refusedSwitchText(refused, systemLanguage())}\n`);
  app.exit(2);
}

const server = developmentServer(app.isPackaged, process.env['LYMPHOSCOPE_DEV_SERVER']);
const appFolder = process.defaultApp ? app.getAppPath() : undefined;
const asked = readCommandLine(process.argv, process.cwd(), appFolder);

if (refused === undefined && app.requestSingleInstanceLock()) start();
else app.quit();

function start(): void {
  const tokens = createFileTokens();
  sweepFolder(app.getPath('userData'));
  const settings = openSettings(app.getPath('userData'));
  const computer = readComputerPreferences(computerPreferencesFile(process.platform, process.env));
  const likedLanguage = () => asked.language ?? settings.get().preferences.language ?? computer.preferences.language ?? systemLanguage();
  const dataFolder = () => settings.get().dataFolder ?? computer.preferences.dataFolder;
  let language: Language = likedLanguage();
  let window: BrowserWindow | undefined;
  let unsaved = false;

  const start = (name: string) =>
    createUtility(
      appPaths.utility,
      name,
      app.getPath('userData'),
      (progress) => push('onArchiveProgress', progress),
      (verdict) => notifyOfVerdict(verdict, language, () => window?.show()),
    );
  const utility = start('files');
  const lookUps = start('archive');
  // what takes long, and a bug or a damaged archive in it, ends nothing else
  const batches = start('batches');
  const push = <P extends PushName>(name: P, ...args: PushArgs<P>): void => window?.webContents.send(name, ...args);
  const showMenu = () =>
    Menu.setApplicationMenu(Menu.buildFromTemplate(menuTemplate(language, (command) => push('onMenuCommand', command))));
  const open = (): BrowserWindow => {
    if (window === undefined) throw new Error('no window is open');
    return window;
  };

  async function requestFiles(files: readonly string[]): Promise<void> {
    const picked = await pickFiles(files, async (file) => {
      const bytes = await sizeOfOwnKind(file);
      return describeFile(tokens.add(file), file, bytes);
    });
    if (picked.length > 0) push('onOpenRequested', picked);
  }

  function openWindow(): void {
    window = createWindow(appPaths.preload, app.isPackaged, settings);
    window.on('close', (event) => {
      if (!unsaved) return;
      event.preventDefault();
      push('onCloseRequested');
    });
    // a page that is gone cannot answer
    window.webContents.on('render-process-gone', () => {
      unsaved = false;
    });
    window.on('closed', () => {
      window = undefined;
    });
  }

  app.on('second-instance', (_event, argv, workingFolder) => {
    if (window?.isMinimized()) window.restore();
    window?.focus();
    void requestFiles(readCommandLine(argv, workingFolder, appFolder).files);
  });
  app.on('open-file', (event, file) => {
    event.preventDefault();
    void requestFiles([file]);
  });
  app.on('window-all-closed', () => app.quit());
  app.on('quit', () => [utility, lookUps, batches].forEach((one) => void one.stop()));

  void app.whenReady().then(() => {
    language = likedLanguage();
    lockSession(session.defaultSession, (url) => server !== undefined && new URL(url).host === server.host);
    if (server === undefined) serveApp(protocol, appPaths.window, tokens);
    else serveFromServer(protocol, server, tokens);
    serveBridge(
      ipcMain,
      createHandlers({
        tokens,
        settings,
        dialogs: nativeDialogs(open, () => language, dataFolder),
        samplesFolder: appPaths.samples,
        userFolder: app.getPath('userData'),
        documentsFolder: () => dataFolder() ?? app.getPath('documents'),
        computer,
        about: {
          version: app.getVersion(),
          electron: process.versions.electron,
          platform: process.platform,
          packaged: app.isPackaged,
          oldRuntime: isOldRuntime(),
          user: whoWorks(),
        },
        language: () => language,
        systemLanguage,
        locale: () => app.getLocale(),
        setLanguage(chosen) {
          language = chosen;
          showMenu();
        },
        writeReport: async (file, json, inLanguage, parts) => void (await utility.run('writeReport', file, json, inLanguage, parts)),
        writePages: async (file, pages, inLanguage) => void (await utility.run('writePages', file, pages, inLanguage, app.getVersion())),
        writeDocument: async (file, document, ...printing) => void (await utility.run('writeDocument', file, document, ...printing)),
        writeEvents: async (file, out, protocol, wanted) => void (await utility.run('writeEvents', file, out, protocol, wanted)),
        poolEvents: async (sources, out) => void (await utility.run('poolEvents', sources, out)),
        validateOwn: (sessions) => utility.run('validateOwn', sessions),
        identifySample: (file, dataset, mode) => utility.run('identify', { file, dataset, mode }),
        archive: (job, ...args) => (longJobs.has(job) ? batches : lookUps).run(job, ...args),
        secrets: systemSecrets,
        packSession: async (out, document, places) => void (await utility.run('packSession', out, document, [...places])),
        unpackSession: (packed, folder) => utility.run('unpackSession', packed, folder),
        reveal: (file) => shell.showItemInFolder(file),
        open: async (file) => {
          const failed = await shell.openPath(file);
          if (failed !== '') throw new Problem('not-opened', notOpened, { file: path.basename(file) });
        },
        setUnsaved(value) {
          unsaved = value;
        },
        closeWindow() {
          unsaved = false;
          window?.close();
        },
      }),
    );
    showMenu();
    openWindow();
    window?.webContents.once('did-finish-load', () => void requestFiles(asked.files));
  });
}

/** What the package says of itself (scripts/package-app.mjs). */
function isOldRuntime(): boolean {
  try {
    return (JSON.parse(readFileSync(appPaths.about, 'utf8')) as { readonly oldRuntime?: unknown }).oldRuntime === true;
  } catch {
    return false;
  }
}

const notOpened = {
  en: 'The system has no program that opens {file}.',
  ja: '{file}を開くプログラムがありません。',
};

function systemLanguage(): Language {
  return languages.find((known) => app.getLocale().startsWith(known)) ?? 'en';
}
