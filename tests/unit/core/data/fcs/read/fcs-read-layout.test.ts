import { describe, expect, it } from 'vitest';
import { codes, columnsOf, firstDataset, handMade, openBytes, problemCode } from './fcs-read-support.ts';

async function values(made: Parameters<typeof handMade>[0]) {
  const bytes = handMade(made);
  const dataset = await firstDataset(bytes);
  return { columns: await columnsOf(bytes, dataset), codes: codes(dataset) };
}
const one = (bits: string, range: string, more: Record<string, string> = {}) => ({
  $PAR: '1',
  $TOT: '1',
  $P1B: bits,
  $P1R: range,
  $P2N: '-',
  ...more,
});

describe('the $PnR mask', () => {
  it.each([
    ['1024', 0x03ff],
    ['1000', 0x03ff],
    ['1025', 0x07ff],
    ['65535', 0xffff],
    ['65536', 0xffff],
    ['262144', 0xffff],
    ['1024.0', 0x03ff],
    ['1e3', 0x03ff],
    ['0', 0xffff],
  ])('of range %s', async (range, expected) => {
    expect((await values({ keywords: one('16', range), data: Uint8Array.of(0xff, 0xff) })).columns).toEqual([[expected]]);
  });

  it('says so where the range is unusable', async () => {
    expect((await values({ keywords: one('16', '0'), data: Uint8Array.of(1, 0) })).codes).toEqual(['range-unusable']);
  });

  it('leaves floats alone', async () => {
    const data = new Uint8Array(Float32Array.of(-70000.25).buffer);
    expect((await values({ keywords: one('32', '1024', { $DATATYPE: 'F' }), data })).columns).toEqual([[-70000.25]]);
  });
});

describe('integers', () => {
  it('of 32 bits are exact', async () => {
    const data = Uint8Array.of(0xff, 0xff, 0xff, 0xff);
    expect((await values({ keywords: one('32', '4294967296'), data })).columns).toEqual([[2 ** 32 - 1]]);
  });

  it('of 64 bits are exact to 2^53 and refused beyond', async () => {
    const of = (value: bigint) => new Uint8Array(BigUint64Array.of(value).buffer);
    const keywords = one('64', '18446744073709551616');
    expect((await values({ keywords, data: of(2n ** 53n) })).columns).toEqual([[2 ** 53]]);
    expect(await problemCode(values({ keywords, data: of(2n ** 53n + 1n) }))).toBe('value-too-large');
    expect((await values({ keywords: one('64', '1048576'), data: of(2n ** 63n + 5n) })).columns).toEqual([[5]]);
  });

  it('of 10 bits in 16 are told from packed ones by the length of DATA', async () => {
    const keywords = { $P1B: '10', $P2B: '10', $P1R: '1024', $P2R: '1024', $TOT: '4' };
    const found = await values({ keywords, data: Uint8Array.of(1, 0, 2, 0, 3, 0, 4, 0, 5, 0, 6, 0, 7, 0, 8, 0xfc) });
    expect(found).toEqual({
      columns: [
        [1, 3, 5, 7],
        [2, 4, 6, 8],
      ],
      codes: ['bits-padded'],
    });
    const packed = await values({ keywords, data: Uint8Array.of(0x01, 0x08, 0x30, 0, 1, 0, 0, 0, 0, 0) });
    expect(packed.codes).toEqual(['bits-packed']);
    expect(packed.columns[0]?.slice(0, 2)).toEqual([1, 3]);
    expect(await problemCode(values({ keywords, data: new Uint8Array(13).fill(7) }))).toBe('layout-ambiguous');
  });

  it('of two bytes in a file of order 1,2', async () => {
    expect((await values({ keywords: { $BYTEORD: '1,2' } })).columns).toEqual([
      [1, 3],
      [2, 4],
    ]);
    expect((await values({ keywords: { $BYTEORD: '2,1' } })).columns).toEqual([
      [256, 768],
      [512, 1024],
    ]);
  });
});

