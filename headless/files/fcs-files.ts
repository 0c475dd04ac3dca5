import { open } from 'node:fs/promises';

const usualNames = /\.(fcs|lmd)$/i;

/** By its name; old instruments number their files (`.001`, `.B08`): those are known by their first three bytes. */
export async function isFcsFile(file: string): Promise<boolean> {
  if (usualNames.test(file)) return true;
  const handle = await open(file, 'r').catch(() => undefined);
  if (handle === undefined) return false;
  const { buffer, bytesRead } = await handle.read(Buffer.alloc(3), 0, 3, 0).catch(() => ({ buffer: Buffer.alloc(0), bytesRead: 0 }));
  await handle.close();
  return bytesRead === 3 && buffer.toString('latin1') === 'FCS';
}
