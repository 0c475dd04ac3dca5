import fc from 'fast-check';
import { expect, test } from 'vitest';
import { bytesSource } from '../../core/base/byte-source.ts';
import type { FcsDataset } from '../../core/data/fcs/fcs-file.ts';
import { openFcs } from '../../core/data/fcs/read/open.ts';
import { readEvents } from '../../core/data/fcs/read/read-events.ts';
import { encodeFcs } from '../../core/data/fcs/write/write.ts';
import type { FcsContent, FcsVersion, WrittenChannel } from '../../core/data/fcs/write/write-content.ts';
import { createMemoryPool } from '../../core/data/memory/memory-pool.ts';

const pool = createMemoryPool(64 * 2 ** 20);

async function readBack(contents: readonly FcsContent[]): Promise<{ datasets: readonly FcsDataset[]; columns: number[][][] }> {
  const source = bytesSource('made.fcs', encodeFcs(contents));
  const { datasets, findings } = await openFcs(source);
  expect(findings).toEqual([]);
  const columns: number[][][] = [];
  for (const dataset of datasets) {
    const table = await readEvents(dataset, source, { pool });
    columns.push(dataset.channels.map((_, index) => table.shards.flatMap((shard) => Array.from(shard.columns[index] ?? []))));
    table.release();
  }
  return { datasets, columns };
}

const version = fc.constantFrom<FcsVersion>('FCS2.0', 'FCS3.0', 'FCS3.1', 'FCS3.2');
const plainOrder = fc.constantFrom<'little' | 'big'>('little', 'big');
const required = new Map([['$CYT', 'simulated']]);
const named = (bits: readonly number[]): WrittenChannel[] =>
  bits.map((width, index) => ({ name: `P${index + 1}`, bits: width, range: 2 ** width }));

/** Channels of the given widths with values that fill them. */
function integers(widths: fc.Arbitrary<number>, least = 1): fc.Arbitrary<Pick<FcsContent, 'channels' | 'columns' | 'eventCount'>> {
  return fc.tuple(fc.array(widths, { minLength: 1, maxLength: 5 }), fc.integer({ min: least, max: 20 })).chain(([bits, eventCount]) =>
    fc
      .tuple(
        ...bits.map((width) =>
          fc.array(
            fc.maxSafeInteger().map((value) => Math.abs(value) % 2 ** width),
            { minLength: eventCount, maxLength: eventCount },
          ),
        ),
      )
      .map((columns) => ({ channels: named(bits), columns, eventCount })),
  );
}

test('integers of whole bytes come back as they went', async () => {
  const widths = fc.constantFrom(8, 16, 24, 32, 40, 48);
  await fc.assert(
    fc.asyncProperty(version, plainOrder, integers(widths), async (version, byteOrder, events) => {
      const { columns } = await readBack([{ version, datatype: 'I', byteOrder, keywords: required, ...events }]);
      expect(columns).toEqual([events.columns]);
    }),
    { numRuns: 60 },
  );
});

test('integers of any width, packed bit by bit, come back as they went', async () => {
  // From nine events on, padding of even one bit a row makes DATA longer, so the reader can tell the two apart.
  await fc.assert(
    fc.asyncProperty(plainOrder, integers(fc.integer({ min: 1, max: 50 }), 9), async (byteOrder, events) => {
      const { columns } = await readBack([{ version: 'FCS3.0', datatype: 'I', byteOrder, ...events }]);
      expect(columns).toEqual([events.columns]);
    }),
    { numRuns: 60 },
  );
});

test.each(['bytes', 'words'] as const)('integers of any width, padded to %s, come back as they went', async (padding) => {
  await fc.assert(
    fc.asyncProperty(plainOrder, integers(fc.integer({ min: 1, max: 31 }), 9), async (byteOrder, events) => {
      fc.pre(events.channels.some(({ bits }) => bits % 8 !== 0));
      const { columns } = await readBack([{ version: 'FCS2.0', datatype: 'I', byteOrder, padding, ...events }]);
      expect(columns).toEqual([events.columns]);
    }),
    { numRuns: 60 },
  );
});

