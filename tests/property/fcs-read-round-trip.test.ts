import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { encodeFcs } from '../../core/data/fcs/write/write.ts';
import type { FcsContent, WrittenChannel } from '../../core/data/fcs/write/write-content.ts';
import { columnsOf, firstDataset, openBytes, problemCode } from '../unit/core/data/fcs/read/fcs-read-support.ts';

const RUNS = 150;
const events = fc.integer({ min: 0, max: 40 });
const order = fc.constantFrom('little' as const, 'big' as const);

/** Integer channels with values that fit their bits and stay exact. */
function integers(bits: fc.Arbitrary<number>) {
  return fc
    .tuple(fc.array(bits, { minLength: 1, maxLength: 6 }), events, fc.infiniteStream(fc.bigInt(0n, 2n ** 64n - 1n)))
    .map(([widths, count, stream]) => {
      const values = [...stream.take(widths.length * count)];
      const columns = widths.map((width, i) =>
        Array.from({ length: count }, (_, e) => BigInt.asUintN(Math.min(width, 53), values[i * count + e] ?? 0n)),
      );
      return { channels: widths.map((width, i) => channel(i, width)), count, columns };
    });
}

const channel = (index: number, bits: number): WrittenChannel => ({ name: `C${index + 1}`, bits, range: 2 ** bits });

