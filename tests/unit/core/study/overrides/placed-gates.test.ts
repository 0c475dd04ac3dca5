import { expect, it } from 'vitest';
import { indexStrategy } from '../../../../../core/gating/strategy/edit-tree.ts';
import { gatesOfPersons, groupsBeyondGates } from '../../../../../core/study/overrides/placed-gates.ts';
import { commit, type History, undo } from '../../../../../core/study/session/history.ts';
import { begun, commitAll, rectangle, sampleNumber } from '../session/session-support.ts';

const at = (hour: number) => `2026-11-22T${String(hour).padStart(2, '0')}:00:00.000Z`;
const idOf = (history: History, path: string): string =>
  indexStrategy(history.present.protocol.strategy).populations.find((one) => one.path === path)?.gate.id ?? '';
const place = (history: History, path: string, sample: string, hour: number): History =>
  commit(
    history,
    { type: 'gate/change', gate: idOf(history, path), to: rectangle(0.1 * hour), scope: { sample, reason: 'shifted' } },
    { at: at(hour), by: 'she' },
  );
const file = (n: number) => ({ sha256: sampleNumber(n).file.sha256, dataset: 0 });

it('gates that stand are told by the path of their population', () => {
  const { placed, takenBack } = gatesOfPersons(place(begun(), 'Cells/T', 's1', 1));
  expect(placed).toEqual([{ ...file(1), population: 'Cells/T', to: rectangle(0.1), by: 'she', at: at(1), reason: 'shifted' }]);
  expect(takenBack).toEqual([]);
});

it('gates that were taken back, by hand or by undoing, are told with all that they take back', () => {
  const twice = place(place(begun(), 'Cells/T', 's1', 1), 'Cells/T', 's1', 2);
  const back = commit(twice, { type: 'gate/revert-override', gate: idOf(twice, 'Cells/T'), sample: 's1' }, { at: at(3), by: 'he' });
  expect(gatesOfPersons(back)).toEqual({
    placed: [],
    takenBack: [{ ...file(1), population: 'Cells/T', by: 'he', at: at(3), placedAt: [at(1), at(2)] }],
  });
  const undone = undo(place(begun(), 'Cells/B', 's2', 1), { at: at(4), by: 'he' });
  expect(gatesOfPersons(undone).takenBack).toEqual([{ ...file(2), population: 'Cells/B', by: 'he', at: at(4), placedAt: [at(1)] }]);
});

it('closing a sample takes nothing back, and a gate that was placed again stands', () => {
  const placed = place(begun(), 'Cells/T', 's1', 1);
  const revert = { type: 'gate/revert-override', gate: idOf(placed, 'Cells/T'), sample: 's1' } as const;
  expect(gatesOfPersons(commitAll([{ type: 'sample/remove', samples: ['s1'] }], placed)).takenBack).toEqual([]);
  const again = gatesOfPersons(place(commitAll([revert], placed), 'Cells/T', 's1', 5));
  expect([again.placed.length, again.takenBack.length]).toEqual([1, 0]);
});

it('gates of a group are those of its samples, and what gates cannot tell is named', () => {
  const group = { id: 'g', name: 'FMO', kind: 'gating' as const, criteria: [], samples: ['s2'] };
  const grouped = commitAll([{ type: 'group/add', group }], begun());
  const gate = idOf(grouped, 'Cells/T');
  const placed = commit(
    grouped,
    { type: 'gate/change', gate, to: rectangle(0.3), scope: { group: 'g', reason: 'dim' } },
    { at: at(3), by: 'she' },
  );
  expect(gatesOfPersons(placed).placed).toEqual([
    { ...file(2), population: 'Cells/T', to: rectangle(0.3), by: 'she', at: at(3), reason: 'dim [FMO]' },
  ]);
  expect(gatesOfPersons(placed).takenBack.map(({ sha256 }) => sha256)).toEqual([file(1).sha256]);
  const back = gatesOfPersons(commitAll([{ type: 'gate/revert-group', gate, group: 'g' }], placed));
  expect([back.placed.length, back.takenBack.length]).toEqual([0, 2]);
  expect(groupsBeyondGates(placed.present)).toEqual([]);
  const none = { type: 'compensation/set', compensation: { use: 'none' }, scope: { group: 'g' } } as const;
  expect(groupsBeyondGates(commitAll([none], placed).present).map(({ name }) => name)).toEqual(['FMO']);
});
