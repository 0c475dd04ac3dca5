import { expect, it } from 'vitest';
import { findDuplicates } from '../../../../../core/study/sample/find-duplicates.ts';

it('finds the same events under several names, but not where there are none', () => {
  const events = (file: string, dataSha256: string, eventCount = 5) => ({ file, dataset: 0, eventCount, dataSha256 });
  expect(findDuplicates([events('a', 'x'), events('b', 'y'), events('c', 'x'), events('d', 'z', 0), events('e', 'z', 0)])).toEqual([
    [
      { file: 'a', dataset: 0 },
      { file: 'c', dataset: 0 },
    ],
  ]);
});
