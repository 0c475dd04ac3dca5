import type { PieceTable } from '../transforms/pieces.ts';
import type { Scale } from '../transforms/transform.ts';
import { CHUNK } from './chunk.ts';
import { columnBytes, type MemoryPool, type WorkArena } from './memory-pool.ts';

/** Columns that are added in one call. */
const MOST_MEMBERS = 64;
/** For the tables of scales; where they are full, all are put down anew. */
const TABLE_BYTES = 2 ** 20;

/**
 * Where columns are made by the compiled kernels, chunk by chunk. It works where values lie if that is its own memory; else they are laid
 * down in it beside each other, worked on and taken away, which stays in the processor's cache.
 */
export interface Workbench {
  /** Puts the weighted sum of columns of 32-bit floats into `out` (at most `CHUNK` values). False where it cannot. */
  readonly add: (columns: readonly Float32Array[], weights: Float64Array, out: Float64Array) => boolean;
  /** The same for four sums of the same columns at once, all of which lie in the memory of the bench: four weights a column. */
  readonly addFour: (columns: readonly Float32Array[], weights: Float64Array, outs: readonly Float64Array[]) => boolean;
  /** Puts values (at most `CHUNK`) on a scale, in place. */
  readonly scale: (scale: Scale, values: Float64Array) => void;
}

const benches = new WeakMap<MemoryPool, Workbench>();

/** The bench of a pool, for columns that lie anywhere: one for all of a thread. */
export function workbenchOf(pool: MemoryPool): Workbench {
  const known = benches.get(pool) ?? (pool.isCompiled ? openWorkbench(pool.acquire(benchBytes(true)), true) : plainBench);
  benches.set(pool, known);
  return known;
}

/** Without compiled kernels columns are made where they lie: twins over a view of bytes would be slower. */
const plainBench: Workbench = {
  add: () => false,
  addFour: () => false,
  scale: scaleOneByOne,
};

function scaleOneByOne({ scale }: Scale, values: Float64Array): void {
  for (let row = 0; row < values.length; row++) values[row] = scale(values[row]!);
}

/** What a bench takes of an arena; `lays` where columns of other memories are to be laid down in it. */
export const benchBytes = (lays: boolean): number =>
  (lays ? columnBytes(CHUNK * MOST_MEMBERS, 4) : 0) +
  columnBytes(CHUNK, 8) +
  columnBytes(MOST_MEMBERS, 4 + 4 * 8) +
  columnBytes(4, 4) +
  TABLE_BYTES +
  4 * 64;

export function openWorkbench(arena: WorkArena, lays: boolean): Workbench {
  const { kernels } = arena;
  const { buffer } = arena.memory;
  const laid = lays ? arena.float32(CHUNK * MOST_MEMBERS) : undefined;
  const addresses = arena.uint32(MOST_MEMBERS);
  const factors = arena.float64(4 * MOST_MEMBERS);
  const targets = arena.uint32(4);
  const chunk = arena.float64(CHUNK);
  const tables = tableShelf(arena.bytes(TABLE_BYTES));
  const isHere = ({ buffer: of }: Float32Array | Float64Array) => of === buffer;

  /** The same values in this memory while they are worked on. */
  function here(values: Float64Array, work: (values: Float64Array) => void, isFilled: boolean): void {
    const own = isHere(values) ? values : chunk.subarray(0, values.length);
    if (own !== values && isFilled) own.set(values);
    work(own);
    if (own !== values) values.set(own);
  }
  function scaleByPieces(scale: Scale, pieces: PieceTable, values: Float64Array): void {
    const { first, count, pieceBits, shift, reach, least, zero } = pieces;
    const rows = values.length;
    for (let row = 0; row < rows; row++) {
      const { table, states } = tables.placeOf(pieces);
      row = kernels.scalePieces(values.byteOffset, row, rows, table, states, count, first, pieceBits, shift, reach, least, zero);
      // what has no piece yet is solved, which makes one
      if (row < rows) values[row] = scale.scale(values[row]!);
    }
  }
  return {
    add(columns, weights, out) {
      if (columns.length > MOST_MEMBERS || (laid === undefined && !columns.every(isHere))) return false;
      columns.forEach((column, i) => {
        if (isHere(column)) addresses[i] = column.byteOffset;
        else {
          laid!.set(column, i * CHUNK);
          addresses[i] = laid!.byteOffset + 4 * CHUNK * i;
        }
      });
      factors.set(weights);
      here(
        out,
        ({ byteOffset, length }) =>
          kernels.addWeightedFloats(addresses.byteOffset, columns.length, 0, factors.byteOffset, length, byteOffset),
        false,
      );
      return true;
    },
    addFour(columns, weights, outs) {
      if (columns.length > MOST_MEMBERS || outs.length !== 4 || ![...columns, ...outs].every(isHere)) return false;
      addresses.set(columns.map(({ byteOffset }) => byteOffset));
      targets.set(outs.map(({ byteOffset }) => byteOffset));
      factors.set(weights);
      const rows = outs[0]!.length;
      kernels.addWeightedFloats4(addresses.byteOffset, columns.length, 0, factors.byteOffset, rows, targets.byteOffset);
      return true;
    },
    scale(scale, values) {
      const { pieces } = scale;
      if (pieces !== undefined && 8 * pieces.table.length < TABLE_BYTES / 2) here(values, (own) => scaleByPieces(scale, pieces, own), true);
      else scaleOneByOne(scale, values);
    },
  };
}

interface Place {
  readonly table: number;
  readonly states: number;
  /** Pieces that have been laid down. */
  known: number;
}

/** Copies of tables where kernels reach them; a piece that was made since is added when its table is asked for. */
function tableShelf(bytes: Uint8Array<SharedArrayBuffer>) {
  const places = new Map<PieceTable, Place>();
  let next = 0;
  const layDown = (pieces: PieceTable): Place => {
    const [tableBytes, stateBytes] = [8 * pieces.table.length, columnBytes(pieces.count, 1)];
    if (next + tableBytes + stateBytes > bytes.length) {
      places.clear();
      next = 0;
    }
    const table = bytes.byteOffset + next;
    const place = { table, states: table + tableBytes, known: 0 };
    next += columnBytes(tableBytes + stateBytes, 1);
    new Uint8Array(bytes.buffer, place.states, pieces.count).fill(0);
    places.set(pieces, place);
    return place;
  };
  return {
    placeOf(pieces: PieceTable): Place {
      const place = places.get(pieces) ?? layDown(pieces);
      const { made, table, states } = pieces;
      const width = table.length / pieces.count;
      for (; place.known < made.length; place.known++) {
        const piece = made[place.known]!;
        new Float64Array(bytes.buffer, place.table + 8 * width * piece, width).set(table.subarray(width * piece, width * (piece + 1)));
        new Uint8Array(bytes.buffer, place.states, pieces.count)[piece] = states[piece]!;
      }
      return place;
    },
  };
}
