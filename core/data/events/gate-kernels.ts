import type { Kernels } from '../kernels/kernels.ts';
import { type FoundValues, firstOf, type Keying } from '../kernels/reference/key-labelled.ts';
import { columnBytes, type WorkArena } from '../memory/memory-pool.ts';
import { type Bitmask, wordsFor } from './bitmask.ts';
import { CHUNK } from './chunk.ts';

/** Columns and populations of one gate. */
const MOST_COLUMNS = 8;
const MOST_PARTS = 4;
const SHAPE_BYTES = 2 ** 18;
/** For counts of a plot, or for histograms by labels. */
const COUNT_BYTES = 2 ** 21;

/** Some events of a gate as the kernels see them. */
export interface GateTask {
  readonly kernels: Kernels;
  /** Addresses of its columns. */
  readonly columns: readonly number[];
  readonly events: number;
  /** To be filled, of its populations. */
  readonly words: readonly Uint32Array[];
  /** As many words again, for what is needed in between. */
  readonly spare: readonly Uint32Array[];
  /** Where its shape lies. */
  readonly shape: number;
  /** The same columns as numbers, the first event at `start`. */
  readonly values: readonly Float64Array[];
  readonly start: number;
}

/** What a gate asks of the kernels. */
export interface GateWork {
  /** Copied to a multiple of 8. */
  readonly shape?: Uint8Array;
  readonly run: (task: GateTask) => void;
}

/**
 * Where gates are evaluated and members counted by the compiled kernels, chunk by chunk. Columns that lie in other memories are copied into
 * the kernels' own while they are worked on.
 */
export interface GateKernels {
  /** Fills one mask for each population, for all events of the columns. */
  readonly run: (work: GateWork, columns: readonly Float64Array[], eventCount: number, members: readonly Bitmask[]) => void;
  /** The same for at most `CHUNK` events, which stand in the masks from word `firstWord` on. */
  readonly runChunk: (
    work: GateWork,
    columns: readonly Float64Array[],
    events: number,
    members: readonly Bitmask[],
    firstWord: number,
  ) => void;
  /** Adds what `work` counts among the members, at its last address, to `counts` (at most 65,536). */
  readonly count: (
    columns: readonly Float64Array[],
    eventCount: number,
    members: Bitmask,
    work: (kernels: Kernels, columns: readonly number[], events: number, words: number, counts: number) => void,
    counts: Uint32Array,
  ) => void;
  /** Room for histograms of so many columns of so many cells, all of them 0; those of before are lost. Undefined where there is not enough. */
  readonly openHistograms: (columns: number, cells: number) => readonly LabelledHistogram[] | undefined;
  /** The kernel `keyLabelled` for a chunk whose values and labels are given; what is found is in `found`. */
  readonly label: (values: Float64Array, labels: Uint8Array, keying: Keying, histogram: LabelledHistogram) => number;
  /** What `label` found last. */
  readonly found: FoundValues;
}

/** Counts of cells, label x stride + key, and which cells are wanted. */
export interface LabelledHistogram {
  readonly counts: Uint32Array;
  readonly wanted: Uint8Array;
}

/** Whether a gate of so many columns has room here. */
export const fitsKernels = ({ shape }: GateWork, columns: number): boolean =>
  columns <= MOST_COLUMNS && (shape === undefined || shape.length <= SHAPE_BYTES);

/** What these kernels take of an arena. */
export const gateKernelBytes =
  MOST_COLUMNS * columnBytes(CHUNK, 8) +
  2 * MOST_PARTS * columnBytes(wordsFor(CHUNK), 4) +
  SHAPE_BYTES +
  COUNT_BYTES +
  16 * columnBytes(CHUNK + 1, 1);

