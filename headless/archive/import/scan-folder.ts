import { readdir } from 'node:fs/promises';
import path from 'node:path';
import { isFcsFile } from '../../files/fcs-files.ts';
import { fileProblem } from '../../files/file-source.ts';

/** What was found in and below a folder. Folders that could not be read say so: what lies in them is unknown, not gone. */
export interface Scan {
  readonly files: readonly string[];
  readonly unread: readonly { readonly folder: string; readonly problem: unknown }[];
}

/** FCS files by name or by their first bytes, in a stable order. Throws where the folder itself cannot be read: a drive that is away. */
export async function scanFolder(folder: string, signal?: AbortSignal): Promise<Scan> {
  const files: string[] = [];
  const unread: Scan['unread'][number][] = [];
  async function walk(at: string): Promise<void> {
    signal?.throwIfAborted();
    const entries = await readdir(at, { withFileTypes: true }).catch((error: unknown) => {
      const problem = fileProblem(at, error);
      if (at === folder) throw problem;
      unread.push({ folder: at, problem });
      return [];
    });
    for (const entry of entries.sort((a, b) => (a.name < b.name ? -1 : 1))) {
      const file = path.join(at, entry.name);
      if (entry.isDirectory()) await walk(file);
      else if (entry.isFile() && (await isFcsFile(file))) files.push(file);
    }
  }
  await walk(folder);
  return { files, unread };
}