describe('byte order', () => {
  it('3,4,1,2 is that of 32-bit values only', async () => {
    const data = Uint8Array.of(0x03, 0x04, 0x01, 0x02);
    const found = await values({ keywords: one('32', '4294967296', { $BYTEORD: '3,4,1,2' }), data });
    expect(found).toEqual({ columns: [[0x04030201]], codes: ['byte-order-mixed'] });
    expect(await problemCode(openBytes(handMade({ keywords: { $BYTEORD: '3,4,1,2' } })))).toBe('byte-order-unusable');
  });

  it('may be missing for single bytes only', async () => {
    const bytes = { $P1B: '8', $P2B: '8', $P1R: '256', $P2R: '256', $BYTEORD: '-' };
    expect((await values({ keywords: bytes, data: Uint8Array.of(1, 2, 3, 4) })).columns).toEqual([
      [1, 3],
      [2, 4],
    ]);
    expect(await problemCode(openBytes(handMade({ keywords: { $BYTEORD: '-' } })))).toBe('keyword-missing');
    expect(await problemCode(openBytes(handMade({ keywords: { $BYTEORD: '1,1,2,3' } })))).toBe('byte-order-unusable');
  });
});

describe('floats', () => {
  it('keep NaN and infinities', async () => {
    const data = new Uint8Array(Float32Array.of(Number.NaN, Number.POSITIVE_INFINITY, -0, Number.NEGATIVE_INFINITY).buffer);
    const keywords = { $DATATYPE: 'F', $P1B: '32', $P2B: '32' };
    expect((await values({ keywords, data })).columns).toEqual([
      [Number.NaN, -0],
      [Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY],
    ]);
  });

  it('whose $PnB contradicts them are read as the length of DATA says', async () => {
    const data = new Uint8Array(Float64Array.of(1.1, 2.2, 3.3, 4.4).buffer);
    const found = await values({ keywords: { $DATATYPE: 'F', $P1B: '64', $P2B: '64' }, data });
    expect(found).toEqual({
      columns: [
        [1.1, 3.3],
        [2.2, 4.4],
      ],
      codes: ['bits-contradict-type'],
    });
    expect(await problemCode(openBytes(handMade({ keywords: { $DATATYPE: 'F' }, data: new Uint8Array(20) })))).toBe('tot-too-small');
  });
});

describe('numbers as text', () => {
  const free = { $DATATYPE: 'A', $P1B: '*', $P2B: '*' };
  const text = (value: string) => new TextEncoder().encode(value);
  it('between separators', async () => {
    expect((await values({ keywords: free, data: text('1, 22\n333\t4444 ') })).columns).toEqual([
      [1, 333],
      [22, 4444],
    ]);
    expect(await problemCode(values({ keywords: free, data: text('1,22,333') }))).toBe('ascii-short');
    expect(await problemCode(values({ keywords: free, data: text('1,22,333,4,5') }))).toBe('ascii-surplus');
    expect(await problemCode(values({ keywords: free, data: text('1,22,x,4') }))).toBe('ascii-value');
  });
  it('of fixed width', async () => {
    const keywords = { $DATATYPE: 'A', $P1B: '2', $P2B: '3' };
    expect((await values({ keywords, data: text(' 1  234  5') })).columns).toEqual([
      [1, 34],
      [2, 5],
    ]);
    expect(await problemCode(values({ keywords, data: text(' 1  234 xx') }))).toBe('ascii-value');
  });
});

describe('what is not list mode or not sure', () => {
  it.each([
    [{ $MODE: 'C' }, 'mode-unsupported'],
    [{ $MODE: 'U' }, 'mode-unsupported'],
    [{ $DATATYPE: 'X' }, 'keyword-invalid'],
    [{ $DATATYPE: '-' }, 'keyword-missing'],
    [{ $PAR: '-' }, 'keyword-missing'],
    [{ $PAR: '99999999' }, 'too-many-channels'],
    [{ $PAR: '3' }, 'keyword-missing'],
    [{ $P1B: '0' }, 'bits-unusable'],
    [{ $P1B: '65' }, 'bits-unusable'],
    [{ $P1B: '*' }, 'bits-unusable'],
    [{ $P1R: 'none' }, 'keyword-invalid'],
    [{ $P1R: '-' }, 'keyword-missing'],
    [{ $P1DATATYPE: 'F' }, 'channel-datatype-unusable'],
    [{ '$tot ': '7' }, 'keyword-conflict'],
  ])('%j is refused: %s', async (keywords, code) => {
    expect(await problemCode(openBytes(handMade({ keywords })))).toBe(code);
  });
});
