import { describe, expect, it } from 'vitest';
import { codes, firstDataset, handMade, openBytes, problemCode } from './fcs-read-support.ts';

const read = (text: (usual: string) => string, delimiter = '|') => firstDataset(handMade({ text, delimiter }));

describe('TEXT', () => {
  it('tells an escaped delimiter in a value from an empty value', async () => {
    const dataset = await read((usual) => `${usual}$OP|a||b|$COM||$SYS|c|LAST||`);
    expect(dataset.keywords.get('$OP')).toBe('a|b');
    expect(dataset.keywords.get('$COM')).toBe('');
    expect(dataset.keywords.get('$SYS')).toBe('c');
    expect(dataset.keywords.get('LAST')).toBe('');
    expect(codes(dataset)).toEqual(['empty-values']);
  });

  it('reads runs of delimiters within values', async () => {
    const dataset = await read((usual) => `${usual}A|561////10 nm|B|x|||C|d|`, '|');
    expect(dataset.keywords.get('A')).toBe('561////10 nm');
    expect(dataset.keywords.get('B')).toBe('x|');
    expect(dataset.keywords.get('C')).toBe('d');
  });

  it('upper-cases and unpads names, keeps values as written', async () => {
    const dataset = await read((usual) => `${usual} $cyt \n| Aurora |`);
    expect(dataset.keywords.get('$CYT')).toBe(' Aurora ');
  });

  it.each([
    ['not ended by its delimiter', (usual: string) => `${usual}$OP|abc`, 'abc', ['text-not-terminated']],
    ['padded with blanks', (usual: string) => `${usual}$OP|abc|   `, 'abc', []],
    ['padded with NULs', (usual: string) => `${usual}$OP|abc|\0\0`, 'abc', []],
    ['with a keyword too many', (usual: string) => `${usual}$OP|abc|LOST`, 'abc', ['text-left-over']],
    ['ending with a doubled delimiter', (usual: string) => `${usual}$OP|abc||`, 'abc', []],
  ])('%s', async (_, text, value, expected) => {
    const dataset = await read(text);
    expect(dataset.keywords.get('$OP')).toBe(value);
    expect(codes(dataset)).toEqual(expected);
  });

  it('keeps the first of duplicates, and refuses two values of what decides the events', async () => {
    const dataset = await read((usual) => `${usual}$OP|a|$op|a|$COM|b|$COM|c|`);
    expect(dataset.keywords.get('$COM')).toBe('b');
    expect(codes(dataset)).toEqual(['keyword-duplicate', 'keyword-differs']);
    expect(await problemCode(read((usual) => `${usual}$P1B|32|`))).toBe('keyword-conflict');
  });

  it('holds any name and any character as plain data', async () => {
    const dataset = await read((usual) => `${usual}__proto__|<img src=x onerror=alert(1)>|constructor|\0\x01\x7f|TOSTRING|{value}|`);
    expect(dataset.keywords.get('__PROTO__')).toBe('<img src=x onerror=alert(1)>');
    expect(dataset.keywords.get('CONSTRUCTOR')).toBe('\0\x01\x7f');
    expect(Object.getPrototypeOf({})).toBe(Object.prototype);
  });

  it('keeps the bytes of TEXT for round trips', async () => {
    const dataset = await read((usual) => `${usual}$OP|\xe9|`);
    expect(Buffer.from(dataset.rawText ?? []).toString('latin1')).toMatch(/^\|\$PAR\|2\|.*\|\$OP\|\xe9\|$/);
  });
});

describe('the encoding of keywords', () => {
  const latin = (bytes: readonly number[]) => String.fromCharCode(...bytes);
  it.each([
    ['UTF-8', [0xce, 0xb2], 'β', 'utf-8'],
    ['a lone sign of Latin-1', [0xaa], 'ª', 'windows-1252'],
    [
      'accents of Latin-1',
      [...Buffer.from('Universit\xe4t M\xfcnchen, \xe9t\xe9, 5 \xb5l', 'latin1')],
      'Universität München, été, 5 µl',
      'windows-1252',
    ],
    ['a Windows quotation mark', [0x64, 0x92, 0x73], 'd’s', 'windows-1252'],
    ['Shift-JIS', [0x96, 0x96, 0x8f, 0xbd, 0x8c, 0x8c], '末梢血', 'shift-jis'],
    ['half-width kana', [0xd8, 0xdd, 0xca, 0xdf, 0xb7, 0xad, 0xb3], 'ﾘﾝﾊﾟｷｭｳ', 'shift-jis'],
    ['EUC-JP', [0xa5, 0xea, 0xa5, 0xf3, 0xa5, 0xd1, 0xb5, 0xe5], 'リンパ球', 'euc-jp'],
  ])('%s', async (_, bytes, value, encoding) => {
    const dataset = await read((usual) => `${usual}$COM|${latin(bytes)}|`);
    expect(dataset.keywords.get('$COM')).toBe(value);
    expect(dataset.textEncoding).toBe(encoding);
    expect(codes(dataset)).toEqual(encoding === 'utf-8' ? [] : ['text-encoding']);
  });

  it('a Shift-JIS character whose second byte is the delimiter, not doubled', async () => {
    const dataset = await read((usual) => `${usual}$COM\\${latin([0x95, 0x5c, 0x96, 0xbc])}\\$OP\\x\\`, '\\');
    expect(dataset.keywords.get('$COM')).toBe('表名');
    expect(dataset.keywords.get('$OP')).toBe('x');
  });
});

describe('TEXT that stops too early', () => {
  /** The HEADER ends TEXT `short` bytes too early. */
  const cut = (short: number, last: string) => {
    const bytes = handMade({ text: (usual) => usual + last });
    const end = Number(Buffer.from(bytes.subarray(18, 26)).toString()) - short;
    bytes.set(Buffer.from(String(end).padStart(8)), 18);
    return bytes;
  };
  it('is refused within a keyword that decides the events', async () => {
    const keywords = { $P2R: '-' };
    const bytes = handMade({ keywords, text: (usual) => `${usual}$P2R|1024|` });
    const end = Number(Buffer.from(bytes.subarray(18, 26)).toString());
    bytes.set(Buffer.from(String(end - 2).padStart(8)), 18);
    expect(await problemCode(openBytes(bytes))).toBe('keyword-invalid');
    bytes.set(Buffer.from(String(end - 1).padStart(8)), 18);
    expect((await firstDataset(bytes)).channels[1]?.range).toBe(1024);
  });
  it('is a finding elsewhere', async () => {
    expect(codes(await firstDataset(cut(2, '$OP|abc|')))).toEqual(['text-not-terminated']);
  });
});

describe('HEADER', () => {
  it.each([
    ['', 'not-fcs'],
    ['FCS', 'not-fcs'],
    ['FCS3.0    ', 'header-truncated'],
    ['FCS1.0'.padEnd(200), 'version-unsupported'],
    ['FCS3.0'.padEnd(200), 'text-not-located'],
    [`FCS3.0    ${'58'.padStart(8)}${'99999999'.padStart(8)}`.padEnd(200), 'text-beyond-file'],
    [`FCS3.0    ${'58'.padStart(8)}${'57'.padStart(8)}`.padEnd(200), 'text-not-located'],
    [`FCS3.0    ${'-1'.padStart(8)}${'100'.padStart(8)}`.padEnd(200), 'text-not-located'],
  ])('%j is refused', async (text, code) => {
    expect(await problemCode(openBytes(Uint8Array.from(Buffer.from(text, 'latin1'))))).toBe(code);
  });
});
