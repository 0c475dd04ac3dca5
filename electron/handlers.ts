import type { BridgeHandlers, CallResult } from '../core/bridge.ts';
import type { Language } from '../core/message.ts';
import { type AskArchive, archiveHandlers } from './archive-handlers.ts';
import type { Dialogs } from './dialogs.ts';
import { fileHandlers } from './file-handlers.ts';
import type { FileTokens } from './file-tokens.ts';
import { isThere } from './open-checks.ts';
import type { Secrets } from './secrets.ts';
import { autosaveIn, sessionHandlers } from './session-handlers.ts';
import type { SettingsFile } from './settings.ts';

/** Which data set, and how a damaged file is read. */
type DigestOf = [dataset: number, mode: 'default' | 'salvage'];

/** What the handlers use of the rest; tests hand in stand-ins for what needs a window. */
export interface HandlerTools {
  readonly tokens: FileTokens;
  readonly settings: SettingsFile;
  readonly dialogs: Dialogs;
  /** Of the simulated samples that ship with the app. */
  readonly samplesFolder: string;
  /** The app's own folder for settings and the autosave. */
  readonly userFolder: string;
  /** Where save dialogs start. */
  readonly documentsFolder: string;
  readonly about: Omit<CallResult<'appInfo'>, 'language' | 'autosave'>;
  language(): Language;
  setLanguage(language: Language): void;
  writeReport(file: string, analysesJson: string, language: Language): Promise<void>;
  digestSample(file: string, ...of: DigestOf): Promise<CallResult<'digestSample'>>;
  readonly archive: AskArchive;
  readonly secrets: Secrets;
  reveal(file: string): void;
  setUnsaved(unsaved: boolean): void;
  closeWindow(): void;
}

/** What main does for the window, call by call. */
export function createHandlers(tools: HandlerTools): BridgeHandlers {
  return { ...appHandlers(tools), ...fileHandlers(tools), ...sessionHandlers(tools), ...archiveHandlers(tools) };
}

type AppCalls = 'appInfo' | 'setLanguage' | 'revealFile' | 'setUnsaved' | 'closeWindow';

const appHandlers = (tools: HandlerTools): Pick<BridgeHandlers, AppCalls> => ({
  appInfo: async () => ({ ...tools.about, language: tools.language(), autosave: await isThere(autosaveIn(tools.userFolder)) }),
  async setLanguage(language) {
    tools.setLanguage(language);
    await tools.settings.change({ language });
    return null;
  },
  async revealFile(token) {
    tools.reveal(tools.tokens.knownPath(token));
    return null;
  },
  async setUnsaved(unsaved) {
    tools.setUnsaved(unsaved);
    return null;
  },
  async closeWindow() {
    tools.closeWindow();
    return null;
  },
});
