import type { Entry } from 'yauzl';
import { DATA_FOLDER, isEntryName, SESSION_ENTRY } from './packed-files.ts';
import { refusePacked } from './packed-problems.ts';

/** Characters of a session. */
const LARGEST_SESSION = 256 * 2 ** 20;
/** Events do not shrink to less than this share; a run of one byte shrinks to a thousandth. */
const MOST_GROWTH = 250;
/** Less is no harm, however it grows. */
const SMALL = 64 * 2 ** 20;

/**
 * The entries of data of an archive, once none of all is hostile: a name that leads elsewhere, that is none of a packed session, or that stands
 * there twice; a size that grows out of nothing; something encrypted.
 */
export function checkEntries(packed: string, entries: readonly Entry[]): readonly Entry[] {
  const names = new Set<string>();
  const files = entries.filter(({ fileName }) => fileName !== DATA_FOLDER);
  for (const entry of files) {
    const { fileName: name, compressedSize: compressed, uncompressedSize: size } = entry;
    if (!isEntryName(name)) refusePacked('packed-name', packed, { entry: name });
    const folded = name.normalize('NFC').toLowerCase();
    if (names.has(folded)) refusePacked('packed-twice', packed, { entry: name });
    names.add(folded);
    const isLarge = name === SESSION_ENTRY ? size > LARGEST_SESSION : size > SMALL && size > compressed * MOST_GROWTH;
    if (isLarge) refusePacked('packed-bomb', packed, { entry: name, compressed, size });
    if (entry.isEncrypted()) refusePacked('packed-no-zip', packed, { why: 'encrypted' });
  }
  return files.filter(({ fileName }) => fileName !== SESSION_ENTRY);
}
