import { expect, it } from 'vitest';
import { chosenRows, historyRows } from '../../../../../core/show/history/history-rows.ts';
import { chronicleOf } from '../../../../../core/study/session/changes/chronicle.ts';
import { undo } from '../../../../../core/study/session/history.ts';
import { begun, commitAll, polygon, rectangle, shipped, stamp } from '../../study/session/session-support.ts';

const options = {
  timeZone: 'Asia/Tokyo',
  valueAt: (dimension: string, position: number) => (dimension === 'CD3' ? 1000 * position : undefined),
  fileOf: (sample: string) => sample.replace('s', 'run-'),
};
const acts = () => {
  const history = commitAll(
    [
      { type: 'gate/change', gate: 'gate-2', to: rectangle(0.625), scope: { sample: 's1', reason: '染色が弱い' } },
      { type: 'gate/change', gate: 'gate-3', to: rectangle(0.7), scope: 'protocol' },
      { type: 'compensation/set', compensation: { use: 'none' } },
      { type: 'sample/metadata', sample: 's1', metadata: { role: 'sample', day: 14 } },
    ],
    begun(),
  );
  return chronicleOf(undo(history, stamp).audit, { undoable: 9, redoable: 9 });
};

it('tells who did what, when by the local clock, from what to what and why', () => {
  const rows = historyRows(acts(), { ...options, language: 'ja' });
  expect(rows[2]).toEqual({
    when: '2026-11-22 18:00 +09:00',
    who: 'operator 1',
    what: 'ゲートの変更',
    kind: 'gates',
    changes: [{ about: 'Cells › T(run-1.fcs)', before: expect.stringContaining('CD3 ≥ 500'), after: expect.stringContaining('CD3 ≥ 625') }],
    why: '染色が弱い',
    state: 'stands',
    steps: -2,
  });
  // a scale that is not known: a share of the axis
  expect(rows[3]?.changes[0]?.after).toContain('CD19 ≥ 70.0%');
  expect(rows[5]).toMatchObject({ state: 'undone', changes: [{ about: '培養日数(run-1.fcs)', before: 'なし', after: '14' }] });
  expect(rows[6]).toMatchObject({ what: '「元に戻す」を実行', changes: [{ before: '14', after: 'なし' }] });
});

it('is filtered by kind and by any of its words', () => {
  const rows = historyRows(acts(), { ...options, language: 'en' });
  expect(chosenRows(rows, 'gates', '').map(({ what }) => what)).toEqual(['Gate changed', 'Gate changed']);
  expect(chosenRows(rows, undefined, 'CULTURE day')).toHaveLength(2);
  expect(chosenRows(rows, undefined, 'COMPENSATION set')).toHaveLength(1);
  expect(chosenRows(rows, 'reviews', '')).toEqual([]);
});

it('has words for every kind of gate and step, and for settings of a step', () => {
  const history = commitAll(
    [
      { type: 'protocol/replace', protocol: shipped },
      { type: 'gate/add', parent: '', node: { dimensions: ['FSC', 'SSC'], gate: polygon(0.2), populations: [{ name: 'Drawn' }] } },
    ],
    begun(),
  );
  for (const language of ['en', 'ja'] as const)
    for (const { changes, what } of historyRows(chronicleOf(history.audit, { undoable: 9, redoable: 9 }), { ...options, language })) {
      const text = JSON.stringify([what, changes]);
      expect(text).not.toMatch(/[{][a-z]+[}]|undefined|null|object Object/);
    }
  const cut = history.present.protocol.strategy.flatMap((node) => (node.gate.kind === 'polygon' ? [node] : []));
  expect(cut).toHaveLength(1);
});
