import { randomUUID } from 'node:crypto';
import { closeSync, openSync, readSync, statSync } from 'node:fs';
import path from 'node:path';
import { Problem } from '../core/base/problem.ts';
import { type BridgeFile, type FileToken, fileTokenSchema } from '../core/contract/bridge.ts';
import { isSessionName } from './open-checks.ts';

/** Which path each token stands for. Only main knows the paths. */
export interface FileTokens {
  /** The token of a path that a person chose: the one that it has, or a new one. The file is what it is from now on. */
  add(file: string): FileToken;
  /** Gives a token, from a session or of a file that moved, its path; main has looked at the file. */
  assign(token: FileToken, file: string): void;
  pathOf(token: string): string | undefined;
  /**
   * The path whose bytes may be given out: a regular file that is the very one that was opened (device, inode, size, time), and no session.
   * Undefined otherwise.
   */
  servedPath(token: string): string | undefined;
  /** Throws `token-unknown`. */
  knownPath(token: FileToken): string;
  all(): ReadonlyMap<string, string>;
}

interface Known {
  readonly path: string;
  /** Undefined where it was no regular file when it was opened. */
  readonly identity: string | undefined;
  /** Brought by a session: what does not begin as FCS does is not served, whoever put it there since. */
  readonly isBrought: boolean;
}

export function createFileTokens(): FileTokens {
  const known = new Map<string, Known>();
  const paths = new Map<string, string>();
  function keep(token: FileToken, file: string, isBrought: boolean): void {
    known.set(token, { path: file, identity: identityOf(file), isBrought });
    paths.set(token, file);
  }
  return {
    add(file) {
      const before = [...paths].find(([, of]) => of === file)?.[0];
      const token = fileTokenSchema.parse(before ?? randomUUID());
      keep(token, file, false);
      return token;
    },
    assign: (token, file) => keep(token, file, true),
    pathOf: (token) => paths.get(token),
    servedPath(token) {
      const { path: file, identity, isBrought } = known.get(token) ?? {};
      if (file === undefined || identity === undefined || identityOf(file) !== identity || isSessionName(file)) return undefined;
      return isBrought && !beginsAsFcs(file) ? undefined : file;
    },
    knownPath(token) {
      const file = paths.get(token);
      if (file === undefined) throw new Problem('token-unknown', tokenUnknown, { token });
      return file;
    },
    all: () => paths,
  };
}

/** What tells that a path still names the very file that was opened; undefined where it is no regular one. */
function identityOf(file: string): string | undefined {
  // the app's own samples lie in its sealed archive, where nothing has an inode or a time that stays
  if (/[\\/]app\.asar[\\/]/.test(file)) return statSync(file, { throwIfNoEntry: false })?.isFile() === true ? 'sealed' : undefined;
  const info = statSync(file, { throwIfNoEntry: false, bigint: true });
  return info?.isFile() === true ? `${info.dev} ${info.ino} ${info.size} ${info.mtimeNs}` : undefined;
}

function beginsAsFcs(file: string): boolean {
  try {
    const handle = openSync(file, 'r');
    try {
      const bytes = Buffer.alloc(3);
      return readSync(handle, bytes, 0, 3, 0) === 3 && bytes.toString('latin1') === 'FCS';
    } finally {
      closeSync(handle);
    }
  } catch {
    return false;
  }
}

export const describeFile = (token: FileToken, file: string, bytes: number): BridgeFile => ({ token, name: path.basename(file), bytes });

const tokenUnknown = {
  en: 'The file is not open any more; choose it again.',
  ja: 'このファイルはもう開かれていません。もう一度選択してください。',
};
