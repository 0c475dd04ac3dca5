import { type Command, InvalidArgumentError, Option } from 'commander';
import type { Language } from '../../../core/base/message.ts';

/** What every command takes. */
export interface SharedFlags {
  readonly lang: Language;
  readonly strict?: true;
  readonly salvage?: true;
  readonly recursive?: true;
  readonly json?: true;
}

export function withSharedFlags(command: Command): Command {
  return command
    .option('--json', 'print one JSON document')
    .option('--recursive', 'folders stand for the FCS files in and below them')
    .addOption(new Option('--lang <language>', 'language of sentences').choices(['en', 'ja']).default('en'))
    .addOption(new Option('--strict', 'refuse files that need a repair').conflicts('salvage'))
    .option('--salvage', 'open the whole events of truncated files, always marked');
}

export const modeOf = ({ strict, salvage }: SharedFlags) => (strict === true ? 'strict' : salvage === true ? 'salvage' : 'default');

export function positive(text: string): number {
  const value = Number(text);
  if (!Number.isInteger(value) || value < 1) throw new InvalidArgumentError('a whole number from 1 on');
  return value;
}
