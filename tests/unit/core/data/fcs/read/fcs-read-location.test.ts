import { describe, expect, it } from 'vitest';
import { codes, columnsOf, firstDataset, fourValues, handMade, openBytes, problemCode } from './fcs-read-support.ts';

const right = [
  [1, 3],
  [2, 4],
];

async function reading(bytes: Uint8Array, mode?: 'strict' | 'salvage') {
  const dataset = await firstDataset(bytes, mode);
  return { columns: await columnsOf(bytes, dataset), codes: codes(dataset) };
}

/** A file whose TEXT gives DATA at `shift` bytes from its true place. */
function withText(shift: number, length: number, header?: Parameters<typeof handMade>[0] & object): Uint8Array {
  const size = handMade({ keywords: { $BEGINDATA: '00000', $ENDDATA: '00000' } }).length - fourValues.length;
  const five = (value: number) => String(value).padStart(5, '0');
  return handMade({ ...header, keywords: { $BEGINDATA: five(size + shift), $ENDDATA: five(size + shift + length - 1) } });
}

describe('where DATA is', () => {
  it('as HEADER says', async () => expect(await reading(handMade())).toEqual({ columns: right, codes: [] }));

  it('as TEXT says where the HEADER has 0 or blanks', async () => {
    for (const none of [0, '']) {
      const found = await reading(withText(0, 8, { header: () => [none, none] }));
      expect(found).toEqual({ columns: right, codes: ['data-offset-from-text'] });
    }
  });

  it('takes the pair that fits $TOT', async () => {
    expect(await reading(withText(3, 9))).toEqual({ columns: right, codes: ['data-offsets-differ'] });
    const headerWrong = withText(0, 8, { header: (begin, end) => [begin - 40, end] });
    expect(await reading(headerWrong)).toEqual({ columns: right, codes: ['data-offsets-differ'] });
    expect(await problemCode(openBytes(headerWrong, 'strict'))).toBe('strict-repair');
  });

  it('takes the HEADER where both fit, and says so', async () => {
    const bytes = withText(-1, 8);
    expect(await reading(bytes)).toEqual({ columns: right, codes: ['data-offsets-undecided'] });
  });

  it('accepts an end one byte off, either way', async () => {
    expect((await reading(handMade({ header: (b, e) => [b, e + 1] }))).codes).toEqual(['data-end-long']);
    expect((await reading(handMade({ header: (b, e) => [b, e - 1] }))).codes).toEqual(['data-end-short']);
    expect(await problemCode(openBytes(handMade({ header: (b, e) => [b, e + 1] }), 'strict'))).toBe('strict-repair');
  });

  it('an end on the begin says as little as none: the events lie up to what follows', async () => {
    const same = (begin: number) => [begin, begin] as const;
    expect(await reading(handMade({ header: same }))).toEqual({ columns: right, codes: ['data-end-missing'] });
    expect(await problemCode(openBytes(handMade({ header: same, tail: 'x' })))).toBe('tot-too-large');
  });

  it('TEXT that ends on the first byte of DATA is closed before it, whatever the first event holds', async () => {
    for (const blanks of ['', ' ', '  \n'])
      for (let first = 0; first < 256; first++)
        for (const second of [0, 0x20, 0x31, 0x41, 0x7c, 0xff]) {
          const bytes = handMade({
            data: Uint8Array.of(first, second, 2, 0, 3, 0, 4, 0),
            // the last keyword decides what the values are
            text: (plain) => `${plain.replace('$P2R|65536|', '')}$P2R|65536|${blanks}`,
          });
          const end = Number(Buffer.from(bytes.subarray(18, 26)).toString('latin1'));
          bytes.set(Buffer.from(String(end + 1).padStart(8)), 18);
          const { columns } = await reading(bytes);
          expect(columns, `${first} ${second}`).toEqual([
            [first + 256 * second, 3],
            [2, 4],
          ]);
        }
  });

  it('accepts padding after the events, but not further bytes', async () => {
    const longer = Uint8Array.of(...fourValues, 0, 0, 0, 0, 0);
    expect(await reading(handMade({ data: longer }))).toEqual({ columns: right, codes: ['data-padded'] });
    expect(await problemCode(openBytes(handMade({ data: Uint8Array.of(...fourValues, 5, 0, 6, 0) })))).toBe('tot-too-small');
  });

  it('refuses what is nowhere, in TEXT, or backwards', async () => {
    expect(await problemCode(openBytes(handMade({ header: () => [0, 0] })))).toBe('data-not-located');
    expect(await problemCode(openBytes(handMade({ header: () => [60, 67] })))).toBe('data-overlaps');
    expect(await problemCode(openBytes(handMade({ header: (b, e) => [e, b] })))).toBeDefined();
  });
});

describe('how many events', () => {
  it('follow from the bytes where $TOT is missing', async () => {
    expect(await reading(handMade({ version: 'FCS2.0', keywords: { $TOT: '-' } }))).toEqual({ columns: right, codes: ['tot-derived'] });
    expect(await problemCode(openBytes(handMade({ keywords: { $TOT: '-' }, data: new Uint8Array(10) })))).toBe('tot-missing');
  });

  it('refuses a $TOT that the bytes do not bear out', async () => {
    expect(await problemCode(openBytes(handMade({ keywords: { $TOT: '3' } })))).toBe('tot-too-large');
    expect(await problemCode(openBytes(handMade({ keywords: { $TOT: '1' } })))).toBe('tot-too-small');
    expect(await problemCode(openBytes(handMade({ keywords: { $TOT: 'many' } })))).toBe('keyword-invalid');
    expect(await problemCode(openBytes(handMade({ keywords: { $TOT: '-5' } })))).toBe('keyword-invalid');
  });

  it('refuses a file that is cut off, and salvages the whole events', async () => {
    const cut = handMade().subarray(0, handMade().length - 2);
    expect(await problemCode(openBytes(cut))).toBe('data-truncated');
    expect(await problemCode(openBytes(cut, 'strict'))).toBe('data-truncated');
    expect(await reading(cut, 'salvage')).toEqual({ columns: [[1], [2]], codes: ['truncated'] });
    const empty = handMade().subarray(0, handMade().length - 8);
    expect(await problemCode(openBytes(empty))).toBe('data-absent');
    expect((await firstDataset(empty, 'salvage')).eventCount).toBe(0);
  });

  it('may be none', async () => {
    const bytes = handMade({ keywords: { $TOT: '0' }, data: new Uint8Array(0), header: () => [0, 0] });
    expect((await firstDataset(bytes, 'strict')).eventCount).toBe(0);
  });
});
