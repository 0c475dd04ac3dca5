import path from 'node:path';
import type { BridgeFile } from '../core/contract/bridge.ts';
import type { FileKind } from './dialogs.ts';
import { describeFile } from './file-tokens.ts';
import type { HandlerTools } from './handler-tools.ts';
import { isThere, sizeOfRegularFile } from './open-checks.ts';

const extensions: { readonly [K in FileKind]?: string } = {
  session: '.lymphoscope',
  report: '.pdf',
  packed: '.zip',
  picture: '.png',
  results: '.xlsx',
  fcs: '.fcs',
  csv: '.csv',
};

/** Asks where, writes there, and gives the file back; null where the person cancels. */
export async function saveByDialog(
  { dialogs, documentsFolder, tokens }: Pick<HandlerTools, 'dialogs' | 'documentsFolder' | 'tokens'>,
  kind: FileKind,
  suggestedName: string,
  write: (file: string) => Promise<void>,
): Promise<BridgeFile | null> {
  const chosen = await dialogs.save(kind, path.join(documentsFolder(), safeName(suggestedName)));
  if (chosen === undefined) return null;
  const file = await withExtension(chosen, extensions[kind]);
  await write(file);
  return describeFile(tokens.add(file), file, await sizeOfRegularFile(file));
}

/** Adds the extension that the person left out, unless that would hit a file which the dialog did not ask about. */
async function withExtension(file: string, extension: string | undefined): Promise<string> {
  if (extension === undefined || path.extname(file) !== '') return file;
  return (await isThere(file + extension)) ? file : file + extension;
}

/** A name without folders or signs that a file system refuses. */
export const safeName = (name: string): string =>
  [...name]
    .map((letter) => (isRefused(letter) ? '_' : letter))
    .join('')
    .replace(/^\.+/, '_')
    .slice(-200);

const isRefused = (letter: string): boolean => letter < ' ' || '\\/:*?"<>|'.includes(letter);
