import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type ByteSource, bytesSource } from '../../../../../../core/base/byte-source.ts';
import { CHUNK_BYTES } from '../../../../../../core/data/fcs/limits.ts';
import { openFcs } from '../../../../../../core/data/fcs/read/open.ts';
import { readEvents } from '../../../../../../core/data/fcs/read/read-events.ts';
import { encodeFcs } from '../../../../../../core/data/fcs/write/write.ts';
import type { FcsContent, WrittenChannel } from '../../../../../../core/data/fcs/write/write-content.ts';
import { createMemoryPool } from '../../../../../../core/data/memory/memory-pool.ts';
import { pool } from './fcs-read-support.ts';

const forms: readonly Omit<WrittenChannel, 'name'>[] = [
  { bits: 32, range: 1000 },
  { bits: 32, range: 2 ** 32, datatype: 'I' },
  { bits: 32, range: 2 ** 20, datatype: 'I' },
  { bits: 32, range: 2 ** 30, datatype: 'I' },
  { bits: 16, range: 1024, datatype: 'I' },
  { bits: 64, range: 1000, datatype: 'D' },
  { bits: 8, range: 256, datatype: 'I' },
];
const eventCount = 77;
const contentOf = (kinds: readonly number[], byteOrder: 'little' | 'big'): FcsContent => ({
  version: 'FCS3.2',
  datatype: 'F',
  byteOrder,
  eventCount,
  keywords: new Map([['$CYT', 'x']]),
  channels: kinds.map((kind, i) => ({ name: `C${i}`, ...(forms[kind] as (typeof forms)[number]) })),
  columns: kinds.map((kind, i) => {
    const limit = forms[kind]?.bits === 8 ? 256 : 1024;
    return Array.from({ length: eventCount }, (_, event) => (event * 31 + i * 101) % limit);
  }),
});

const dataset = async (source: ByteSource) => {
  const [first] = (await openFcs(source)).datasets;
  if (!first) throw new Error('no data set');
  return first;
};

describe('rows of any neighbours', () => {
  const kinds = fc.array(fc.oneof({ weight: 3, arbitrary: fc.constant(0) }, fc.nat(forms.length - 1)), { minLength: 1, maxLength: 12 });

  it('give the columns that were written, whichever are asked for, with kernels and without', async () => {
    const plain = createMemoryPool(2 ** 26);
    await fc.assert(
      fc.asyncProperty(kinds, fc.constantFrom('little', 'big'), fc.nat(4095), async (kinds, order, asked) => {
        const content = contentOf(kinds, order);
        const source = bytesSource('rows', encodeFcs([content]));
        const channels = kinds.flatMap((_, i) => ((asked >> i) & 1 ? [i] : []));
        for (const into of [pool, plain]) {
          const table = await readEvents(await dataset(source), source, { pool: into, channels });
          const read = kinds.map((_, i) => table.shards[0]?.columns[i] && [...table.shards[0].columns[i]]);
          table.release();
          expect(read).toEqual(content.columns.map((column, i) => (channels.includes(i) ? column : undefined)));
        }
      }),
      { numRuns: 150 },
    );
  });
});

describe('a large file', () => {
  const events = Math.ceil((3.5 * CHUNK_BYTES) / 16);
  const bytes = encodeFcs([
    {
      version: 'FCS3.1',
      datatype: 'F',
      byteOrder: 'little',
      eventCount: events,
      channels: ['A', 'B', 'C', 'D'].map((name) => ({ name, bits: 32, range: 1 })),
      columns: [0, 1, 2, 3].map((c) => Float32Array.from({ length: events }, (_, e) => e + c / 4)),
    },
  ]);
  /** A disk that takes its time; counts what is still under way. */
  const slow = () => {
    const inner = bytesSource('slow', bytes);
    const state = { underWay: 0, calls: 0 };
    const source: ByteSource = {
      ...inner,
      async read(into, offset) {
        state.underWay++;
        state.calls++;
        await new Promise((resolve) => setTimeout(resolve, 5));
        const done = await inner.read(into, offset);
        state.underWay--;
        return done;
      },
    };
    return { source, state };
  };

  it('comes chunk by chunk, in order, with progress', async () => {
    const { source } = slow();
    const progress: number[] = [];
    const table = await readEvents(await dataset(source), source, { pool, onProgress: (fraction) => progress.push(fraction) });
    expect(progress).toEqual([...progress].sort((a, b) => a - b));
    expect([progress.length, progress.at(-1)]).toEqual([4, 1]);
    for (const event of [0, 1, events >> 1, events - 1])
      expect(table.shards[0]?.columns.map((column) => column?.[event])).toEqual([0, 1, 2, 3].map((c) => Math.fround(event + c / 4)));
    table.release();
  });

  it('given up, leaves nothing under way that could still write into memory of someone else', async () => {
    const { source, state } = slow();
    const abort = new AbortController();
    const reading = readEvents(await dataset(source), source, {
      pool,
      signal: abort.signal,
      onProgress: () => abort.abort(new Error('enough')),
    });
    await expect(reading).rejects.toThrow('enough');
    expect(state.underWay).toBe(0);
    expect(state.calls).toBeLessThan(20);
  });

  it('that becomes shorter meanwhile is refused, with the place', async () => {
    const { source } = slow();
    const opened = await dataset(source);
    const cut = {
      ...source,
      read: async (into: Uint8Array, offset: number) =>
        Math.min(await source.read(into, offset), into.length - (offset > CHUNK_BYTES ? 1 : 0)),
    };
    await expect(readEvents(opened, cut, { pool })).rejects.toMatchObject({ code: 'file-changed', place: { offset: expect.any(Number) } });
  });
});
