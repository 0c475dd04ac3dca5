import { randomUUID } from 'node:crypto';
import { createWriteStream } from 'node:fs';
import { mkdir, open, realpath, rename, rm, stat } from 'node:fs/promises';
import path from 'node:path';
import type { Writable } from 'node:stream';
import { finished } from 'node:stream/promises';
import { fileProblem } from './file-source.ts';
import { syncFolder } from './sync-folder.ts';
import { sweepFolder, whileThere } from './temporary-files.ts';

/**
 * Writes a file as a whole or not at all: beside its place, forced to disk, then renamed. What stood there before
 * stays until the new one is complete; a full disk or a missing permission leaves it untouched.
 * A device or pipe is written to as it is: renaming would replace it.
 */
export async function writeWhole(file: string, write: (out: Writable) => Promise<void>): Promise<void> {
  try {
    await mkdir(path.dirname(file), { recursive: true });
    const target = await realpath(file).catch(() => file);
    if (await isPlainOrNew(target)) await writeTemporary(target, write);
    else await fill(target, 'w', write);
  } catch (error) {
    throw fileProblem(file, error);
  }
}

const isPlainOrNew = (file: string): Promise<boolean> =>
  stat(file).then(
    (info) => info.isFile(),
    () => true,
  );

/** Folders that were looked through for what the dead left. */
const swept = new Set<string>();

async function writeTemporary(file: string, write: (out: Writable) => Promise<void>): Promise<void> {
  // a name of its own length: that of the file may be as long as a name can be
  const folder = path.dirname(file);
  if (!swept.has(folder)) sweepFolder(folder);
  swept.add(folder);
  const temporary = path.join(folder, `.${randomUUID()}.part`);
  await whileThere(temporary, async () => {
    try {
      await fill(temporary, 'wx', write);
      const handle = await open(temporary, 'r+');
      await handle.sync();
      await handle.close();
      await rename(temporary, file);
      await syncFolder(folder);
    } catch (error) {
      await rm(temporary, { force: true }).catch(() => undefined);
      throw error;
    }
  });
}

/** A failing disk ends the stream while `write` still runs: whichever fails first is the reason. */
async function fill(file: string, flags: 'w' | 'wx', write: (out: Writable) => Promise<void>): Promise<void> {
  const out = createWriteStream(file, { flags });
  await Promise.all([finished(out), write(out)]);
}

export const writeText = (file: string, text: string): Promise<void> => writeWhole(file, async (out) => void out.end(text));
