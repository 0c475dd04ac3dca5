import { describe, expect, test } from 'vitest';
import { encodeFcs } from '../../../../../../core/data/fcs/write/write.ts';
import type { FcsContent, WrittenChannel } from '../../../../../../core/data/fcs/write/write-content.ts';
import { encodeFcsHead, encodeFcsTail } from '../../../../../../core/data/fcs/write/write-head.ts';
import { encodeRows } from '../../../../../../core/data/fcs/write/write-rows.ts';

const hex = (bytes: Uint8Array): string => [...bytes].map((byte) => byte.toString(16).padStart(2, '0')).join(' ');
const ascii = (bytes: Uint8Array): string => new TextDecoder('latin1').decode(bytes);

function channel(bits: number, more: Partial<WrittenChannel> = {}): WrittenChannel {
  return { name: `C${bits}`, bits, range: 2 ** bits, ...more };
}

function content(channels: readonly WrittenChannel[], columns: FcsContent['columns'], more: Partial<FcsContent> = {}): FcsContent {
  return {
    version: 'FCS3.0',
    datatype: 'I',
    byteOrder: 'big',
    delimiter: '/',
    eventCount: columns[0]?.length ?? 0,
    channels,
    columns,
    ...more,
  };
}

describe('DATA, byte by byte', () => {
  const rows = (bits: readonly number[], columns: FcsContent['columns'], more: Partial<FcsContent> = {}): string => {
    const whole = content(
      bits.map((width, index) => channel(width, { name: `P${index}` })),
      columns,
      more,
    );
    return hex(encodeRows(whole, 0, whole.eventCount));
  };

  test('16 bits, both orders', () => {
    expect(
      rows(
        [16, 16],
        [
          [1, 2],
          [0x3ff, 0xfffe],
        ],
      ),
    ).toBe('00 01 03 ff 00 02 ff fe');
    expect(
      rows(
        [16, 16],
        [
          [1, 2],
          [0x3ff, 0xfffe],
        ],
        { byteOrder: 'little' },
      ),
    ).toBe('01 00 ff 03 02 00 fe ff');
  });
  test('8, 24 and 40 bits', () => {
    expect(rows([8, 24, 40], [[0xab], [0x010203], [0x0a0b0c0d0e]])).toBe('ab 01 02 03 0a 0b 0c 0d 0e');
    expect(rows([8, 24, 40], [[0xab], [0x010203], [0x0a0b0c0d0e]], { byteOrder: 'little' })).toBe('ab 03 02 01 0e 0d 0c 0b 0a');
  });
  test('32 bits in the order 3,4,1,2', () => {
    // The first byte of the file is the third by weight.
    expect(rows([32], [[0x0a0b0c0d]], { byteOrder: [3, 4, 1, 2] })).toBe('0b 0a 0d 0c');
    expect(rows([32], [[0x0a0b0c0d]], { byteOrder: [2, 1, 4, 3] })).toBe('0c 0d 0a 0b');
    expect(rows([16], [[0x0a0b]], { byteOrder: [2, 1] })).toBe('0a 0b');
  });
  test('64-bit integers to the last bit', () => {
    expect(rows([64], [[0xfffffffffffffffen]])).toBe('ff ff ff ff ff ff ff fe');
  });
  test('floats', () => {
    expect(rows([32], [[1, -2.5]], { datatype: 'F' })).toBe('3f 80 00 00 c0 20 00 00');
    expect(rows([32], [[1]], { datatype: 'F', byteOrder: 'little' })).toBe('00 00 80 3f');
    expect(rows([32], [[1]], { datatype: 'F', byteOrder: [3, 4, 1, 2] })).toBe('80 3f 00 00');
    expect(rows([64], [[1]], { datatype: 'D' })).toBe('3f f0 00 00 00 00 00 00');
  });
  test('10 and 6 bits in a stream', () => {
    // 1111111111 000001 | 0000000001 111111
    expect(
      rows(
        [10, 6],
        [
          [1023, 1],
          [1, 63],
        ],
      ),
    ).toBe('ff c1 00 7f');
    // From the low end: 10 bits 0x3ff, then 6 bits 1 -> 0x07ff; 10 bits 1, then 6 bits 63 -> 0xfc01.
    expect(
      rows(
        [10, 6],
        [
          [1023, 1],
          [1, 63],
        ],
        { byteOrder: 'little' },
      ),
    ).toBe('ff 07 01 fc');
    // 3 events of 10 bits: 30 bits, 2 bits of padding at the end of DATA.
    expect(rows([10], [[1023, 0, 1023]])).toBe('ff c0 0f fc');
  });
  test('10 and 20 bits padded to whole bytes or words', () => {
    expect(rows([10, 20], [[1023], [0xabcde]], { padding: 'bytes' })).toBe('03 ff 0a bc de');
    expect(rows([10, 20], [[1023], [0xabcde]], { padding: 'words' })).toBe('03 ff 00 0a bc de');
    expect(() => rows([10], [[1024]], { padding: 'words' })).toThrow();
  });
  test('characters', () => {
    expect(
      ascii(
        encodeRows(
          content(
            [channel(4, { range: 1024 }), channel(3, { range: 999 })],
            [
              [7, 1023],
              [42, 999],
            ],
            { datatype: 'A' },
          ),
          0,
          2,
        ),
      ),
    ).toBe('   7 421023999');
  });
  test('mixed data types of FCS 3.2', () => {
    const channels = [channel(16), channel(32, { datatype: 'F' }), channel(64, { datatype: 'D' })];
    expect(hex(encodeRows(content(channels, [[258], [1], [1]], { version: 'FCS3.2', byteOrder: 'little' }), 0, 1))).toBe(
      '02 01 00 00 80 3f 00 00 00 00 00 00 f0 3f',
    );
  });
});

