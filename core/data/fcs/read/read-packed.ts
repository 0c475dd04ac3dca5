import type { DataEncoding } from '../fcs-file.ts';
import { CHUNK_BYTES } from '../limits.ts';
import { refuse } from '../problems.ts';
import type { Reading } from './reading.ts';

type Packed = Extract<DataEncoding, { readonly kind: 'packed' }>;

/** Eight events always end at a whole byte, so chunks are multiples of eight events. */
const GROUP = 8;

/** Reads integers that follow each other bit by bit, without gaps between values or events (FCS 3.0, section 3.2.20). */
export async function readPacked({ dataset, source, table, progress }: Reading): Promise<void> {
  const { layout } = dataset;
  if (layout.encoding.kind !== 'packed') return;
  const decode = decoder(layout.encoding, (index) => dataset.channels[index]?.name || String(index + 1));
  const rowBits = layout.encoding.widths.reduce((sum, width) => sum + width, 0);
  const chunkRows = Math.max(1, Math.floor(CHUNK_BYTES / rowBits)) * GROUP;
  for (const shard of table.shards) {
    for (let done = 0; done < shard.eventCount; done += chunkRows) {
      const rows = Math.min(chunkRows, shard.eventCount - done);
      const firstEvent = shard.firstEvent + done;
      const bytes = new Uint8Array(Math.ceil((rows * rowBits) / 8));
      const offset = layout.begin + (firstEvent * rowBits) / 8;
      if ((await source.read(bytes, offset)) !== bytes.length) refuse('file-changed', {}, offset);
      for (let row = 0; row < rows; row++) {
        decode(bytes, row * rowBits, firstEvent + row, (index, value) => {
          const column = shard.columns[index];
          if (column) column[done + row] = value;
        });
      }
      progress(firstEvent + rows);
    }
  }
}

type Store = (index: number, value: number) => void;

function decoder({ widths, masks, littleEndian }: Packed, nameOf: (index: number) => string) {
  const keep = masks.map((mask) => Math.round(Math.log2(mask + 1)));
  return (bytes: Uint8Array, bit: number, event: number, store: Store): void => {
    let at = bit;
    for (let index = 0; index < widths.length; index++) {
      const width = widths[index]!;
      const value =
        width <= 32 ? shortAt(bytes, at, width, littleEndian) % 2 ** keep[index]! : longAt(bytes, at, width, littleEndian, keep[index]!);
      if (value < 0) refuse('value-too-large', { event: event + 1, channel: nameOf(index) });
      store(index, value);
      at += width;
    }
  };
}

/** Up to 32 bits from bit `at` on. Big-endian data fill a byte from its top bit down, little-endian data from its lowest bit up. */
function shortAt(bytes: Uint8Array, at: number, width: number, little: boolean): number {
  let value = 0;
  for (let got = 0; got < width; ) {
    const within = (at + got) % 8;
    const take = Math.min(8 - within, width - got);
    const byte = bytes[(at + got - within) / 8]!;
    const piece = (little ? byte >>> within : byte >>> (8 - within - take)) & ((1 << take) - 1);
    value = little ? value + piece * 2 ** got : value * 2 ** take + piece;
    got += take;
  }
  return value;
}

/** More bits: two halves, put together exactly. -1 for a value above 2^53. */
function longAt(bytes: Uint8Array, at: number, width: number, little: boolean, keep: number): number {
  const rest = width - 32;
  const low = BigInt(shortAt(bytes, little ? at : at + rest, 32, little));
  const high = BigInt(shortAt(bytes, little ? at + 32 : at, rest, little));
  const value = BigInt.asUintN(keep, (high << 32n) | low);
  return value > 2n ** 53n ? -1 : Number(value);
}
