import { expect, it } from 'vitest';
import { bytesSource } from '../../../../../../core/base/byte-source.ts';
import { checkCrc } from '../../../../../../core/data/fcs/read/crc.ts';
import { firstDataset, handMade } from './fcs-read-support.ts';

const check = async (tail: string) => {
  const bytes = handMade({ tail });
  return (await checkCrc(await firstDataset(bytes), bytesSource('x', bytes)))?.code;
};

it.each(['', '00000000', '        ', 'PADDING!'])('a CRC of "%s" was not computed', async (tail) =>
  expect(await check(tail)).toBeUndefined(),
);

it('a wrong CRC is a finding, the computed one is none', async () => {
  const bytes = handMade({ tail: '00012345' });
  const finding = await checkCrc(await firstDataset(bytes), bytesSource('x', bytes));
  expect(finding?.code).toBe('crc-mismatch');
  expect(await check(String(finding?.values?.['computed']))).toBeUndefined();
});
