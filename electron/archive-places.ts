import { createHash } from 'node:crypto';
import { existsSync } from 'node:fs';
import path from 'node:path';
import { Problem } from '../core/base/problem.ts';
import type { ArchivePlaces } from '../core/contract/archive-calls.ts';
import { parseServerAddress } from '../headless/archive/server-url.ts';
import type { AskArchive } from './ask-archive.ts';
import type { Dialogs } from './dialogs.ts';
import type { Secrets } from './secrets.ts';
import type { SettingsFile } from './settings.ts';

export interface PlaceTools {
  readonly settings: SettingsFile;
  readonly dialogs: Dialogs;
  readonly userFolder: string;
  documentsFolder(): string;
  readonly archive: AskArchive;
  readonly secrets: Secrets;
}

/** Where the archive of this person lies until they open another: nothing has to be set up. */
const archiveIn = (userFolder: string): string => path.join(userFolder, 'archive.db');

/** Which archive the window works with, and which others it knows. Paths and passwords stay in main. */
export function createArchivePlaces({ settings, dialogs, userFolder, documentsFolder, archive: ask, secrets }: PlaceTools) {
  const own = archiveIn(userFolder);
  /** Of this run of the program. */
  const passwords = new Map<string, string>();
  const readOnly = new Map<string, boolean>();
  const current = (): string => settings.get().archive ?? own;
  /** The person's own is made when it is first asked for; any other only on request. */
  const wayTo = (place: string) => (place === own ? 'own' : 'there');
  const known = (): readonly string[] => [own, ...settings.get().archives.map(({ place }) => place)];

  function passwordOf(place: string): string | undefined {
    const sealed = settings.get().archives.find((one) => one.place === place)?.sealed;
    return passwords.get(place) ?? (sealed === undefined ? undefined : secrets.open(sealed));
  }
  function withPassword(place: string, password = passwordOf(place)): string {
    if (!isServer(place) || password === undefined) return place;
    const url = new URL(place);
    url.password = password;
    return url.href;
  }

  /** Takes an archive into use once it was opened; what was in use stays where it cannot be. */
  async function use(place: string, password?: string, { keep = false, create = false } = {}): Promise<ArchivePlaces> {
    const found = await ask('tryArchive', withPassword(place, password), create ? 'new' : wayTo(place));
    readOnly.set(place, found.readOnly);
    if (password !== undefined) passwords.set(place, password);
    const sealed =
      keep && password !== undefined ? secrets.seal(password) : settings.get().archives.find((one) => one.place === place)?.sealed;
    const others = settings.get().archives.filter((one) => one.place !== place);
    const archives = place === own ? others : [{ place, ...(sealed === undefined ? {} : { sealed }) }, ...others].slice(0, 10);
    await settings.change({ archive: place === own ? undefined : place, archives });
    return list();
  }

  const list = (): ArchivePlaces => ({
    current: idOf(current()),
    readOnly: readOnly.get(current()) ?? null,
    archives: known().map((place) => ({
      id: idOf(place),
      name: place === own ? '' : nameOf(place),
      kind: place === own ? 'own' : isServer(place) ? 'server' : 'file',
      ...(isServer(place) ? { url: place, hasPassword: passwordOf(place) !== undefined } : {}),
    })),
  });
  const idOf = (place: string): string => (place === own ? 'own' : createHash('sha256').update(place).digest('hex').slice(0, 16));
  function placeOf(id: string): string {
    const place = known().find((one) => idOf(one) === id);
    if (place === undefined) throw new Problem('archive-unknown', unknown);
    return place;
  }

  return {
    /** For the utility process: with its password. The person's own is made when it is first asked for. */
    async current(): Promise<string> {
      if (current() === own && !readOnly.has(own)) readOnly.set(own, (await ask('tryArchive', own, 'own')).readOnly);
      return withPassword(current());
    },
    /** The same where it is there already: nothing is made. */
    existing: (): string | undefined => (current() === own && !existsSync(own) ? undefined : withPassword(current())),
    async list(): Promise<ArchivePlaces> {
      const place = current();
      // whether it can be written is known once it was opened; what keeps it shut is said by whoever asks for something in it
      if (!readOnly.has(place)) {
        const found = await ask('tryArchive', withPassword(place), wayTo(place)).catch((error: unknown) => {
          if (!(error instanceof Problem)) throw error;
        });
        if (found !== undefined) readOnly.set(place, found.readOnly);
      }
      return list();
    },
    async openFile(): Promise<ArchivePlaces | null> {
      const [file] = await dialogs.open('archive', false);
      return file === undefined ? null : use(path.resolve(file));
    },
    /** Throws `archive-exists` where something is, whatever the dialog said of replacing it. */
    async newFile(): Promise<ArchivePlaces | null> {
      const file = await dialogs.save('archive', path.join(documentsFolder(), 'archive.db'));
      return file === undefined ? null : use(path.resolve(file), undefined, { create: true });
    },
    async openServer(typed: string, password: string, how: { readonly keep: boolean; readonly create: boolean }): Promise<ArchivePlaces> {
      // one that was typed into the address goes where passwords go
      const address = parseServerAddress(typed);
      return use(address.url, password !== '' ? password : address.password, how);
    },
    use: (id: string): Promise<ArchivePlaces> => use(placeOf(id)),
    async forget(id: string): Promise<ArchivePlaces> {
      const place = placeOf(id);
      passwords.delete(place);
      const archives = settings.get().archives.filter((one) => one.place !== place);
      await settings.change({ archives, ...(current() === place ? { archive: undefined } : {}) });
      return list();
    },
  };
}

export type ArchivePlacesInUse = ReturnType<typeof createArchivePlaces>;

const isServer = (place: string): boolean => /^postgres(ql)?:\/\//.test(place);

/** `user@host/database` of a server, the file's name of a file. */
function nameOf(place: string): string {
  if (!isServer(place)) return path.basename(place);
  const { username, host, pathname } = new URL(place);
  return `${username === '' ? '' : `${decodeURIComponent(username)}@`}${host}${pathname}`;
}

const unknown = { en: 'This archive is not among those that were open before.', ja: 'このアーカイブは以前に開いたものの中にありません。' };
