import { createSha256 } from '../host/host.ts';
import { type ByteRing, receive } from './byte-ring.ts';

export const hashJobs = {
  /** Nothing: the thread is there. */
  async ready(_: null): Promise<void> {},

  /** SHA-256 of what is sent to each receiver, by their numbers from 0. */
  async hash(ring: ByteRing): Promise<readonly string[]> {
    const hashes: ReturnType<typeof createSha256>[] = [];
    receive(ring, (receiver, bytes) => {
      hashes[receiver] ??= createSha256();
      hashes[receiver].update(bytes);
    });
    return hashes.map((hash) => hash.digest());
  },
};
