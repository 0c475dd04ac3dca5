import { rm } from 'node:fs/promises';
import path from 'node:path';
import { Problem } from '../core/base/problem.ts';
import type { BridgeHandlers } from '../core/contract/bridge.ts';
import { describeFile } from './file-tokens.ts';
import type { HandlerTools } from './handler-tools.ts';
import { isThere, sessionExtension, sizeOfRegularFile } from './open-checks.ts';
import { saveByDialog } from './save-by-dialog.ts';
import type { SessionAnchors } from './session-anchors.ts';
import { readSessionFile, writeSessionFile } from './session-file.ts';

type SessionCalls =
  | 'packSession'
  | 'openPacked'
  | 'openSession'
  | 'saveSession'
  | 'saveSessionAs'
  | 'writeAutosave'
  | 'readAutosave'
  | 'clearAutosave'
  | 'recentFiles';

export const autosaveIn = (userFolder: string): string => path.join(userFolder, `autosave${sessionExtension}`);

export function sessionHandlers(tools: HandlerTools, anchors: SessionAnchors): Pick<BridgeHandlers, SessionCalls> {
  const { tokens, settings, dialogs } = tools;
  const autosave = autosaveIn(tools.userFolder);
  /** Paths that may be written again without asking: a token of a sample must never be written over. */
  const sessions = new Set<string>();

  async function write(file: string, text: string): Promise<void> {
    await writeSessionFile(file, text, tokens);
    anchors.keep(file, text);
    await remember(file);
  }
  async function remember(file: string): Promise<void> {
    sessions.add(file);
    await settings.addRecent(file);
  }
  const describe = async (file: string) => describeFile(tokens.add(file), file, await sizeOfRegularFile(file));
  const open = async (file: string) => {
    const session = await readSessionFile(file, tokens);
    await remember(file);
    return { ...session, anchors: await anchors.of(file), file: await describe(file) };
  };
  const saveSessionAs: BridgeHandlers['saveSessionAs'] = (name, text) => saveByDialog(tools, 'session', name, (file) => write(file, text));

  return {
    async openSession(token) {
      const [file] = token === undefined ? await dialogs.open('session', false) : [tokens.knownPath(token)];
      if (file === undefined) return null;
      return open(file);
    },
    packSession: (name, text) =>
      saveByDialog(tools, 'packed', name, (file) =>
        tools.packSession(file, text, new Map([...tokens.all()].map(([token, place]) => [token, [place]]))),
      ),
    async openPacked() {
      const [packed] = await dialogs.open('packed', false);
      const parent = packed === undefined ? undefined : await dialogs.folder();
      if (packed === undefined || parent === undefined) return null;
      return open(await tools.unpackSession(packed, path.join(parent, path.parse(packed).name)));
    },
    async saveSession(token, text) {
      if (token === undefined) return saveSessionAs(`session${sessionExtension}`, text);
      const file = tokens.knownPath(token);
      if (!sessions.has(file)) throw new Problem('not-a-session', notASession, { file: path.basename(file) });
      await write(file, text);
      return describe(file);
    },
    saveSessionAs,
    async writeAutosave(text) {
      await writeSessionFile(autosave, text, tokens);
      return null;
    },
    readAutosave: async () => ((await isThere(autosave)) ? { ...(await readSessionFile(autosave, tokens)), anchors: [] } : null),
    async clearAutosave() {
      await rm(autosave, { force: true });
      return null;
    },
    async recentFiles() {
      const there = await Promise.all(settings.get().recent.map(async (file) => ((await isThere(file)) ? [await describe(file)] : [])));
      return there.flat();
    },
  };
}

const notASession = {
  en: '{file} was not opened as a session and is not overwritten.',
  ja: '{file}はセッションとして開かれたファイルではないため、上書きしません。',
};
