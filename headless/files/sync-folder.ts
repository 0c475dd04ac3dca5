import { open } from 'node:fs/promises';

/** Forces the names in a folder to disk: a rename is on it only then. Systems and disks that cannot are left as they are. */
export async function syncFolder(folder: string): Promise<void> {
  const handle = await open(folder, 'r').catch(() => undefined);
  await handle?.sync().catch(() => undefined);
  await handle?.close().catch(() => undefined);
}
