import { type Command, InvalidArgumentError, Option } from 'commander';
import type { Language } from '../../../core/base/message.ts';
import type { ReadingMode } from '../../../core/data/fcs/read/reading-mode.ts';

/** What every command takes. */
export interface SharedFlags {
  readonly lang: Language;
  readonly strict?: true;
  readonly salvage?: true;
  readonly names?: 'first' | 'last';
  readonly recursive?: true;
  readonly json?: true;
}

export function withSharedFlags(command: Command): Command {
  return command
    .option('--json', 'print one JSON document')
    .option('--recursive', 'folders stand for the FCS files in and below them')
    .addOption(new Option('--lang <language>', 'language of sentences').choices(['en', 'ja']).default('en'))
    .addOption(new Option('--strict', 'refuse files that need a repair').conflicts('salvage'))
    .option('--salvage', 'open the whole events of truncated files, always marked')
    .addOption(namesOption());
}

type ModeFlags = { readonly [F in 'strict' | 'salvage' | 'names']?: SharedFlags[F] | undefined };

export const namesOption = (): Option =>
  new Option('--names <set>', 'of a file that names its channels twice: the first or the last set')
    .choices(['first', 'last'])
    .conflicts(['strict', 'salvage']);

export function modeOf({ strict, salvage, names }: ModeFlags): ReadingMode {
  if (strict === true) return 'strict';
  if (salvage === true) return 'salvage';
  return names === undefined ? 'default' : `${names}-names`;
}

export function positive(text: string): number {
  const value = Number(text);
  if (!Number.isInteger(value) || value < 1) throw new InvalidArgumentError('a whole number from 1 on');
  return value;
}

export function anyWhole(text: string): number {
  const value = Number(text);
  if (text.trim() === '' || !Number.isSafeInteger(value) || Math.abs(value) > 1000)
    throw new InvalidArgumentError('a whole number from -1000 to 1000');
  return value;
}
