import { type Command, Option } from 'commander';
import type { Language } from '../../../core/base/message.ts';
import { checkLog } from '../../archive/check-log.ts';
import { materialSplits } from '../../archive/material-splits.ts';
import { type Archive, openArchive } from '../../archive/open-archive.ts';
import { exitCodes } from '../shared/output.ts';
import { splitText } from './archive-check-text.ts';

/** What every command of the archive takes. */
export interface ArchiveFlags {
  readonly archive: string;
  readonly json?: true;
  readonly lang: Language;
}

export const withArchiveFlags = (command: Command): Command =>
  command
    // the variable is named in the help, never its value: an address may hold a password
    .addOption(
      new Option('--archive <place>', 'an archive file, or postgres://user@host/database').env('LYMPHO_ARCHIVE').makeOptionMandatory(),
    )
    .option('--json', 'print one JSON document')
    .addOption(new Option('--lang <language>', 'language of sentences').choices(['en', 'ja']).default('en'));

export const nowText = (): string => new Date().toISOString();

/**
 * Opens an archive, does something with it and closes it, whatever happens. What changed in it because it is of an earlier version is said, and what
 * tells that it was changed outside this software: exit code 1 then.
 */
export async function withArchive(
  { archive: place, lang }: Pick<ArchiveFlags, 'archive' | 'lang'>,
  use: (archive: Archive) => Promise<number>,
  { create = false, checks = false }: { readonly create?: boolean; readonly checks?: boolean } = {},
): Promise<number> {
  const archive = await openArchive(place, { create });
  try {
    if (archive.wasLifted) for (const split of await materialSplits(archive.db)) process.stderr.write(`! ${splitText(split, lang)}\n`);
    // a command that checks says itself what it finds
    const faults = checks ? [] : (await checkLog(archive.db, { whole: false })).faults;
    for (const { message, kind, what } of faults) process.stderr.write(`! ${message[lang]} [archive-${kind}-changed: ${what}]\n`);
    const code = await use(archive);
    return code === exitCodes.done && faults.length > 0 ? exitCodes.someFailed : code;
  } finally {
    await archive.close();
  }
}

/** A signal that the first Ctrl-C or SIGTERM raises; the second ends the program at once. */
export function stopSignal(): AbortSignal {
  const controller = new AbortController();
  for (const name of ['SIGINT', 'SIGTERM'] as const) process.once(name, () => controller.abort(new Error(name)));
  return controller.signal;
}
