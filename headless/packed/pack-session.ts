import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { stat } from 'node:fs/promises';
import { type Readable, Transform } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { ZipFile } from 'yazl';
import { writeWhole } from '../files/write-file.ts';
import { entryNames, filesOf, type PackedFile, SESSION_ENTRY } from './packed-files.ts';
import { refusePacked } from './packed-problems.ts';

/** A session to be packed. */
export interface ToPack {
  /** JSON text, whose samples refer to their files by tokens. */
  readonly document: string;
  /** Where each token's file may be. */
  readonly places: ReadonlyMap<string, readonly string[]>;
}

interface Found {
  readonly file: PackedFile;
  readonly place: string;
  readonly entry: string;
}

/**
 * Writes a session and the files of its samples into one ZIP archive (ZIP64 where it has to be), streamed, whole or not at all. Names and sizes
 * are checked before anything is written, each digest while it is. The same session gives the same bytes.
 * Throws `pack-missing` or `pack-differs`, or what is wrong with the document or the disk.
 */
export async function packSession(out: string, { document, places }: ToPack): Promise<void> {
  const files = filesOf(document);
  const entries = entryNames(files.map(({ name }) => name));
  const found: Found[] = [];
  for (const [i, file] of files.entries()) found.push({ file, place: await placeOf(file, places, out), entry: entries[i] ?? '' });
  await writeWhole(out, async (stream) => {
    const zip = new ZipFile();
    // whatever goes wrong with one file ends the whole: the archive's stream would wait for it for ever
    const fail = (error: Error): void => void (zip.outputStream as Readable).destroy(error);
    zip.on('error', fail);
    const text = sessionText(document, found);
    zip.addBuffer(Buffer.from(text), SESSION_ENTRY, { ...plain, compress: true });
    for (const { file, place, entry } of found)
      zip.addReadStreamLazy(entry, { ...plain, size: file.size, compressionLevel: 1 }, (give) =>
        give(null, checked(file, place, out).on('error', fail)),
      );
    zip.end();
    await pipeline(zip.outputStream, stream);
  });
}

/** The same on every machine and day. */
const plain = { mtime: new Date(Date.UTC(2000, 0, 1)), mode: 0o100_644, forceDosTimestamp: true } as const;

/** The first place with a file of the size that the sample had. */
async function placeOf({ name, size, tokens }: PackedFile, places: ToPack['places'], out: string): Promise<string> {
  let other = false;
  for (const place of tokens.flatMap((token) => places.get(token) ?? [])) {
    const info = await stat(place).catch(() => undefined);
    if (info?.isFile() === true && info.size === size) return place;
    other ||= info !== undefined;
  }
  return refusePacked(other ? 'pack-differs' : 'pack-missing', out, { entry: name });
}

/** The file's bytes, which end in an error where they are not those of the sample. */
function checked({ name, sha256 }: PackedFile, place: string, out: string): Readable {
  const hash = createHash('sha256');
  const check = new Transform({
    transform(chunk: Uint8Array, _encoding, done) {
      hash.update(chunk);
      done(null, chunk);
    },
    flush(done) {
      try {
        if (hash.digest('hex') !== sha256) refusePacked('pack-differs', out, { entry: name });
        done();
      } catch (error) {
        done(error as Error);
      }
    },
  });
  return createReadStream(place)
    .on('error', (error) => check.destroy(error))
    .pipe(check);
}

/** The session's file as it lies in the archive: its data beside it, and nothing of where they were. */
function sessionText(document: string, found: readonly Found[]): string {
  const files = Object.fromEntries(
    found.flatMap(({ file, entry }) => file.tokens.map((token) => [token, { relative: entry, absolute: entry }] as const)),
  );
  return `${JSON.stringify({ format: 'lymphoscope-session', version: 1, files, document: JSON.parse(document) })}\n`;
}
