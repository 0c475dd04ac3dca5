import { stat } from 'node:fs/promises';
import { setTimeout } from 'node:timers/promises';
import { scanFolder } from './scan-folder.ts';

export interface WatchOptions {
  readonly seconds: number;
  readonly signal: AbortSignal;
  /** Files that are new or changed, and have stood still since the look before: an instrument may still be writing. */
  readonly onFiles: (files: readonly string[]) => Promise<void>;
  /** A folder that cannot be read now, once until it is back. */
  readonly onAway: (folder: string, problem: unknown) => void;
  readonly onBack: (folder: string) => void;
}

/** Looks at folders again and again, which works on network drives too, where the system tells nobody of changes. Ends with the signal. */
export async function watchFolders(folders: readonly string[], { seconds, signal, onFiles, onAway, onBack }: WatchOptions): Promise<void> {
  const settled = new Map<string, string>();
  let before = new Map<string, string>();
  const away = new Set<string>();
  while (!signal.aborted) {
    const now = new Map<string, string>();
    for (const folder of folders) {
      try {
        for (const file of (await scanFolder(folder, signal)).files) now.set(file, await lookOf(file));
        if (away.delete(folder)) onBack(folder);
      } catch (error) {
        if (signal.aborted) return;
        if (!away.has(folder)) onAway(folder, error);
        away.add(folder);
      }
    }
    const still = [...now].filter(([file, look]) => before.get(file) === look && settled.get(file) !== look);
    if (still.length > 0) await onFiles(still.map(([file]) => file));
    for (const [file, look] of still) settled.set(file, look);
    before = now;
    await setTimeout(seconds * 1000, undefined, { signal }).catch(() => undefined);
  }
}

const lookOf = (file: string): Promise<string> =>
  stat(file).then(
    ({ size, mtimeMs }) => `${size} ${mtimeMs}`,
    () => 'gone',
  );
