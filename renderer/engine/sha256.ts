import { createSHA256 } from 'hash-wasm';
import type { CreateHash } from '../../core/fcs/digest.ts';

/** SHA-256 in WebAssembly: the browser's own takes no file piece by piece. One digest at a time. */
export async function loadSha256(): Promise<CreateHash> {
  const hasher = await createSHA256();
  return () => {
    hasher.init();
    return { update: (bytes) => void hasher.update(bytes), digest: () => hasher.digest('hex') };
  };
}
