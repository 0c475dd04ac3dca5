import { expect, it } from 'vitest';
import { isNamedBy, metadataOfName } from '../../../../../core/study/watch/watch-rule.ts';

it('takes names by * and ?, whatever their case and whatever else stands in them', () => {
  expect(isNamedBy({ files: '*.fcs' }, 'A1.FCS')).toBe(true);
  expect(isNamedBy({ files: 'plate?_[1]*' }, 'plate2_[1] a.001')).toBe(true);
  expect(isNamedBy({ files: 'plate?_[1]*' }, 'plate2_1 a.001')).toBe(false);
  expect(isNamedBy({ files: '*検体*' }, '検体1.fcs')).toBe(true);
});

it('reads lot, donor, culture and day of a name, and nothing of one that does not fit', () => {
  expect(metadataOfName('{lot}_{donor}_d{day}_*', 'A-12_D07_d14_tube1.fcs')).toEqual({ lot: 'A-12', donor: 'D07', day: 14 });
  expect(metadataOfName('{lot}_d{day}', 'A.12_d3.5.fcs')).toEqual({ lot: 'A.12', day: 3.5 });
  expect(metadataOfName('{lot}_d{day}', 'A12_dx.fcs')).toEqual({ lot: 'A12' });
  expect(metadataOfName('{lot}_d{day}', 'A12.fcs')).toEqual({});
});
