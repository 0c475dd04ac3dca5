import { createHash } from 'node:crypto';
import { expect, it } from 'vitest';
import { bytesSource } from '../../../core/byte-source.ts';
import { findDuplicates } from '../../../core/sample/find-duplicates.ts';
import { identifyFile } from '../../../core/sample/raw-sample.ts';
import { firstDataset, handMade } from '../fcs/fcs-read-support.ts';

it('names a file with one hash at a time, which is all that a window has', async () => {
  const bytes = handMade();
  let open = 0;
  const oneAtATime = () => {
    expect(++open).toBe(1);
    const hash = createHash('sha256');
    return {
      update: (part: Uint8Array) => void hash.update(part),
      digest: () => {
        open--;
        return hash.digest('hex');
      },
    };
  };
  const identified = await identifyFile(bytesSource('a', bytes), { dataset: await firstDataset(bytes), findings: [] }, oneAtATime);
  expect(identified.sha256).toBe(createHash('sha256').update(bytes).digest('hex'));
});

it('finds the same events under several names, but not where there are none', () => {
  const events = (file: string, dataSha256: string, eventCount = 5) => ({ file, dataset: 0, eventCount, dataSha256 });
  expect(findDuplicates([events('a', 'x'), events('b', 'y'), events('c', 'x'), events('d', 'z', 0), events('e', 'z', 0)])).toEqual([
    [
      { file: 'a', dataset: 0 },
      { file: 'c', dataset: 0 },
    ],
  ]);
});
