import { expect, it } from 'vitest';
import { type Criterion, groupSchema } from '../../../../../core/study/session/document/group.ts';
import { isInGroup } from '../../../../../core/study/session/document/group-members.ts';
import { criterionOf, newRow, rowOf } from '../../../../../renderer/features/groups/criterion-row.ts';

const known: readonly Criterion[] = [
  { of: 'role', test: 'is', values: ['fmo', 'unstained'] },
  { of: 'lot', test: 'is', values: ['A, B', 'C'] },
  { of: 'remarks', test: 'contains', values: ['thawed', 'frozen'] },
  { of: 'cells', test: 'is', values: ['1000000'] },
  { of: { keyword: '$CYT' }, test: 'contains', values: ['LSR'] },
];

it('a criterion that is not touched stays what it is, also where the fields of the dialog cannot say it', () => {
  for (const criterion of known) {
    expect(groupSchema.shape.criteria.parse([criterion])).toEqual([criterion]);
    expect(criterionOf(rowOf(criterion))).toEqual(criterion);
  }
});

it('one that is changed is what its row says then', () => {
  expect(criterionOf({ ...rowOf({ of: 'lot', test: 'is', values: ['A'] }), from: undefined, text: 'B' })).toEqual({
    of: 'lot',
    test: 'is',
    values: ['B'],
  });
});

it('a day is met by its number, in full-width figures too', () => {
  const on = (text: string) => {
    const criterion = criterionOf(newRow({ field: 'day', text }));
    return isInGroup(
      { criteria: criterion === undefined ? [] : [criterion], samples: [] },
      { id: '1', metadata: { role: 'sample', day: 14 } },
    );
  };
  expect(['14', '１４', ' 14 ', '14.0'].map(on)).toEqual([true, true, true, true]);
  expect(['1', '１５', 'fourteen'].map(on)).toEqual([false, false, false]);
});
