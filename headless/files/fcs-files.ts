import { open } from 'node:fs/promises';
import path from 'node:path';

const usualNames = /\.(fcs|lmd)$/i;

/** By its name; old instruments number their files (`.001`, `.B08`): those are known by their first three bytes. */
export async function isFcsFile(file: string): Promise<boolean> {
  if (usualNames.test(file)) return !(await isAppleDouble(file));
  return (await beginningOf(file)) === 'FCS';
}

/** What a Mac stores beside a file on other disks: named alike behind "._", it is no sample. */
export const isAppleDouble = async (file: string): Promise<boolean> =>
  path.basename(file).startsWith('._') && (await beginningOf(file)) === '\0\x05\x16';

async function beginningOf(file: string): Promise<string> {
  const handle = await open(file, 'r').catch(() => undefined);
  if (handle === undefined) return '';
  const { buffer, bytesRead } = await handle.read(Buffer.alloc(3), 0, 3, 0).catch(() => ({ buffer: Buffer.alloc(0), bytesRead: 0 }));
  await handle.close();
  return buffer.toString('latin1', 0, bytesRead);
}
