import { createHash, randomUUID } from 'node:crypto';
import { createWriteStream, existsSync } from 'node:fs';
import { mkdir, rename, rm, statfs } from 'node:fs/promises';
import path from 'node:path';
import { Transform } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import type { Entry, ZipFile } from 'yauzl';
import { fileProblem } from '../files/file-source.ts';
import { readSessionFile, writeSessionFile } from '../files/session-file.ts';
import { checkEntries } from './check-entries.ts';
import { openZip, readEntry } from './open-zip.ts';
import { filesOf, type PackedFile, SESSION_ENTRY } from './packed-files.ts';
import { refusePacked } from './packed-problems.ts';

/**
 * Unpacks a session and its data into a new folder, whole or not at all; gives the path of the session in it. What the archive is called
 * inside decides nothing: each file is known by its digest. Throws a problem `packed-…` for whatever is hostile, broken or lacking in it,
 * before anything is written as far as names and sizes tell it.
 */
export async function unpackSession(packed: string, into: string): Promise<string> {
  const folder = path.resolve(into);
  if (existsSync(folder)) refusePacked('packed-there', packed, { entry: folder });
  const { zip, entries } = await openZip(packed);
  const temporary = path.join(path.dirname(folder), `.${randomUUID()}.part`);
  try {
    const session = entries.find(({ fileName }) => fileName === SESSION_ENTRY);
    if (session === undefined) refusePacked('packed-no-session', packed);
    const data = checkEntries(packed, entries);
    await mkdir(temporary, { recursive: true });
    await extract(zip, session, path.join(temporary, SESSION_ENTRY), packed);
    const { document } = await readSessionFile(path.join(temporary, SESSION_ENTRY));
    const text = JSON.stringify(document);
    const files = filesOf(text);
    checkSizes(packed, data, files);
    await checkRoom(packed, temporary, data);
    const places = await extractData(zip, data, temporary, { packed, files, folder });
    await rename(temporary, folder);
    return await settled(folder, text, places);
  } catch (error) {
    await rm(temporary, { recursive: true, force: true });
    throw fileProblem(packed, error);
  } finally {
    zip.close();
  }
}

/** Writes the session again where it now lies: relative places follow from its own. */
async function settled(folder: string, text: string, places: ReadonlyMap<string, string>): Promise<string> {
  const file = path.join(folder, `${path.basename(folder)}.lymphoscope`);
  await rename(path.join(folder, SESSION_ENTRY), file);
  await writeSessionFile(file, text, places);
  return file;
}

/** Each entry has the size of a file of the session, and each file has an entry. */
function checkSizes(packed: string, data: readonly Entry[], files: readonly PackedFile[]): void {
  for (const { fileName, uncompressedSize } of data)
    if (!files.some(({ size }) => size === uncompressedSize)) refusePacked('packed-size', packed, { entry: fileName });
  for (const { name, size } of files)
    if (!data.some(({ uncompressedSize }) => uncompressedSize === size)) refusePacked('packed-lacks', packed, { entry: name });
}

async function checkRoom(packed: string, folder: string, data: readonly Entry[]): Promise<void> {
  const size = data.reduce((sum, { uncompressedSize }) => sum + uncompressedSize, 0);
  const { bavail, bsize } = await statfs(folder);
  if (size > bavail * bsize) refusePacked('packed-space', packed, { size });
}

interface Wanted {
  readonly packed: string;
  readonly files: readonly PackedFile[];
  /** Where it all will lie. */
  readonly folder: string;
}

/** Writes the data; gives where each token's file will be. */
async function extractData(zip: ZipFile, data: readonly Entry[], temporary: string, { packed, files, folder }: Wanted) {
  const places = new Map<string, string>();
  const left = new Set(files);
  await mkdir(path.join(temporary, 'data'), { recursive: true });
  for (const entry of data) {
    const sha256 = await extract(zip, entry, path.join(temporary, entry.fileName), packed);
    const file = [...left].find((one) => one.sha256 === sha256);
    if (file === undefined) refusePacked('packed-digest', packed, { entry: entry.fileName });
    left.delete(file);
    for (const token of file.tokens) places.set(token, path.join(folder, entry.fileName));
  }
  for (const { name } of left) refusePacked('packed-lacks', packed, { entry: name });
  return places;
}

/** Writes one entry; gives the SHA-256 of its bytes. */
async function extract(zip: ZipFile, entry: Entry, to: string, packed: string): Promise<string> {
  const hash = createHash('sha256');
  const digest = new Transform({
    transform(chunk: Uint8Array, _encoding, done) {
      hash.update(chunk);
      done(null, chunk);
    },
  });
  await pipeline(await readEntry(zip, entry, packed), digest, createWriteStream(to, { flags: 'wx' })).catch((error: unknown) => {
    // what the archive's library says of broken bytes; the system's own errors have codes of their own
    const code = error instanceof Error && 'code' in error ? String(error.code) : 'Z_';
    if (code.startsWith('Z_')) refusePacked('packed-no-zip', packed, { why: error instanceof Error ? error.message : String(error) });
    throw error;
  });
  return hash.digest('hex');
}
