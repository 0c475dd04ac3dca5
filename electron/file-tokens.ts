import { randomUUID } from 'node:crypto';
import path from 'node:path';
import { Problem } from '../core/base/problem.ts';
import { type BridgeFile, type FileToken, fileTokenSchema } from '../core/contract/bridge.ts';

/** Which path each token stands for. Only main knows the paths. */
export interface FileTokens {
  /** The token of a path: the one that it has, or a new one. */
  add(file: string): FileToken;
  /** Gives a token, from a session or of a file that moved, its path. */
  assign(token: FileToken, file: string): void;
  pathOf(token: string): string | undefined;
  /** Throws `token-unknown`. */
  knownPath(token: FileToken): string;
  all(): ReadonlyMap<string, string>;
}

export function createFileTokens(): FileTokens {
  const paths = new Map<string, string>();
  return {
    add(file) {
      const known = [...paths].find(([, of]) => of === file)?.[0];
      const token = fileTokenSchema.parse(known ?? randomUUID());
      paths.set(token, file);
      return token;
    },
    assign: (token, file) => void paths.set(token, file),
    pathOf: (token) => paths.get(token),
    knownPath(token) {
      const file = paths.get(token);
      if (file === undefined) throw new Problem('token-unknown', tokenUnknown, { token });
      return file;
    },
    all: () => paths,
  };
}

export const describeFile = (token: FileToken, file: string, bytes: number): BridgeFile => ({ token, name: path.basename(file), bytes });

const tokenUnknown = {
  en: 'The file is not open any more; choose it again.',
  ja: 'このファイルはもう開かれていません。もう一度選択してください。',
};
