import { randomUUID } from 'node:crypto';
import { constants, copyFile, link, open, rename, rm, stat } from 'node:fs/promises';
import path from 'node:path';
import { syncFolder } from '../files/sync-folder.ts';
import { whileThere } from '../files/temporary-files.ts';

/* Files that are made beside their place and take it whole. */

/** A name of its own length: that of the target may be as long as a name can be. */
export const partOf = (target: string): string => path.join(path.dirname(target), `.${randomUUID()}.part`);

export async function removePart(part: string): Promise<void> {
  for (const rest of ['', '-wal', '-shm']) await rm(part + rest, { force: true }).catch(() => undefined);
}

/**
 * On disk before it has its name, and complete without the log beside it. Fails with EEXIST where something is and it may not be replaced.
 * A copy takes the name, not the file itself: libsql closes a file some time after it was told to, and SQLite has all connections of a process to one
 * file share their index of the log, by whatever name they opened it. Another process would then see nothing of what is written, and damage it.
 */
export async function putInPlace(part: string, target: string, mayReplace: boolean): Promise<void> {
  const log = await stat(`${part}-wal`).then(
    ({ size }) => size,
    () => 0,
  );
  if (log > 0) throw new Error(`${part} has ${log} bytes in its log that would be lost`);
  const copy = partOf(target);
  await whileThere(copy, async () => {
    try {
      await copyFile(part, copy, constants.COPYFILE_EXCL | constants.COPYFILE_FICLONE);
      const handle = await open(copy, 'r+');
      await handle.sync();
      await handle.close();
      if (mayReplace) await rename(copy, target);
      else await nameNew(copy, target);
      await syncFolder(path.dirname(target));
    } finally {
      await rm(copy, { force: true });
    }
  });
}

/** A second name is given only where none is; where the disk knows no second names, the gap between look and rename is left. */
async function nameNew(part: string, target: string): Promise<void> {
  try {
    await link(part, target);
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'EEXIST') throw error;
    if (await exists(target)) throw Object.assign(new Error(`${target} exists`), { code: 'EEXIST' });
    await rename(part, target);
  }
}

const exists = (file: string): Promise<boolean> =>
  stat(file).then(
    () => true,
    () => false,
  );