describe('HEADER and TEXT', () => {
  const small = content([channel(16, { name: 'FSC-H', marker: 'a/b', range: 1024 })], [[5]], {
    version: 'FCS2.0',
    keywords: new Map([['$CYT', 'made/up']]),
  });

  test('a whole FCS 2.0 file', () => {
    const text =
      '/$NEXTDATA/0/$BYTEORD/4,3,2,1/$DATATYPE/I/$MODE/L/$PAR/1/$TOT/1/$P1N/FSC-H/$P1S/a//b/$P1B/16/$P1R/1024/$P1E/0,0/$CYT/made//up/';
    const end = 58 + text.length;
    const offsets = [58, end - 1, end, end + 1, 0, 0].map((offset) => String(offset).padStart(8)).join('');
    expect(ascii(encodeFcs([small]))).toBe(`FCS2.0    ${offsets}${text}\x00\x05`);
  });
  test('offsets, supplemental TEXT, ANALYSIS and CRC of FCS 3.1', () => {
    const whole: FcsContent = {
      ...small,
      version: 'FCS3.1',
      supplementalText: new Map([['NOTE', '培養']]),
      analysis: new Map([['GATE', 'all']]),
    };
    const bytes = encodeFcs([whole]);
    const text = new TextDecoder().decode(bytes);
    const offset = (name: string): number => Number(text.match(new RegExp(`\\${name}/(\\d+)/`))?.[1]);
    const part = (name: string): string => new TextDecoder().decode(bytes.subarray(offset(`$BEGIN${name}`), offset(`$END${name}`) + 1));
    expect(part('STEXT')).toBe('/NOTE/培養/');
    expect(part('DATA')).toBe('\x00\x05');
    expect(part('ANALYSIS')).toBe('/GATE/all/');
    expect(ascii(bytes.subarray(26, 42))).toBe([offset('$BEGINDATA'), offset('$ENDDATA')].map((at) => String(at).padStart(8)).join(''));
    expect(offset('$ENDANALYSIS') + 1 + 8).toBe(bytes.length);
    expect(text.endsWith('00000000')).toBe(true);
  });
  test('several data sets', () => {
    const bytes = encodeFcs([small, { ...small, version: 'FCS3.1' }]);
    const next = Number(ascii(bytes).match(/\$NEXTDATA\/(\d+)\//)?.[1]);
    expect(ascii(bytes.subarray(next, next + 10))).toBe('FCS3.1    ');
    expect(ascii(bytes.subarray(next))).toContain('/$NEXTDATA/0/');
  });
  test('DATA beyond 99,999,999 stands in TEXT alone', () => {
    const head = ascii(encodeFcsHead({ ...small, version: 'FCS3.1', eventCount: 60_000_000 }));
    expect(head.slice(26, 42)).toBe('       0       0');
    const begin = Number(head.match(/\$BEGINDATA\/(\d+)\//)?.[1]);
    expect(begin).toBe(head.length);
    expect(head).toContain(`/$ENDDATA/${begin + 120_000_000 - 1}/`);
  });
  test('pieces make the same file', () => {
    const channels = [channel(10), channel(7)];
    const columns = [Uint16Array.from({ length: 50 }, (_, event) => event * 20), Uint8Array.from({ length: 50 }, (_, event) => event)];
    const whole = content(channels, columns);
    const pieces = [
      encodeFcsHead(whole),
      encodeRows(whole, 0, 16),
      encodeRows(whole, 16, 32),
      encodeRows(whole, 48, 2),
      encodeFcsTail(whole),
    ];
    expect(pieces.map(hex).join(' ')).toBe(hex(encodeFcs([whole])));
  });
  test('Japanese text in the encodings of older instruments', () => {
    const keywords = new Map([['$SMNO', '検体ア表']]);
    expect(hex(encodeFcsHead({ ...small, keywords, textEncoding: 'shift-jis' }))).toContain('8c 9f 91 cc 83 41 95 5c 2f');
    expect(hex(encodeFcsHead({ ...small, keywords, textEncoding: 'euc-jp' }))).toContain('b8 a1 c2 ce a5 a2 c9 bd 2f');
    // The second byte of the last character is a backslash: as a delimiter it must be doubled like any other.
    expect(hex(encodeFcsHead({ ...small, keywords, textEncoding: 'shift-jis', delimiter: '\\' }))).toContain('95 5c 5c 5c');
  });
});
