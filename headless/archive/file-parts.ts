import { randomUUID } from 'node:crypto';
import { link, open, rename, rm, stat } from 'node:fs/promises';
import path from 'node:path';
import { syncFolder } from '../files/sync-folder.ts';

/* Files that are made beside their place and take it whole. */

/** A name of its own length: that of the target may be as long as a name can be. */
export const partOf = (target: string): string => path.join(path.dirname(target), `.${randomUUID()}.part`);

export async function removePart(part: string): Promise<void> {
  for (const rest of ['', '-wal', '-shm']) await rm(part + rest, { force: true }).catch(() => undefined);
}

/** On disk before it has its name, and complete without the log beside it. Fails with EEXIST where something is and it may not be replaced. */
export async function putInPlace(part: string, target: string, mayReplace: boolean): Promise<void> {
  const log = await stat(`${part}-wal`).then(
    ({ size }) => size,
    () => 0,
  );
  if (log > 0) throw new Error(`${part} has ${log} bytes in its log that would be lost`);
  const handle = await open(part, 'r+');
  await handle.sync();
  await handle.close();
  if (mayReplace) await rename(part, target);
  else await nameNew(part, target);
  await syncFolder(path.dirname(target));
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
