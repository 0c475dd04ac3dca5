import { createSHA256, type IHasher } from 'hash-wasm';
import type { CreateHash } from '../../core/fcs/digest.ts';

/** Digests that one job may be in the midst of at the same time. */
const AT_ONCE = 4;
const idle: IHasher[] = [];

/**
 * SHA-256 in WebAssembly: the browser's own takes no file piece by piece. Hashers are kept for the next job, since a process may have
 * some hundred WebAssembly memories.
 */
export async function loadSha256(): Promise<CreateHash> {
  while (idle.length < AT_ONCE) idle.push(await createSHA256());
  return () => {
    const hasher = idle.pop();
    if (hasher === undefined) throw new Error(`more than ${AT_ONCE} digests at once`);
    hasher.init();
    return {
      update: (bytes) => void hasher.update(bytes),
      digest() {
        idle.push(hasher);
        return hasher.digest('hex');
      },
    };
  };
}
