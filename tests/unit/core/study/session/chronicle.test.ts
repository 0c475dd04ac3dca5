import { expect, it } from 'vitest';
import { chronicleOf } from '../../../../../core/study/session/changes/chronicle.ts';
import { redo, undo } from '../../../../../core/study/session/history.ts';
import { begun, commitAll, rectangle, stamp } from './session-support.ts';

const reach = { undoable: 500, redoable: 500 };
const moved = (min: number) => ({ type: 'gate/change', gate: 'gate-2', to: rectangle(min), scope: 'protocol' }) as const;

it('tells what each act changed, from what to what', () => {
  const history = commitAll(
    [
      moved(0.6),
      { type: 'gate/change', gate: 'gate-2', to: rectangle(0.7), scope: { sample: 's1', reason: 'dim stain' } },
      { type: 'gate/rename', population: 'Cells/T', name: 'T cells' },
      { type: 'sample/metadata', sample: 's1', metadata: { role: 'sample', lot: 'L1' } },
      { type: 'gate/revert-override', gate: 'gate-2', sample: 's1' },
    ],
    begun(),
  );
  const acts = chronicleOf(history.audit, reach);
  const shown = (min: number) => ({ gate: rectangle(min), dimensions: ['CD3'] });
  expect(acts.slice(2).map(({ changes }) => changes)).toEqual([
    [{ of: 'gate', gate: 'Cells/T', before: shown(0.5), after: shown(0.6) }],
    [{ of: 'gate', gate: 'Cells/T', sample: 'run-1.fcs', before: shown(0.6), after: shown(0.7) }],
    [
      { of: 'population', before: 'Cells/T', after: 'Cells/T cells' },
      expect.objectContaining({ of: 'gate', gate: 'Cells/T and X' }), // its operand goes by the new name
    ],
    [{ of: 'metadata', sample: 'run-1.fcs', field: 'lot', before: undefined, after: 'L1' }],
    [{ of: 'gate', gate: 'Cells/T cells', sample: 'run-1.fcs', before: shown(0.7), after: shown(0.6) }],
  ]);
  expect(acts[0]?.changes).toMatchObject([{ of: 'protocol', after: { name: 'small', revision: 1 } }]);
  expect(acts[1]?.changes.map((change) => 'after' in change && change.after)).toEqual(['run-1.fcs', 'run-2.fcs']);
});

it('says which acts stand, and how far each point is away', () => {
  let history = commitAll([moved(0.6), moved(0.7), moved(0.8)], begun());
  history = undo(undo(history, stamp), stamp);
  const acts = chronicleOf(history.audit, { undoable: history.past.length, redoable: history.future.length });
  expect(acts.map(({ state, steps }) => [state, steps])).toEqual([
    ['stands', -2],
    ['stands', -1],
    ['stands', 0],
    ['undone', 1],
    ['undone', 2],
    ['stands', undefined],
    ['stands', undefined],
  ]);
  const target = acts[4]!.steps!;
  for (let i = 0; i < target; i++) history = redo(history, stamp);
  expect(history.present.protocol.strategy).toEqual(commitAll([moved(0.6), moved(0.7), moved(0.8)], begun()).present.protocol.strategy);
  // what was undone and replaced is out of reach for good; what was done before the session was opened as well
  const replaced = chronicleOf(commitAll([moved(0.9)], undo(history, stamp)).audit, { undoable: 1, redoable: 0 });
  expect(replaced[4]).toMatchObject({ state: 'undone' });
  expect(replaced.filter(({ steps }) => steps !== undefined).map(({ steps }) => steps)).toEqual([-1, 0]);
});

it('an undo tells what it brought back', () => {
  const acts = chronicleOf(undo(commitAll([moved(0.6)], begun()), stamp).audit, reach);
  expect(acts.at(-1)?.changes).toEqual([
    {
      of: 'gate',
      gate: 'Cells/T',
      before: { gate: rectangle(0.6), dimensions: ['CD3'] },
      after: { gate: rectangle(0.5), dimensions: ['CD3'] },
    },
  ]);
});
