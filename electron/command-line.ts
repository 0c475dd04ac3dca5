import path from 'node:path';
import { type Language, languages } from '../core/base/message.ts';

export interface CommandLine {
  /** Absolute. */
  readonly files: readonly string[];
  readonly language: Language | undefined;
}

/**
 * What a start of the program asks for: `lymphoscope [--lang=ja] FILE…`. Chromium adds switches of its own and moves them about,
 * so switches are skipped wherever they stand. `appFolder` is the argument of an unpackaged Electron.
 */
export function readCommandLine(argv: readonly string[], workingFolder: string, appFolder: string | undefined): CommandLine {
  const args = argv.slice(1);
  const language = args.map((arg) => /^--lang=(.+)$/.exec(arg)?.[1]).find((value) => value !== undefined);
  const files = args
    .filter((arg) => arg !== '' && !arg.startsWith('-'))
    .map((arg) => path.resolve(workingFolder, arg))
    .filter((file) => file !== appFolder);
  return { files, language: languages.find((known) => known === language) };
}
