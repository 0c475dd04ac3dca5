import { expect, it } from 'vitest';
import type { Finding } from '../../../../core/base/finding.ts';
import { bySeverity, isToCheck, originOf } from '../../../../core/study/sample/finding-order.ts';
import { placeOf } from '../../../../renderer/features/inspector/finding-place.ts';

const note = (code: string, more: object = {}): Finding => ({ code, kind: 'note', ...more });

it('puts what makes numbers unsure first, then doubts, guesses, repairs, notes', () => {
  const found = [
    note('a'),
    note('b', { kind: 'repair' }),
    note('c', { light: 'amber' }),
    note('d', { kind: 'guess' }),
    note('e', { light: 'red' }),
  ];
  expect(bySeverity(found).map(({ code }) => code)).toEqual(['e', 'c', 'd', 'b', 'a']);
  expect(found.filter(isToCheck).map(({ code }) => code)).toEqual(['c', 'd', 'e']);
});

it('tells what is in the file from what the protocol makes of it', () => {
  expect(['values-above-range', 'delimiter-odd', 'personal-keywords'].map((code) => originOf(note(code)))).toEqual([
    'file',
    'file',
    'file',
  ]);
  expect(['gate-skipped', 'cut-decides', 'compensation-missing'].map((code) => originOf(note(code)))).toEqual([
    'protocol',
    'protocol',
    'protocol',
  ]);
});

it('knows the channel, the matrix or the details that a finding is about', () => {
  const channels = [{ index: 1, name: 'FL1-A' }] as never;
  const at = (finding: Finding) => placeOf(finding, { analysis: undefined, channels });
  expect(at(note('beyond-scale', { values: { channel: 'FL1-A', count: 3 } }))).toEqual({
    kind: 'channel',
    channel: { index: 1, name: 'FL1-A' },
  });
  expect(at(note('dead-cell-dye-chosen', { values: { channels: 'FL9-A, FL1-A (x)' } }))?.kind).toBe('channel');
  expect(at(note('compensation-missing'))?.kind).toBe('compensation');
  expect(at(note('personal-keywords'))?.kind).toBe('details');
  expect(at(note('delimiter-odd', { values: { delimiter: '|' } }))).toBeUndefined();
});
