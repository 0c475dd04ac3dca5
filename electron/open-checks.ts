import { open, stat } from 'node:fs/promises';
import path from 'node:path';
import { Problem } from '../core/base/problem.ts';
import { isEventTable } from '../core/exchange/event-files/event-table.ts';
import { fileProblem } from '../headless/files/file-source.ts';

/** Bytes that tell what a file is. */
const BEGINNING = 4096;

export const sessionExtension = '.lymphoscope';

/** The size of a regular file in bytes. Throws a `Problem` for a folder, a device, a missing or a closed file. */
export async function sizeOfRegularFile(file: string): Promise<number> {
  const info = await stat(file).catch((error: unknown) => {
    throw fileProblem(file, error);
  });
  if (!info.isFile()) throw new Problem('not-a-file', notAFile, { file: path.basename(file) });
  return info.size;
}

/**
 * Whether a file is one that the app works with: it begins as FCS or a table of events does, or is named as a session. Asked of every path that no
 * dialog of main's own gave: a session file, or a window gone bad, must not make any other file readable.
 */
export const isFcsOrSession = async (file: string): Promise<boolean> => isSessionName(file) || isFcs(file);

export const isSessionName = (file: string): boolean => path.extname(file).toLowerCase() === sessionExtension;

async function isFcs(file: string): Promise<boolean> {
  const beginning = await readBeginning(file).catch((error: unknown) => {
    throw fileProblem(file, error);
  });
  return beginning.subarray(0, 3).toString('latin1') === 'FCS' || isEventTable(beginning);
}

async function readBeginning(file: string): Promise<Buffer> {
  const handle = await open(file, 'r');
  try {
    const { buffer, bytesRead } = await handle.read(Buffer.alloc(BEGINNING), 0, BEGINNING, 0);
    return buffer.subarray(0, bytesRead);
  } finally {
    await handle.close();
  }
}

/** The size of a file that passes both checks. */
export const sizeOfOwnKind = (file: string): Promise<number> => sizeOfKind(file, isFcsOrSession);

/** The size of a regular file that is FCS by its content, whatever its name: what a session may bring. */
export const sizeOfFcs = (file: string): Promise<number> => sizeOfKind(file, async (one) => !isSessionName(one) && isFcs(one));

async function sizeOfKind(file: string, isOwn: (file: string) => Promise<boolean>): Promise<number> {
  if (!path.isAbsolute(file)) throw new Problem('not-a-file', notAFile, { file: path.basename(file) });
  const size = await sizeOfRegularFile(file);
  if (await isOwn(file)) return size;
  throw new Problem('not-fcs', notFcs, { file: path.basename(file) });
}

const notAFile = { en: '{file} is not a regular file.', ja: '{file}は通常のファイルではありません。' };
const notFcs = {
  en: '{file} is neither an FCS file nor a Lymphoscope session.',
  ja: '{file}はFCSファイルでもLymphoscopeのセッションでもありません。',
};

/** Whether a regular file is there and can be looked at. */
export const isThere = (file: string): Promise<boolean> =>
  sizeOfRegularFile(file).then(
    () => true,
    () => false,
  );
