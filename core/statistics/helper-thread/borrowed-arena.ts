import type { Arena } from '../../data/memory/memory-pool.ts';

/** The arena of columns that lie in memory of another owner: there is no room in it, and nothing of it is given back. */
export const borrowedArena: Arena = {
  get memory(): never {
    return noRoom();
  },
  freeBytes: 0,
  float32: noRoom,
  float64: noRoom,
  uint32: noRoom,
  release: () => undefined,
};

function noRoom(): never {
  throw new Error('borrowed columns have no arena of their own');
}
