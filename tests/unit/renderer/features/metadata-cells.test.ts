import fc from 'fast-check';
import { expect, it } from 'vitest';
import { roles } from '../../../../core/data/metadata/sample-metadata.ts';
import { messages } from '../../../../renderer/features/samples/messages.ts';
import {
  type GridRow,
  gridFields,
  isValid,
  metadataOf,
  pasted,
  type RoleWords,
  textsOf,
} from '../../../../renderer/features/samples/metadata-cells.ts';

const words = Object.fromEntries(roles.map((role) => [role, Object.values(messages[`role.${role}`])])) as unknown as RoleWords;
const blank = Object.fromEntries(gridFields.map((field) => [field, ''])) as unknown as GridRow;
const rows = [blank, blank, blank];

it('cells of a spreadsheet go to the right and down, blank rows keep their place, what is beyond is left out', () => {
  const after = pasted(rows, { row: 1, column: 3 }, 'A,1\tdonor 1\r\n\t\r\nC\tbeyond\r\n');
  expect(after.map(({ lot, donor }) => [lot, donor])).toEqual([
    ['', ''],
    ['A,1', 'donor 1'],
    ['', ''],
  ]);
  const [first] = pasted(rows, { row: 0, column: gridFields.length - 1 }, 'ANK\tno column');
  expect(first?.declaredMethod).toBe('ANK');
  expect(pasted(rows, { row: 0, column: 2 }, '"a ""b""\tc"\td')[0]).toMatchObject({ culture: 'a "b"\tc', lot: 'd' });
});

it('roles are taken by their word in either language, days as numbers; what is neither is told', () => {
  const row = { ...blank, role: 'FMOコントロール', day: '１４', lot: ' L1 ' };
  expect(metadataOf(row, { role: 'sample', cells: 5 }, words)).toEqual({ role: 'fmo', day: 14, lot: 'L1', cells: 5 });
  expect(isValid('role', 'fmo control', words)).toBe(true);
  expect(isValid('role', 'something', words)).toBe(false);
  expect(isValid('day', '-1', words)).toBe(false);
  expect(metadataOf(blank, { role: 'fmo', lot: 'L1' }, words)).toEqual({ role: 'sample' });
});

it('what is shown and not touched stays as it was', () => {
  const text = fc.option(
    fc.string({ minLength: 1, maxLength: 8 }).filter((value) => value === value.trim() && value !== ''),
    { nil: undefined },
  );
  fc.assert(
    fc.property(
      fc.record({ role: fc.constantFrom(...roles), lot: text, donor: text, day: fc.option(fc.nat(100), { nil: undefined }) }),
      (said) => {
        const metadata = JSON.parse(JSON.stringify(said)) as { role: (typeof roles)[number] };
        for (const language of ['en', 'ja'] as const)
          expect(
            metadataOf(
              textsOf(metadata, (role) => messages[`role.${role}`][language]),
              metadata,
              words,
            ),
          ).toEqual(metadata);
      },
    ),
  );
});

it('a day keeps all its digits where another cell is changed', () => {
  const roleText = (role: (typeof roles)[number]) => role;
  fc.assert(
    fc.property(fc.integer({ min: 0, max: 10_000_000 }), (n) => {
      const before = { role: 'sample', day: n / 10_000 } as const;
      const row = textsOf(before, roleText);
      expect(isValid('day', row.day, words)).toBe(true);
      expect(metadataOf({ ...row, lot: 'L1' }, before, words)).toEqual({ ...before, lot: 'L1' });
    }),
  );
});
