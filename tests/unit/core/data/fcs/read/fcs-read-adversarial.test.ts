import { describe, expect, it } from 'vitest';
import { codes, columnsOf, firstDataset, handMade, openBytes, problemCode } from './fcs-read-support.ts';

/* Files that look readable and are not quite: their own values, or a refusal, but never others. */

describe('a value with a delimiter that is not doubled', () => {
  it('is refused where it hides a keyword that decides values or their scale', async () => {
    const shifted = handMade({ keywords: { $FIL: 'C:|data', $P3E: '4,1' }, text: (usual) => usual.replace('$P3E|4,1|', '$P2G|4|') });
    expect(await problemCode(openBytes(shifted))).toBe('text-shifted');
  });
});

describe('a keyword of the scale', () => {
  it('that stands twice with different values is refused', async () => {
    const twice = handMade({ text: (usual) => `${usual}$P1E|4,1|` });
    expect(await problemCode(openBytes(twice))).toBe('keyword-conflict');
  });
});

describe('TEXT that the HEADER ends too early', () => {
  const cutBy = (bytes: number, text = (usual: string) => `${usual}$P1G|26|`): Uint8Array => {
    const whole = handMade({ text });
    const end = Number(Buffer.from(whole.subarray(18, 26)).toString());
    whole.set(Buffer.from(String(end - bytes).padStart(8)), 18);
    return whole;
  };

  it.each([2, 3, 4, 5, 6, 7, 8, 9, 12])('by %i bytes is refused, or says the same', async (bytes) => {
    const code = await problemCode(firstDataset(cutBy(bytes)));
    expect(['text-cut', 'keyword-invalid']).toContain(code);
  });

  it('by its last delimiter alone is read', async () => {
    const dataset = await firstDataset(cutBy(1));
    expect(dataset.channels[0]?.gain).toBe(26);
    expect(codes(dataset)).toContain('text-not-terminated');
  });
});

describe('DATA that begins where it cannot', () => {
  const place = (begin: number, end: number, tail = '') =>
    handMade({ version: 'FCS2.0', header: (first, last) => [first + begin, last + end], tail });
  const own = [
    [1, 3],
    [2, 4],
  ];

  it.each([
    ['on the last byte of TEXT, with its own end', -1, 0, ''],
    ['on the last byte of TEXT, as long as it should be', -1, -1, ''],
    ['a byte late, before a CRC', 1, 0, '00000000'],
  ])('%s, is moved, which strict reading refuses', async (_what, begin, end, tail) => {
    const bytes = place(begin, end, tail);
    const dataset = await firstDataset(bytes);
    expect(await columnsOf(bytes, dataset)).toEqual(own);
    expect(codes(dataset)).toEqual(['data-begin-moved']);
    expect(await problemCode(openBytes(bytes, 'strict'))).toBe('strict-repair');
  });

  it.each([
    ['a byte late, before padding', 1, 0, '  '],
    ['a byte late, as long as it should be', 1, 1, '00000000'],
    ['two bytes late, as long as it should be', 2, 2, '00000000'],
  ])('%s, is refused', async (_what, begin, end, tail) => {
    expect(await problemCode(openBytes(place(begin, end, tail)))).toBe('data-begin-doubtful');
  });

  it('is read behind padding', async () => {
    const padded = handMade({ version: 'FCS2.0', text: (usual) => `${usual}   ` });
    expect(await columnsOf(padded, await firstDataset(padded))).toEqual(own);
  });
});
