import { columnBytes, type WorkArena } from '../memory/memory-pool.ts';
import type { PieceTable } from '../transforms/kind/pieces.ts';
import type { Scale } from '../transforms/kind/transform.ts';
import { CHUNK, type EventChunk } from './chunk.ts';

/** Columns that are added in one call. */
const MOST_MEMBERS = 64;
/** For the tables of scales; where they are full, all are put down anew. */
const TABLE_BYTES = 2 ** 20;

/** One channel of a chunk as it is stored, where that is 32-bit floats. */
export interface StoredFloats {
  readonly channel: number;
  readonly values: Float32Array;
}

/**
 * Where columns are made by the compiled kernels, chunk by chunk, in one memory. Stored values that lie elsewhere are copied into it beside
 * each other, once a chunk, whatever is made of them.
 */
export interface ColumnKernels {
  /** Puts the weighted sum of stored values into `out`. False where it cannot. */
  readonly add: (chunk: EventChunk, members: readonly StoredFloats[], weights: Float64Array, out: Float64Array) => boolean;
  /**
   * Plans four sums of the same columns, four weights a column; what it gives puts the sums of a chunk into four columns of the scratch memory.
   * Undefined where it cannot.
   */
  readonly addFour: (
    columns: readonly StoredFloats[],
    weights: readonly number[],
  ) => ((chunk: EventChunk, outs: readonly Float64Array[]) => void) | undefined;
  /** Puts values (at most `CHUNK`) on a scale, in place. */
  readonly scale: (scale: Scale, values: Float64Array) => void;
}

/** Without compiled kernels columns are made where they lie: references over a view of bytes would be slower. */
export const plainColumnKernels: ColumnKernels = {
  add: () => false,
  addFour: () => undefined,
  scale: scaleOneByOne,
};

function scaleOneByOne({ scale }: Scale, values: Float64Array): void {
  for (let row = 0; row < values.length; row++) values[row] = scale(values[row]!);
}

/** What these kernels take of an arena. */
export const columnKernelBytes = (copies: boolean): number =>
  (copies ? columnBytes(CHUNK * MOST_MEMBERS, 4) : 0) +
  columnBytes(MOST_MEMBERS, 4) +
  columnBytes(MOST_MEMBERS, 4 * 8) +
  columnBytes(4, 4) +
  TABLE_BYTES;

export function openColumnKernels(arena: WorkArena, copies: boolean): ColumnKernels {
  const { kernels } = arena;
  const { buffer } = arena.memory;
  const copied = copies ? arena.float32(CHUNK * MOST_MEMBERS) : undefined;
  const addresses = arena.uint32(MOST_MEMBERS);
  const factors = arena.float64(4 * MOST_MEMBERS);
  const targets = arena.uint32(4);
  const tables = tableCache(arena.bytes(TABLE_BYTES));
  const isHere = (values: Float64Array) => values.buffer === buffer;

  /** Where values of one chunk were copied to, by channel. */
  let under: EventChunk | undefined;
  const places = new Map<number, number>();

  /** Puts the addresses of members into `addresses`; what lies in another memory is copied first. */
  function copyToArena(chunk: EventChunk, members: readonly StoredFloats[]): boolean {
    if (under !== chunk) places.clear();
    under = chunk;
    for (let i = 0; i < members.length; i++) {
      const { channel, values } = members[i]!;
      const address = values.buffer === buffer ? values.byteOffset : (places.get(channel) ?? layDown(channel, values));
      if (address === undefined) return false;
      addresses[i] = address;
    }
    return true;
  }
  function layChunk(chunk: EventChunk, columns: readonly StoredFloats[]): void {
    const { start, events } = chunk;
    const members = columns.map(({ channel, values }) => ({ channel, values: values.subarray(start, start + events) }));
    if (!copyToArena(chunk, members)) throw new Error('more stored values than there is room for');
  }
  function layDown(channel: number, values: Float32Array): number | undefined {
    if (copied === undefined || places.size === MOST_MEMBERS) return undefined;
    const at = places.size * CHUNK;
    copied.set(values, at);
    places.set(channel, copied.byteOffset + 4 * at);
    return places.get(channel);
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
    add(chunk, members, weights, out) {
      if (members.length > MOST_MEMBERS || !isHere(out) || !copyToArena(chunk, members)) return false;
      factors.set(weights);
      kernels.addWeightedFloats(addresses.byteOffset, members.length, 0, factors.byteOffset, out.length, out.byteOffset);
      return true;
    },
    addFour(columns, weights) {
      if (columns.length > MOST_MEMBERS) return undefined;
      const isHere = columns.every(({ values }) => values.buffer === buffer);
      const factorsOfFour = Float64Array.from(weights);
      const bases = columns.map(({ values }) => values.byteOffset);
      return (chunk, outs) => {
        if (isHere) addresses.set(bases);
        else layChunk(chunk, columns);
        for (let i = 0; i < 4; i++) targets[i] = outs[i]!.byteOffset;
        factors.set(factorsOfFour);
        const offset = isHere ? 4 * chunk.start : 0;
        kernels.addWeightedFloats4(addresses.byteOffset, bases.length, offset, factors.byteOffset, chunk.events, targets.byteOffset);
      };
    },
    scale(scale, values) {
      const { pieces } = scale;
      if (pieces !== undefined && isHere(values) && 8 * pieces.table.length < TABLE_BYTES / 2) scaleByPieces(scale, pieces, values);
      else scaleOneByOne(scale, values);
    },
  };
}

interface Place {
  readonly table: number;
  readonly states: number;
  /** Pieces that have been copied. */
  known: number;
}

/** Copies of tables where kernels reach them; a piece that was made since is added when its table is asked for. */
function tableCache(bytes: Uint8Array<SharedArrayBuffer>) {
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
