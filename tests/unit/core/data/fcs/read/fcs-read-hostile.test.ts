import { describe, expect, it } from 'vitest';
import type { ByteSource } from '../../../../../../core/base/byte-source.ts';
import { bytesSource } from '../../../../../../core/base/byte-source.ts';
import { openFcs } from '../../../../../../core/data/fcs/read/open.ts';
import { readEvents } from '../../../../../../core/data/fcs/read/read-events.ts';
import { encodeFcsHead } from '../../../../../../core/data/fcs/write/write-head.ts';
import { createMemoryPool } from '../../../../../../core/data/memory/memory-pool.ts';
import { columnsOf, firstDataset, handMade, openBytes, pool, problemCode } from './fcs-read-support.ts';

/** A file that is `size` bytes long: `head`, then bytes that are made up as they are asked for. */
function sparse(head: Uint8Array, size: number, byteAt: (offset: number) => number): ByteSource & { asked: number } {
  return {
    name: 'sparse.fcs',
    size,
    asked: 0,
    async read(into, offset) {
      this.asked += into.length;
      const count = Math.min(into.length, size - offset);
      for (let i = 0; i < count; i++) into[i] = offset + i < head.length ? (head[offset + i] ?? 0) : byteAt(offset + i);
      return count;
    },
  };
}

describe('large files', () => {
  it('of 5 GB are opened by their head, and any part can be read', async () => {
    const eventCount = 5e8;
    const channels = [0, 1].map((i) => ({ name: `C${i}`, bits: 40, range: 2 ** 40 }));
    const head = encodeFcsHead({ version: 'FCS3.1', channels, eventCount, datatype: 'I', byteOrder: 'little' });
    const source = sparse(head, head.length + eventCount * 10, () => 0);
    const dataset = (await openFcs(source, { mode: 'strict' })).datasets[0];
    expect(dataset?.eventCount).toBe(eventCount);
    expect(source.asked).toBeLessThan(10_000);
    expect(dataset && (await problemCode(readEvents(dataset, source, { pool })))).toBe('memory-limit');
    expect(pool.reservedBytes).toBeLessThanOrEqual(pool.limitBytes);
  });

  it('have DATA beyond byte 99,999,999, in several shards', async () => {
    const eventCount = 20_000;
    const channels = [{ name: 'C', bits: 16, range: 65536 }];
    const begin = 100_000_123;
    const made = handMade({
      keywords: { $PAR: '1', $TOT: String(eventCount), $BEGINDATA: String(begin), $ENDDATA: String(begin + eventCount * 2 - 1) },
      header: () => [0, 0],
    });
    expect(channels.length).toBe(1);
    const source = sparse(made, begin + eventCount * 2, (offset) => ((offset - begin) % 2 === 0 ? ((offset - begin) / 2) & 255 : 0));
    const dataset = (await openFcs(source)).datasets[0];
    if (!dataset) throw new Error('no data set');
    const table = await readEvents(dataset, source, { pool, shardLimitBytes: 2 ** 15 });
    expect(table.shards.map((shard) => shard.firstEvent)).toEqual([0, 8192, 16384]);
    expect(table.shards[2]?.columns[0]?.[3615]).toBe((16384 + 3615) & 255);
    table.release();
  });
});

describe('the chain of data sets', () => {
  const chained = (next: string) => handMade({ keywords: { $NEXTDATA: next } });
  it.each(['1', '58', '200', '99999999999', '-1', '18446744073709551616'])('ends at $NEXTDATA %s', async (next) => {
    const { datasets, findings } = await openBytes(chained(next));
    expect(datasets.length).toBe(1);
    expect(findings.map(({ code }) => code)).toEqual(['next-dataset-missing']);
    expect(await problemCode(openBytes(chained(next), 'strict'))).toBe('strict-repair');
  });

  it('is followed by offsets from the data set or, with a finding, from the file', async () => {
    const first = handMade({ keywords: { $NEXTDATA: '0000' } });
    const chain = (third: number) => {
      const link = (next: number) => handMade({ keywords: { $NEXTDATA: String(next).padStart(4, '0') } });
      return Uint8Array.from([...link(first.length), ...link(third), ...link(0)]);
    };
    expect((await openBytes(chain(first.length))).datasets.length).toBe(3);
    const absolute = await openBytes(chain(2 * first.length));
    expect(absolute.datasets.length).toBe(3);
    expect(absolute.findings.map(({ code }) => code)).toEqual(['next-dataset-absolute']);
  });

  it('leaves out a histogram behind the list', async () => {
    const length = handMade({ keywords: { $NEXTDATA: '0000' } }).length;
    const bytes = Uint8Array.from([
      ...handMade({ keywords: { $NEXTDATA: String(length).padStart(4, '0') } }),
      ...handMade({ keywords: { $MODE: 'U' } }),
    ]);
    const { datasets, findings } = await openBytes(bytes);
    expect([datasets.length, findings.map(({ code }) => code)]).toEqual([1, ['dataset-skipped']]);
  });
});

describe('reading events', () => {
  const bytes = handMade();
  it('only of the channels asked for', async () => {
    const table = await readEvents(await firstDataset(bytes), bytesSource('x', bytes), { pool, channels: [1] });
    expect(table.shards[0]?.columns[0]).toBeUndefined();
    expect([...(table.shards[0]?.columns[1] ?? [])]).toEqual([2, 4]);
    table.release();
  });

  it('gives its memory back when the file has changed or the caller gives up', async () => {
    const own = createMemoryPool(2 ** 16);
    const dataset = await firstDataset(bytes);
    for (let attempt = 0; attempt < 3; attempt++) {
      expect(await problemCode(readEvents(dataset, bytesSource('x', bytes.subarray(0, bytes.length - 1)), { pool: own }))).toBe(
        'file-changed',
      );
      const quit = new AbortController();
      const reading = readEvents(dataset, bytesSource('x', bytes), {
        pool: own,
        signal: quit.signal,
        onProgress: () => quit.abort(new Error('enough')),
      });
      await expect(reading).resolves.toBeDefined();
      (await reading).release();
      await expect(readEvents(dataset, bytesSource('x', bytes), { pool: own, signal: quit.signal })).rejects.toThrow('enough');
    }
    expect(own.reservedBytes).toBe(2 ** 16);
  });

  it('of no channel and of no event', async () => {
    const none = handMade({ keywords: { $PAR: '0', $TOT: '0' }, data: new Uint8Array(0), header: () => [0, 0] });
    expect(await columnsOf(none, await firstDataset(none))).toEqual([]);
    expect(await problemCode(openBytes(handMade({ keywords: { $PAR: '0' } })))).toBe('keyword-invalid');
  });
});