describe('what is written is read back', () => {
  it('integers of whole bytes, mixed widths, either order, any delimiter', async () => {
    const delimiter = fc
      .integer({ min: 1, max: 126 })
      .map((code) => String.fromCharCode(code))
      .filter((text) => !/[\w$., ]/.test(text));
    await fc.assert(
      fc.asyncProperty(integers(fc.constantFrom(8, 16, 24, 32, 40, 48, 56, 64)), order, delimiter, async (made, byteOrder, mark) => {
        await expectBack(
          { ...describeContent(made, 'I', byteOrder), delimiter: mark },
          made.columns.map((column) => column.map(Number)),
        );
      }),
      { numRuns: RUNS },
    );
  });

  it('bit-packed integers of 1 to 64 bits, or a refusal where so few events could also be padded', async () => {
    await fc.assert(
      fc.asyncProperty(integers(fc.integer({ min: 1, max: 64 })), order, async (made, byteOrder) => {
        await expectBack(
          describeContent(made, 'I', byteOrder),
          made.columns.map((column) => column.map(Number)),
          'layout-ambiguous',
        );
      }),
      { numRuns: RUNS },
    );
  });

  it('floats and doubles, with NaN and infinities, either order', async () => {
    const floats = fc.tuple(
      fc.constantFrom('F' as const, 'D' as const),
      fc.integer({ min: 1, max: 5 }),
      fc.array(fc.double(), { maxLength: 60 }),
    );
    await fc.assert(
      fc.asyncProperty(floats, order, async ([datatype, width, values], byteOrder) => {
        const count = Math.floor(values.length / width);
        const fitting = values
          .map((value) => (datatype === 'F' ? Math.fround(value) : value))
          .map((value) => (Number.isNaN(value) ? Number.NaN : value));
        const columns = Array.from({ length: width }, (_, i) => fitting.slice(i * count, (i + 1) * count));
        const channels = columns.map((_, i) => ({ ...channel(i, datatype === 'F' ? 32 : 64), range: 1024 }));
        await expectBack(describeContent({ channels, count, columns }, datatype, byteOrder), columns);
      }),
      { numRuns: RUNS },
    );
  });

  it('mixed byte orders of 2.0 and 3.0', async () => {
    const mixed = fc.constantFrom([3, 4, 1, 2], [2, 1, 4, 3], [1, 3, 2, 4], [4, 2, 3, 1]);
    await fc.assert(
      fc.asyncProperty(integers(fc.constant(32)), mixed, async (made, byteOrder) => {
        await expectBack(
          { ...describeContent(made, 'I', byteOrder), version: 'FCS2.0' },
          made.columns.map((column) => column.map(Number)),
        );
      }),
      { numRuns: 40 },
    );
  });

  it('ASCII numbers of fixed width', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(fc.integer({ min: 0, max: 99999 }), { maxLength: 50 }), async (values) => {
        const channels = [{ ...channel(0, 5), range: 100000 }];
        await expectBack(describeContent({ channels, count: values.length, columns: [values] }, 'A', 'little'), [values]);
      }),
      { numRuns: 40 },
    );
  });

  it('data types of single channels (FCS 3.2)', async () => {
    const channels: WrittenChannel[] = [
      { name: 'Time', bits: 32, range: 2 ** 32, datatype: 'I' },
      { name: 'FSC-A', bits: 32, range: 262144 },
      { name: 'UMAP', bits: 64, range: 1, datatype: 'D' },
    ];
    const columns = [
      [0, 2 ** 32 - 1],
      [1.5, -2.25],
      [Math.PI, 1e300],
    ];
    const content = {
      ...describeContent({ channels, count: 2, columns }, 'F', 'little'),
      version: 'FCS3.2' as const,
      keywords: new Map([['$CYT', 'Simulated']]),
    };
    await expectBack(content, columns);
  });

  it.each(['utf-8', 'shift-jis', 'euc-jp'] as const)('Japanese keywords in %s, whatever byte is the delimiter', async (textEncoding) => {
    for (const delimiter of ['\\', '|', '/', '\f', '@']) {
      const keywords = new Map([
        ['$OP', '表示能力 ソ連'],
        ['$COM', '末梢血リンパ球 / 培養14日目'],
        ['SAMPLE', 'カタカナ'],
      ]);
      const made = describeContent({ channels: [channel(0, 16)], count: 1, columns: [[7]] }, 'I', 'little');
      const bytes = encodeFcs([{ ...made, keywords, textEncoding, delimiter }]);
      const dataset = await firstDataset(bytes);
      expect(dataset.textEncoding).toBe(textEncoding);
      for (const [name, value] of keywords) expect(dataset.keywords.get(name)).toBe(value);
    }
  });

  it('all data sets, supplemental TEXT and ANALYSIS', async () => {
    const made = describeContent({ channels: [channel(0, 16)], count: 2, columns: [[1, 2]] }, 'I', 'big');
    const second = {
      ...made,
      supplementalText: new Map([['EXTRA', 'a/b']]),
      analysis: new Map([['GATE', 'lymphocytes']]),
      offsets: 'text' as const,
    };
    const { datasets } = await openBytes(encodeFcs([made, second, made]));
    expect(datasets.length).toBe(3);
    expect(datasets[1]?.keywords.get('EXTRA')).toBe('a/b');
    expect([...(datasets[1]?.analysis ?? [])]).toEqual([['GATE', 'lymphocytes']]);
  });
});

interface Made {
  readonly channels: readonly WrittenChannel[];
  readonly count: number;
  readonly columns: FcsContent['columns'];
}

function describeContent(
  { channels, count, columns }: Made,
  datatype: FcsContent['datatype'],
  byteOrder: FcsContent['byteOrder'],
): FcsContent {
  return { version: 'FCS3.0', channels, eventCount: count, datatype, byteOrder, columns };
}

async function expectBack(content: FcsContent, columns: readonly (readonly number[])[], allowed?: string): Promise<void> {
  const bytes = encodeFcs([content]);
  const refused = await problemCode(firstDataset(bytes));
  if (refused !== undefined) return expect(refused).toBe(allowed);
  const dataset = await firstDataset(bytes, allowed ? 'default' : 'strict');
  expect(dataset.eventCount).toBe(content.eventCount);
  expect(dataset.channels.map(({ name }) => name)).toEqual(content.channels.map(({ name }) => name));
  expect(await columnsOf(bytes, dataset)).toEqual(columns.map((column) => [...column]));
}
