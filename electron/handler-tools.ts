import type { Language } from '../core/base/message.ts';
import type { CallResult } from '../core/contract/bridge.ts';
import type { DocumentData } from '../core/contract/document-data.ts';
import type { DrawnPage } from '../core/contract/drawn-pages.ts';
import type { EventsWanted } from '../core/contract/events-wanted.ts';
import type { ReportParts } from '../core/contract/report-parts.ts';
import type { ValidatedSessions } from '../core/study/validation/own-validation.ts';
import type { PoolSource } from '../headless/events/pool-events.ts';
import type { AskArchive } from './ask-archive.ts';
import type { ComputerPreferences } from './computer-preferences.ts';
import type { Dialogs } from './dialogs.ts';
import type { FileTokens } from './file-tokens.ts';
import type { Secrets } from './secrets.ts';
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
  documentsFolder(): string;
  readonly about: Omit<CallResult<'appInfo'>, 'language' | 'autosave' | 'preferences'>;
  language(): Language;
  /** Of the system. */
  systemLanguage(): Language;
  /** Of the system: how numbers are written in tables. */
  locale(): string;
  /** Of everybody on this computer. */
  readonly computer: { readonly preferences: ComputerPreferences; readonly refused?: true };
  /** The language of the menu and of dialogs, now that preferences have changed. */
  setLanguage(language: Language): void;
  writeReport(file: string, analysesJson: string, language: Language, parts: ReportParts): Promise<void>;
  writePages(file: string, pages: readonly DrawnPage[], language: Language): Promise<void>;
  writeDocument(file: string, document: DocumentData, language: Language, timeZone: string): Promise<void>;
  writeEvents(file: string, out: string, protocol: string, wanted: EventsWanted): Promise<void>;
  poolEvents(sources: readonly PoolSource[], out: string): Promise<void>;
  validateOwn(sessions: readonly string[]): Promise<ValidatedSessions>;
  identifySample(file: string, ...of: DigestOf): Promise<CallResult<'identifySample'>>;
  readonly archive: AskArchive;
  readonly secrets: Secrets;
  packSession(out: string, document: string, places: ReadonlyMap<string, readonly string[]>): Promise<void>;
  /** Gives the path of the session in the new folder. */
  unpackSession(packed: string, folder: string): Promise<string>;
  reveal(file: string): void;
  /** By the system's own program. */
  open(file: string): Promise<void>;
  setUnsaved(unsaved: boolean): void;
  closeWindow(): void;
}
