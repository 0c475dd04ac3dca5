import { columnBytes, type MemoryPool, openArena, type Region, type WorkArena } from './memory-pool.ts';

/** One memory that many small arenas share. `free` lies in rising order; no two regions in it touch. */
interface Slab {
  readonly arena: WorkArena;
  free: readonly Region[];
}

/**
 * A pool whose small arenas share large memories: a process may have some hundred WebAssembly memories, since each reserves gigabytes of
 * addresses, whatever its size. What is larger than half a slab has a memory of its own. A slab that is empty goes back to `pool`.
 */
export function slabbedPool(pool: MemoryPool, slabBytes: number): MemoryPool {
  const slabs: Slab[] = [];

  function acquire(bytes: number): WorkArena {
    const length = Math.max(columnBytes(bytes, 1), columnBytes(1, 1));
    if (length > slabBytes / 2) return pool.acquire(bytes);
    const slab = slabs.find(({ free }) => free.some((region) => sizeOf(region) >= length)) ?? addSlab();
    const from = slab.free.find((region) => sizeOf(region) >= length)!;
    const taken = { ...from, end: from.start + length };
    const rest = { ...from, start: taken.end };
    slab.free = slab.free.flatMap((region) => (region !== from ? [region] : sizeOf(rest) > 0 ? [rest] : []));
    return openArena(taken, slab.arena.kernels, () => giveBack(slab, taken));
  }

  function addSlab(): Slab {
    const arena = pool.acquire(slabBytes);
    const slab: Slab = { arena, free: [{ memory: arena.memory, start: 0, end: slabBytes }] };
    slabs.push(slab);
    return slab;
  }

  function giveBack(slab: Slab, region: Region): void {
    slab.free = merged([...slab.free, region].sort((a, b) => a.start - b.start));
    const [only] = slab.free;
    if (slab.free.length !== 1 || only === undefined || sizeOf(only) < slabBytes) return;
    slabs.splice(slabs.indexOf(slab), 1);
    slab.arena.release();
  }

  return {
    acquire,
    get reservedBytes() {
      return pool.reservedBytes;
    },
    limitBytes: pool.limitBytes,
    isCompiled: pool.isCompiled,
  };
}

const sizeOf = ({ start, end }: Region): number => end - start;

/** Neighbours that touch become one. */
function merged(regions: readonly Region[]): readonly Region[] {
  const out: Region[] = [];
  for (const region of regions) {
    const last = out.at(-1);
    if (last !== undefined && last.end === region.start) out[out.length - 1] = { ...last, end: region.end };
    else out.push(region);
  }
  return out;
}
