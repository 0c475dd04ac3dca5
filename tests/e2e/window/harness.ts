import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { _electron, type ElectronApplication, type Page } from 'playwright-core';

export interface RunningApp {
  readonly app: ElectronApplication;
  readonly page: Page;
  /** The app's own folder (settings, autosave): a fresh one, unless it was given. */
  readonly userFolder: string;
  /** What the page wrote to its console as a warning or an error, and what it threw. */
  readonly complaints: readonly string[];
  close(): Promise<void>;
}

/** `fixture` has the same main process and the tests' own page; `packaged` the packaged program, which also stands in for `real` there. */
export type WindowKind = 'real' | 'fixture' | 'packaged';

export interface LaunchOptions {
  readonly window?: WindowKind;
  /** After the app: files to open, or switches. */
  readonly args?: readonly string[];
  readonly language?: 'en' | 'ja';
  /** To start a second time with what the first one left; the caller removes it. */
  readonly userFolder?: string;
}

/** What `npm run test:window` hands over. */
function given(name: 'LYMPHO_ELECTRON' | 'LYMPHO_APP' | 'LYMPHO_FIXTURE_APP'): string {
  const value = process.env[name];
  if (value === undefined) throw new Error('these tests are run by: npm run test:window');
  return value;
}

export const packagedProgram: string | undefined = process.env['LYMPHO_PACKAGED'];

/** Program and first arguments of the app under test. */
export function programOf(window: WindowKind): { readonly program: string; readonly args: readonly string[] } {
  const root = process.getuid?.() === 0 ? ['--no-sandbox'] : [];
  if (window === 'packaged') {
    if (packagedProgram === undefined) throw new Error('these tests are run by: npm run test:packaged');
    return { program: packagedProgram, args: root };
  }
  if (window === 'real' && packagedProgram !== undefined) return { program: packagedProgram, args: root };
  return { program: given('LYMPHO_ELECTRON'), args: [...root, given(window === 'real' ? 'LYMPHO_APP' : 'LYMPHO_FIXTURE_APP')] };
}

/** Starts the app and waits for its window. Each start has its own user folder, so that tests do not meet. */
export async function launchApp({ window = 'real', args = [], language = 'en', userFolder }: LaunchOptions = {}): Promise<RunningApp> {
  const folder = userFolder ?? (await mkdtemp(path.join(tmpdir(), 'lymphoscope-user-')));
  const { program, args: first } = programOf(window);
  // a start that hung may have begun its work: what it left must not be offered to the next
  const forget = async () => {
    if (userFolder === undefined) await rm(path.join(folder, 'autosave.lymphoscope'), { force: true });
  };
  const app = await launchProgram(program, [...first, `--user-data-dir=${folder}`, `--lang=${language}`, ...args], forget);
  const complaints: string[] = [];
  const page = await app.firstWindow();
  // a busy machine is slow, not wrong
  page.setDefaultTimeout(90_000);
  page.on('console', (message) => {
    // an older Chromium does not know the directive, and says so before most pages are listened to
    if (message.text().includes("directive 'webrtc'")) return;
    if (message.type() === 'error' || message.type() === 'warning') complaints.push(message.text());
  });
  page.on('pageerror', (error) => complaints.push(String(error)));
  await page.waitForLoadState('load');
  // keys are heard once the window is drawn; one that was refused or is another's has no status line
  if (window !== 'fixture')
    await page
      .locator('[data-testid="status"], [role="alert"]')
      .first()
      .waitFor({ timeout: 20_000 })
      .catch(() => undefined);
  const close = async () => {
    // not `close`, which asks the person about unsaved work
    const program = app.process();
    const gone = program.exitCode === null && program.signalCode === null ? once(program, 'exit') : undefined;
    await app.evaluate(({ app: electron }) => electron.exit(0)).catch(() => undefined);
    await gone;
    if (userFolder === undefined) await rm(folder, { recursive: true, force: true, maxRetries: 5, retryDelay: 200 });
  };
  return { app, page, userFolder: folder, complaints, close };
}

/**
 * Now and then Playwright never finishes attaching to a program that opens its window at once (it holds the window back only for
 * an Electron that it found itself). A start takes about a second: one that hangs is ended and tried again.
 */
async function launchProgram(
  program: string,
  args: readonly string[],
  forget: () => Promise<void>,
  tries = 3,
): Promise<ElectronApplication> {
  try {
    return await _electron.launch({ executablePath: program, args: [...args], timeout: 30_000 });
  } catch (error) {
    if (tries <= 1) throw error;
    process.stderr.write('the app did not start within 30 s; trying again\n');
    await forget();
    return launchProgram(program, args, forget, tries - 1);
  }
}

/** Answers the next open dialogs with these paths: the system's dialogs cannot be driven. An empty list cancels. */
export const answerOpenDialog = ({ app }: Pick<RunningApp, 'app'>, filePaths: readonly string[]): Promise<void> =>
  app.evaluate(({ dialog }, paths) => {
    dialog.showOpenDialog = async () => ({ canceled: paths.length === 0, filePaths: [...paths] });
  }, filePaths);

/** Answers the next save dialogs; undefined cancels. */
export const answerSaveDialog = ({ app }: Pick<RunningApp, 'app'>, filePath: string | undefined): Promise<void> =>
  app.evaluate(({ dialog }, chosen) => {
    dialog.showSaveDialog = async () => ({ canceled: chosen === null, filePath: chosen ?? '' });
  }, filePath ?? null);