export function openGateKernels(arena: WorkArena): GateKernels {
  const { kernels } = arena;
  const copies = Array.from({ length: MOST_COLUMNS }, () => arena.float64(CHUNK));
  const parts = Array.from({ length: MOST_PARTS }, () => arena.uint32(wordsFor(CHUNK)));
  const spares = Array.from({ length: MOST_PARTS }, () => arena.uint32(wordsFor(CHUNK)));
  const placeOf = shapeCache(arena.bytes(SHAPE_BYTES));
  const counted = arena.uint32(COUNT_BYTES / 4);
  const { buffer } = counted;
  const labelled = arena.bytes(CHUNK);
  const found = { values: arena.float64(CHUNK + 1), cells: arena.uint32(CHUNK + 1) };

  function addressOf(column: Float64Array, i: number, start: number, events: number): number {
    if (column.buffer === buffer) return column.byteOffset + 8 * start;
    const own = copies[i];
    if (own === undefined) throw new Error(`a gate of ${i + 1} columns: there is room for ${MOST_COLUMNS}`);
    own.set(start === 0 && events === column.length ? column : column.subarray(start, start + events));
    return own.byteOffset;
  }
  function runFrom(
    work: GateWork,
    columns: readonly Float64Array[],
    start: number,
    events: number,
    members: readonly Bitmask[],
    firstWord: number,
  ) {
    const addresses = columns.map((column, i) => addressOf(column, i, start, events));
    const isFull = events === CHUNK;
    const cut = (all: readonly Uint32Array[]) => members.map((_, i) => (isFull ? all[i]! : all[i]!.subarray(0, wordsFor(events))));
    const words = cut(parts);
    const shape = work.shape === undefined ? 0 : placeOf(work.shape);
    work.run({ kernels, columns: addresses, events, words, spare: cut(spares), shape, values: columns, start });
    for (let i = 0; i < members.length; i++) members[i]!.set(words[i]!, firstWord);
  }
  return {
    run(work, columns, eventCount, members) {
      for (let start = 0; start < eventCount; start += CHUNK)
        runFrom(work, columns, start, Math.min(CHUNK, eventCount - start), members, start / 32);
    },
    runChunk: (work, columns, events, members, firstWord) => runFrom(work, columns, 0, events, members, firstWord),
    count(columns, eventCount, members, work, counts) {
      counted.set(counts);
      const [words] = parts as [Uint32Array];
      for (let start = 0; start < eventCount; start += CHUNK) {
        const events = Math.min(CHUNK, eventCount - start);
        words.set(members.subarray(start / 32, start / 32 + wordsFor(events)));
        work(
          kernels,
          columns.map((column, i) => addressOf(column, i, start, events)),
          events,
          words.byteOffset,
          counted.byteOffset,
        );
      }
      counts.set(counted.subarray(0, counts.length));
    },
    openHistograms(columns, cells) {
      if (columns * cells * 5 > COUNT_BYTES) return undefined;
      counted.fill(0, 0, Math.ceil((columns * cells * 5) / 4));
      return Array.from({ length: columns }, (_, i) => ({
        counts: counted.subarray(i * cells, (i + 1) * cells),
        wanted: new Uint8Array(buffer, counted.byteOffset + 4 * columns * cells + i * cells, cells),
      }));
    },
    label(values, labels, keying, { counts, wanted }) {
      labelled.set(labels);
      return kernels.keyLabelled(
        addressOf(values, 0, 0, values.length),
        labelled.byteOffset,
        values.length,
        keying.centre,
        keying.knee,
        firstOf(keying),
        keying.bits,
        counts.byteOffset,
        wanted.byteOffset,
        found.values.byteOffset,
        found.cells.byteOffset,
      );
    },
    found,
  };
}

/** Copies of shapes where kernels reach them; where they are full, all are put down anew. */
function shapeCache(bytes: Uint8Array<SharedArrayBuffer>): (shape: Uint8Array) => number {
  const places = new Map<Uint8Array, number>();
  let next = 0;
  return (shape) => {
    const known = places.get(shape);
    if (known !== undefined) return known;
    if (next + shape.length > bytes.length) {
      places.clear();
      next = 0;
    }
    const place = bytes.byteOffset + next;
    bytes.set(shape, next);
    next += columnBytes(shape.length, 1);
    places.set(shape, place);
    return place;
  };
}
