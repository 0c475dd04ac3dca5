import type { Dirent } from 'node:fs';
import { readdir, stat } from 'node:fs/promises';
import path from 'node:path';
import type { Language } from '../../../core/base/message.ts';
import { isAppleDouble, isFcsFile } from '../../files/fcs-files.ts';

/** The files meant by the arguments, in a stable order. With `recursive`, folders stand for the FCS files in and below them. */
export async function expandFiles(given: readonly string[], recursive: boolean, lang?: Language): Promise<readonly string[]> {
  const lists = await Promise.all(given.map(async (file) => (recursive && (await isFolder(file)) ? walk(file) : [file])));
  const files = lists.flat();
  const besides = new Set<string>();
  for (const file of files) if (await isAppleDouble(file)) besides.add(file);
  // alone, it is refused by its name
  if (besides.size === 0 || besides.size === files.length) return files;
  if (lang !== undefined) for (const file of besides) process.stderr.write(`! ${file}: ${note[lang]} [apple-double]\n`);
  return files.filter((file) => !besides.has(file));
}

const note = {
  en: 'this is what a Mac stores beside a file (AppleDouble), and was left out.',
  ja: 'Macの付属情報ファイル(AppleDouble)のため除きました。',
};

const isFolder = (file: string): Promise<boolean> =>
  stat(file).then(
    (info) => info.isDirectory(),
    () => false,
  );

async function walk(folder: string): Promise<readonly string[]> {
  const entries: readonly Dirent[] = await readdir(folder, { withFileTypes: true }).catch(() => []);
  const sorted = [...entries].sort((a, b) => (a.name < b.name ? -1 : 1));
  const found: string[] = [];
  for (const entry of sorted) {
    const file = path.join(folder, entry.name);
    if (entry.isDirectory()) found.push(...(await walk(file)));
    else if (entry.isFile() && ((await isFcsFile(file)) || (await isAppleDouble(file)))) found.push(file);
  }
  return found;
}
