import { expect, it } from 'vitest';
import { bytesSource } from '../../../../../../core/base/byte-source.ts';
import { watchCrc } from '../../../../../../core/data/fcs/read/crc.ts';
import { watchBytes } from '../../../../../../core/data/fcs/read/watched-source.ts';
import { firstDataset, handMade } from './fcs-read-support.ts';

async function crcOf(bytes: Uint8Array) {
  const source = watchBytes(bytesSource('x', bytes));
  const finding = await watchCrc(await firstDataset(bytes), source);
  await source.finish();
  return finding();
}

const check = async (tail: string) => {
  return (await crcOf(handMade({ tail })))?.code;
};

it.each(['', '00000000', '        ', 'PADDING!'])('a CRC of "%s" was not computed', async (tail) =>
  expect(await check(tail)).toBeUndefined(),
);

it('a wrong CRC is a finding, the computed one is none', async () => {
  const bytes = handMade({ tail: '00012345' });
  const finding = await crcOf(bytes);
  expect(finding?.code).toBe('crc-mismatch');
  expect(await check(String(finding?.values?.['computed']))).toBeUndefined();
});
