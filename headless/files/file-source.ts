import { type FileHandle, open, stat } from 'node:fs/promises';
import type { ByteSource } from '../../core/base/byte-source.ts';
import { Problem } from '../../core/base/problem.ts';
import { asSample } from '../../core/exchange/event-files/event-table.ts';

export interface OpenFile extends ByteSource {
  close(): Promise<void>;
}

/** Opens a regular file for reading. A directory, a device and a file that cannot be opened are refused in one sentence. */
export async function openFile(path: string): Promise<OpenFile> {
  const info = await stat(path).catch((error: unknown) => {
    throw fileProblem(path, error);
  });
  if (!info.isFile()) throw notAFile(path);
  const handle = await open(path, 'r').catch((error: unknown) => {
    throw fileProblem(path, error);
  });
  const source = {
    name: path,
    size: info.size,
    read: (into: Uint8Array, offset: number) => readFully(handle, into, offset, path),
  };
  const close = () => handle.close();
  try {
    // a table of events is a sample, too
    return { ...(await asSample(source)), close };
  } catch (error) {
    await close();
    throw error;
  }
}

/** Fills the buffer unless the file ends: one system call may return less than asked for. */
async function readFully(handle: FileHandle, into: Uint8Array, offset: number, path: string): Promise<number> {
  let done = 0;
  while (done < into.byteLength) {
    const { bytesRead } = await handle.read(into, done, into.byteLength - done, offset + done).catch((error: unknown) => {
      throw fileProblem(path, error);
    });
    if (bytesRead === 0) break;
    done += bytesRead;
  }
  return done;
}

export const notAFile = (path: string): Problem =>
  new Problem(
    'not-a-file',
    { en: '{file} is not a regular file.', ja: '{file}は通常のファイルではありません。' },
    { file: path },
    { path },
  );

const sentences: { readonly [code: string]: { readonly code: string; readonly en: string; readonly ja: string } } = {
  ENOENT: { code: 'file-not-found', en: '{file} does not exist.', ja: '{file}が見つかりません。' },
  EACCES: { code: 'no-permission', en: 'No permission to open {file}.', ja: '{file}を開く権限がありません。' },
  EPERM: { code: 'no-permission', en: 'No permission to open {file}.', ja: '{file}を開く権限がありません。' },
  EROFS: { code: 'no-permission', en: '{file} lies on a read-only disk.', ja: '{file}は読み取り専用のディスク上にあります。' },
  ENOSPC: {
    code: 'disk-full',
    en: 'The disk is full; {file} was not written.',
    ja: 'ディスクの空き容量がないため、{file}を書き込めませんでした。',
  },
  EISDIR: { code: 'not-a-file', en: '{file} is a folder.', ja: '{file}はフォルダーです。' },
  ENAMETOOLONG: {
    code: 'name-too-long',
    en: 'The name of {file} is longer than this disk allows.',
    ja: '{file}の名前が、このディスクで使える長さを超えています。',
  },
  EBUSY: { code: 'file-busy', en: '{file} is in use by another program.', ja: '{file}は他のプログラムが使用中です。' },
  EIO: { code: 'file-error', en: '{file} cannot be read: the disk reports an error.', ja: '{file}を読み取れません(ディスクのエラー)。' },
  ENOTDIR: { code: 'file-not-found', en: '{file} does not exist.', ja: '{file}が見つかりません。' },
};

/** An error of the operating system as a sentence; anything else is passed on as the bug that it is. */
export function fileProblem(path: string, error: unknown): unknown {
  if (error instanceof Problem || !(error instanceof Error) || !('code' in error) || typeof error.code !== 'string') return error;
  const known = sentences[error.code] ?? {
    code: 'file-error',
    en: '{file} cannot be read or written (the system says {why}).',
    ja: '{file}を読み書きできません(システムの通知: {why})。',
  };
  return new Problem(known.code, { en: known.en, ja: known.ja }, { file: path, why: error.code }, { path });
}
