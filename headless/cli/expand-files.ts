import type { Dirent } from 'node:fs';
import { open, readdir, stat } from 'node:fs/promises';
import path from 'node:path';

const usualNames = /\.(fcs|lmd)$/i;

/** The files meant by the arguments, in a stable order. With `recursive`, folders stand for the FCS files in and below them. */
export async function expandFiles(given: readonly string[], recursive: boolean): Promise<readonly string[]> {
  const lists = await Promise.all(given.map(async (file) => (recursive && (await isFolder(file)) ? walk(file) : [file])));
  return lists.flat();
}

const isFolder = (file: string): Promise<boolean> =>
  stat(file).then(
    (info) => info.isDirectory(),
    () => false,
  );

async function walk(folder: string): Promise<readonly string[]> {
  const entries: readonly Dirent[] = await readdir(folder, { withFileTypes: true }).catch(() => []);
  const sorted = [...entries].sort((a, b) => (a.name < b.name ? -1 : 1));
  const found: string[] = [];
  for (const entry of sorted) {
    const file = path.join(folder, entry.name);
    if (entry.isDirectory()) found.push(...(await walk(file)));
    else if (entry.isFile() && (usualNames.test(entry.name) || (await beginsAsFcs(file)))) found.push(file);
  }
  return found;
}

/** Old instruments number their files (`.001`, `.B08`): those are known by their first three bytes. */
async function beginsAsFcs(file: string): Promise<boolean> {
  const handle = await open(file, 'r').catch(() => undefined);
  if (handle === undefined) return false;
  const { buffer, bytesRead } = await handle.read(Buffer.alloc(3), 0, 3, 0).catch(() => ({ buffer: Buffer.alloc(0), bytesRead: 0 }));
  await handle.close();
  return bytesRead === 3 && buffer.toString('latin1') === 'FCS';
}