test('mixed byte orders of 32-bit values come back as they went', async () => {
  const order = fc.shuffledSubarray([1, 2, 3, 4], { minLength: 4, maxLength: 4 });
  const values = fc.array(fc.float({ noNaN: true, noDefaultInfinity: true }), { minLength: 1, maxLength: 10 });
  await fc.assert(
    fc.asyncProperty(order, values, async (byteOrder, column) => {
      const plain = column.map((value) => value + 0);
      const shared = { version: 'FCS3.0', byteOrder, eventCount: column.length, channels: named([32]) } as const;
      const whole = plain.map((value) => Math.floor(Math.abs(value)) % 2 ** 32);
      const { columns } = await readBack([
        { ...shared, datatype: 'F', columns: [plain] },
        { ...shared, datatype: 'I', columns: [whole] },
      ]);
      expect(columns).toEqual([[plain], [whole]]);
    }),
    { numRuns: 60 },
  );
});

test('keywords, markers and other texts come back as they went, whatever the delimiter', async () => {
  const text = fc.string({ unit: fc.constantFrom('a', '/', '\\', '|', '!', ' ', '培', '5', ','), minLength: 1, maxLength: 12 });
  await fc.assert(
    fc.asyncProperty(
      fc.constantFrom('/', '\\', '|', '!', '\f'),
      fc.dictionary(fc.stringMatching(/^[A-Z]{1,6}$/), text),
      text,
      async (delimiter, pairs, marker) => {
        const begins = [...Object.values(pairs), marker].some((value) => value.startsWith(delimiter));
        fc.pre(!begins);
        const channels = [{ name: 'FSC', marker, bits: 32, range: 1024 }];
        const content: FcsContent = {
          ...{ version: 'FCS3.1', datatype: 'F', byteOrder: 'little', eventCount: 1, channels, columns: [[1]], delimiter },
          keywords: new Map([...required, ...Object.entries(pairs)]),
        };
        const { datasets } = await readBack([content]);
        expect(datasets[0]?.channels[0]?.marker?.trim()).toBe(marker.trim() === '' ? undefined : marker.trim());
        for (const [name, value] of Object.entries(pairs)) expect(datasets[0]?.keywords.get(name)?.trim()).toBe(value.trim());
      },
    ),
    { numRuns: 100 },
  );
});

test('types of FCS 3.2, several data sets, supplemental TEXT and ANALYSIS come back as they went', async () => {
  const channels: WrittenChannel[] = [
    { name: 'a', bits: 16, range: 65_536 },
    { name: 'b', bits: 32, range: 1, datatype: 'F' },
    { name: 'c', bits: 64, range: 1, datatype: 'D' },
  ];
  const mixed: FcsContent = {
    ...{ version: 'FCS3.2', datatype: 'I', byteOrder: 'big', eventCount: 2, channels, keywords: required, offsets: 'text' },
    columns: [
      [1, 65_535],
      [0.5, -3],
      [Math.PI, Number.MIN_VALUE],
    ],
    supplementalText: new Map([['NOTE', '培養']]),
    analysis: new Map([['GATE', 'all']]),
  };
  const digits: FcsContent = {
    version: 'FCS2.0',
    datatype: 'A',
    byteOrder: 'little',
    eventCount: 2,
    channels: named([4]),
    columns: [[7, 1023]],
  };
  const { datasets, columns } = await readBack([mixed, { ...digits, channels: [{ name: 'x', bits: 4, range: 1024 }] }]);
  expect(columns).toEqual([mixed.columns, [[7, 1023]]]);
  expect(datasets[0]?.keywords.get('NOTE')).toBe('培養');
  expect(datasets.flatMap((dataset) => dataset.findings.map(({ code }) => code))).toEqual(['data-offset-from-text']);
});
