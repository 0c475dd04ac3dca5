import { openSession } from '../../core/study/session/session-text.ts';

/** The session in a packed one, and the folder of its data. */
export const SESSION_ENTRY = 'session.lymphoscope';
export const DATA_FOLDER = 'data/';

/** A file that a session's samples lie in, once for all of its data sets. */
export interface PackedFile {
  readonly name: string;
  readonly sha256: string;
  /** Bytes. */
  readonly size: number;
  /** By which the document refers to it. */
  readonly tokens: readonly string[];
}

/** The files of a session's document, each once whatever the samples call it. Throws what is wrong with the document. */
export function filesOf(document: string): readonly PackedFile[] {
  const files = new Map<string, PackedFile>();
  for (const { file } of openSession(document).session.samples) {
    const known = files.get(file.sha256);
    const token = file.path ?? '';
    files.set(file.sha256, {
      name: known?.name ?? file.name,
      sha256: file.sha256,
      size: file.size,
      tokens: [...new Set([...(known?.tokens ?? []), token])],
    });
  }
  return [...files.values()];
}

const devices = /^(con|prn|aux|nul|com\d|lpt\d)([.:]|$)/i;

/** Names for files in one folder of any system: no sign that one refuses, none twice whatever the case of its letters. */
export function entryNames(names: readonly string[]): readonly string[] {
  const taken = new Set<string>();
  return names.map((name) => {
    const plain = plainName(name);
    const dot = plain.lastIndexOf('.');
    const [stem, ending] = dot > 0 ? [plain.slice(0, dot), plain.slice(dot)] : [plain, ''];
    let free = plain;
    for (let n = 2; taken.has(free.toLowerCase()); n++) free = `${stem} (${n})${ending}`;
    taken.add(free.toLowerCase());
    return `${DATA_FOLDER}${free}`;
  });
}

function plainName(name: string): string {
  const plain = [...(name.split(/[\\/]/).at(-1) ?? '')]
    .map((letter) => (isRefused(letter) ? '_' : letter))
    .join('')
    .replace(/^\.+/, '_')
    .replace(/[. ]+$/, '_')
    .slice(-180);
  return plain === '' || devices.test(plain) ? `_${plain}` : plain;
}

const isRefused = (letter: string): boolean => letter < ' ' || letter === '\x7f' || '\\/:*?"<>|'.includes(letter);

/** Whether an entry is named as those of a packed session are. */
export const isEntryName = (name: string): boolean => {
  if (name === SESSION_ENTRY) return true;
  if (!name.startsWith(DATA_FOLDER)) return false;
  const plain = name.slice(DATA_FOLDER.length);
  return plain !== '' && plainName(plain) === plain;
};
