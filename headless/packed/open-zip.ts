import type { Readable } from 'node:stream';
import { type Entry, open, type ZipFile } from 'yauzl';
import { fileProblem } from '../files/file-source.ts';
import { refusePacked } from './packed-problems.ts';

/** More entries than samples that a session may hold are no packed session. */
const MOST_ENTRIES = 100_002;

/** An archive with all of its entries, none of them read yet. Throws `packed-no-zip` or `packed-name`, or what is wrong with the file. */
export function openZip(packed: string): Promise<{ readonly zip: ZipFile; readonly entries: readonly Entry[] }> {
  return new Promise((resolve, reject) => {
    const fail = (error: unknown): void => {
      try {
        reject(isOfSystem(error) ? fileProblem(packed, error) : unreadable(packed, error));
      } catch (problem) {
        reject(problem);
      }
    };
    // names that lead elsewhere are looked for in check-entries.ts: the library's own words are no sentence
    open(packed, { lazyEntries: true, autoClose: false, decodeStrings: false, validateEntrySizes: true }, (error, zip) => {
      if (error !== null) return fail(error);
      const entries: Entry[] = [];
      zip.on('error', (broken) => {
        zip.close();
        fail(broken);
      });
      zip.on('entry', (entry: Entry) => {
        entry.fileName = nameOf(entry);
        entries.push(entry);
        if (entries.length > MOST_ENTRIES) zip.emit('error', new Error(`more than ${MOST_ENTRIES} entries`));
        else zip.readEntry();
      });
      zip.on('end', () => resolve({ zip, entries }));
      zip.readEntry();
    });
  });
}

/** The bytes of an entry; the stream fails where there are more or fewer than the archive says. */
export function readEntry(zip: ZipFile, entry: Entry, packed: string): Promise<Readable> {
  return new Promise((resolve, reject) => {
    zip.openReadStream(entry, (error, stream) => {
      if (error === null) return resolve(stream);
      try {
        unreadable(packed, error);
      } catch (problem) {
        reject(problem);
      }
    });
  });
}

const isOfSystem = (error: unknown): boolean => error instanceof Error && 'code' in error && /^E[A-Z]+$/.test(String(error.code));

const unreadable = (packed: string, error: unknown): never =>
  refusePacked('packed-no-zip', packed, { why: error instanceof Error ? error.message : String(error) });

/** UTF-8 whatever the flag says: names of other encodings are none that were given here. */
const nameOf = ({ fileNameRaw }: Entry): string => new TextDecoder().decode(fileNameRaw);
