import { stat } from 'node:fs/promises';
import { scanFolder } from './scan-folder.ts';

/** A file that had not changed from one look to the next. */
export interface StillFile {
  readonly path: string;
  readonly size: number;
  /** Milliseconds since 1970. */
  readonly modified: number;
  /** When it came to where it is: a copy may keep the time of what it was copied from. */
  readonly arrived: number;
  /** For how long it has been seen unchanged, in milliseconds. */
  readonly stillFor: number;
}

export interface FolderLook {
  readonly still: readonly StillFile[];
  /** How many files are there, those that are still being written among them. */
  readonly files: number;
}

/**
 * Looks at a folder again and again, which works on network drives too, where the system tells nobody of changes. A file counts from the second look
 * at which it is the same: an instrument may still be writing it. Throws where the folder cannot be read; what was seen before stays known.
 */
export function createFolderLooks(folder: string, now: () => number = Date.now) {
  let seen = new Map<string, { readonly look: string; readonly since: number }>();
  return async (signal?: AbortSignal): Promise<FolderLook> => {
    const { files } = await scanFolder(folder, signal);
    const next: typeof seen = new Map();
    const still: StillFile[] = [];
    for (const path of files) {
      const info = await stat(path).catch(() => undefined);
      if (info === undefined) continue;
      const look = `${info.size} ${info.mtimeMs}`;
      const before = seen.get(path);
      const isSame = before?.look === look;
      const since = isSame ? before.since : now();
      next.set(path, { look, since });
      const arrived = Math.max(info.mtimeMs, info.ctimeMs, info.birthtimeMs);
      if (isSame) still.push({ path, size: info.size, modified: info.mtimeMs, arrived, stillFor: now() - since });
    }
    seen = next;
    return { still, files: files.length };
  };
}
