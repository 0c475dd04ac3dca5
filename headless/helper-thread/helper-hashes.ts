import type { CreateHash } from '../../core/data/fcs/read/digest.ts';
import { close, openByteRing, send } from './byte-ring.ts';
import type { HelperPool } from './helper-pool.ts';

/** Hashes whose work another thread does, for the bytes of one file; they are ended together. */
export function helperHashes(pool: HelperPool): { readonly createHash: CreateHash; readonly close: () => void } {
  const ring = openByteRing();
  const digests = pool.run('hash', ring);
  // its failure is met where a digest is asked for
  digests.catch(() => undefined);
  let [made, ended] = [0, 0];
  return {
    createHash() {
      const receiver = made++;
      return {
        update: (bytes) => send(ring, receiver, bytes),
        async digest() {
          // what is hashed of nothing is begun, too
          send(ring, receiver, new Uint8Array(0));
          if (++ended === made) close(ring);
          return (await digests)[receiver] ?? '';
        },
      };
    },
    close: () => close(ring),
  };
}
