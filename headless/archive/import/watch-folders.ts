import { setTimeout } from 'node:timers/promises';
import { createFolderLooks } from './folder-looks.ts';

export interface WatchOptions {
  readonly seconds: number;
  readonly signal: AbortSignal;
  /** Files that are new or changed, and have stood still since the look before. */
  readonly onFiles: (files: readonly string[]) => Promise<void>;
  /** A folder that cannot be read now, once until it is back. */
  readonly onAway: (folder: string, problem: unknown) => void;
  readonly onBack: (folder: string) => void;
}

/** Looks at folders until the signal. */
export async function watchFolders(folders: readonly string[], { seconds, signal, onFiles, onAway, onBack }: WatchOptions): Promise<void> {
  const looks = folders.map((folder) => ({ folder, look: createFolderLooks(folder) }));
  const settled = new Map<string, string>();
  const away = new Set<string>();
  while (!signal.aborted) {
    const fresh: string[] = [];
    for (const { folder, look } of looks) {
      try {
        for (const { path, size, modified } of (await look(signal)).still) {
          if (settled.get(path) !== `${size} ${modified}`) fresh.push(path);
          settled.set(path, `${size} ${modified}`);
        }
        if (away.delete(folder)) onBack(folder);
      } catch (error) {
        if (signal.aborted) return;
        if (!away.has(folder)) onAway(folder, error);
        away.add(folder);
      }
    }
    if (fresh.length > 0) await onFiles(fresh);
    await setTimeout(seconds * 1000, undefined, { signal }).catch(() => undefined);
  }
}
