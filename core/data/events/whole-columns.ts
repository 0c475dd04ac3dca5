import { columnBytes, type MemoryPool } from '../memory/memory-pool.ts';
import type { EventChunk } from './chunk.ts';
import { keyOf, type Wanted } from './column-pass.ts';
import type { RawColumn, Shard } from './event-table.ts';

/** Values of one channel over all shards; part i belongs to shard i. */
export type ColumnParts<Column> = readonly Column[];

/** Half of the scratch memory: a scaled column may need its linear values beside it. */
export const MOST_WANTED = 16;
/** Compensated columns that are made of one reading of the stored values. */
const TOGETHER = 4;
/** With the raw values of 16 channels and the bits of gates 160 bytes an event. */
const KEPT_COLUMNS = 11;

/** Goes through all events with some columns, which last until the next chunk. */
type Pass = (wanted: readonly Wanted[], work: (columns: readonly Float64Array[], chunk: EventChunk) => void) => void;

interface KeptColumn {
  readonly wanted: Wanted;
  readonly parts: ColumnParts<Float64Array>;
  readonly release: () => void;
}

/** Columns in memory of their own, made by passes and kept while there is room; wanted ones are plain (no identity scale). */
export interface WholeColumns {
  readonly find: (wanted: Wanted) => ColumnParts<Float64Array> | undefined;
  readonly together: (wanted: readonly Wanted[]) => readonly ColumnParts<Float64Array>[];
  readonly ahead: (now: readonly Wanted[], soon: readonly Wanted[]) => readonly ColumnParts<Float64Array>[];
  readonly trim: () => void;
  readonly release: () => void;
}

export function createWholeColumns(shards: readonly Shard<RawColumn>[], pool: MemoryPool, pass: Pass): WholeColumns {
  /** The last used one stands last. */
  let kept: readonly KeptColumn[] = [];

  const find = (wanted: Wanted): KeptColumn | undefined =>
    kept.length === 0 ? undefined : kept.find((column) => isSame(column.wanted, wanted));
  const isMissing = (wanted: Wanted): boolean => find(wanted) === undefined;

  function together(wanted: readonly Wanted[]): readonly ColumnParts<Float64Array>[] {
    const missing = distinct(wanted).filter(isMissing);
    for (let i = 0; i < missing.length; i += MOST_WANTED)
      kept = [...kept, ...makeWhole(missing.slice(i, i + MOST_WANTED), shards, pool, pass)];
    return wanted.map((one) => {
      const column = find(one)!;
      kept = [...kept.filter((other) => other !== column), column];
      return column.parts;
    });
  }
  function giveBack(columns: readonly KeptColumn[]): void {
    kept = kept.filter((column) => !columns.includes(column));
    for (const { release } of columns) release();
  }

  return {
    find: (wanted) => find(wanted)?.parts,
    together,
    ahead(now, soon) {
      const coming = distinct([...now, ...soon]).filter(isMissing);
      const missing = now.some(isMissing) ? coming.slice(0, Math.max(TOGETHER, now.length)) : [];
      // what nobody will ask for goes first
      const keys = new Set([...now, ...soon].map(({ of }) => keyOf(of)));
      const isWanted = ({ wanted }: KeptColumn): boolean => keys.has(keyOf(wanted.of));
      const order = [...kept.filter((column) => !isWanted(column)), ...kept.filter(isWanted)];
      giveBack(order.slice(0, Math.max(0, kept.length + missing.length - KEPT_COLUMNS)));
      return together([...missing, ...now]).slice(missing.length);
    },
    trim: () => giveBack(kept.slice(0, Math.max(0, kept.length - KEPT_COLUMNS))),
    release: () => giveBack(kept),
  };
}

/** Columns in memory of their own, all in one pass. On any failure all of that memory is given back: a bound may be met at the last one. */
function makeWhole(wanted: readonly Wanted[], shards: readonly Shard<RawColumn>[], pool: MemoryPool, pass: Pass): readonly KeptColumn[] {
  const releases: (() => void)[] = [];
  const release = (from: number, to: number) => {
    for (const give of releases.slice(from, to)) give();
  };
  try {
    const parts = wanted.map(() =>
      shards.map(({ eventCount }) => {
        const arena = pool.acquire(columnBytes(eventCount, 8));
        releases.push(arena.release);
        return arena.float64(eventCount);
      }),
    );
    pass(wanted, (made, { shard, start }) => {
      const part = shards.indexOf(shard);
      made.forEach((values, i) => void parts[i]![part]!.set(values, start));
    });
    const { length } = shards;
    return wanted.map((one, i) => ({ wanted: one, parts: parts[i]!, release: () => release(i * length, (i + 1) * length) }));
  } catch (error) {
    release(0, releases.length);
    throw error;
  }
}

const isSame = (a: Wanted, b: Wanted): boolean => a.scale === b.scale && keyOf(a.of) === keyOf(b.of);

const distinct = (wanted: readonly Wanted[]): readonly Wanted[] =>
  wanted.filter((one, i) => wanted.findIndex((other) => isSame(one, other)) === i);
