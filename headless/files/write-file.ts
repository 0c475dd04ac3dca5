import { randomUUID } from 'node:crypto';
import { createWriteStream } from 'node:fs';
import { mkdir, open, rename, rm } from 'node:fs/promises';
import path from 'node:path';
import type { Writable } from 'node:stream';
import { finished } from 'node:stream/promises';
import { fileProblem } from './file-source.ts';

/**
 * Writes a file as a whole or not at all: beside its place, forced to disk, then renamed. What stood there before
 * stays until the new one is complete; a full disk or a missing permission leaves it untouched.
 */
export async function writeWhole(file: string, write: (out: Writable) => Promise<void>): Promise<void> {
  const beside = path.join(path.dirname(file), `.${path.basename(file)}.${randomUUID()}.part`);
  try {
    await mkdir(path.dirname(file), { recursive: true });
    const out = createWriteStream(beside, { flags: 'wx' });
    const ended = finished(out);
    // a failing disk ends the stream while `write` still runs: whichever fails first is the reason
    await Promise.all([ended, write(out)]);
    const handle = await open(beside, 'r+');
    await handle.sync();
    await handle.close();
    await rename(beside, file);
  } catch (error) {
    await rm(beside, { force: true }).catch(() => undefined);
    throw fileProblem(file, error);
  }
}

export const writeText = (file: string, text: string): Promise<void> => writeWhole(file, async (out) => void out.end(text));
