import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { totalmem } from 'node:os';
import { createMemoryPool, type MemoryPool } from '../../core/data/memory/memory-pool.ts';
import { firstPlace } from './first-place.ts';
import { kernelModule } from './kernels.ts';

/** SHA-256 from Node, as core asks for it. */
export const createSha256 = () => {
  const hash = createHash('sha256');
  return { update: (bytes: Uint8Array) => void hash.update(bytes), digest: () => hash.digest('hex') };
};

/** Event columns may take up to three quarters of the machine's memory. */
export const createPool = (): MemoryPool => createMemoryPool(Math.floor(totalmem() * 0.75), kernelModule());

export const softwareVersion = (): string => {
  const parsed: unknown = JSON.parse(readFileSync(packageFile(), 'utf8'));
  return typeof parsed === 'object' && parsed !== null && 'version' in parsed ? String(parsed.version) : 'unknown';
};

/** Beside the app's bundle, two above the sources and the bundled command line, or three above what the compiler wrote. */
function packageFile(): URL {
  const found = firstPlace(import.meta.url, './package.json', '../../package.json', '../../../package.json');
  return found ?? new URL('../../package.json', import.meta.url);
}
