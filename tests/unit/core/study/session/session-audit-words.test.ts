import { expect, it } from 'vitest';
import { describeAction } from '../../../../../core/study/session/audit/audit-messages.ts';
import { undo } from '../../../../../core/study/session/history.ts';
import { begun, commitAll, rectangle, stamp } from './session-support.ts';

it('the audit is told line by line, in both languages, with the reason of an override', () => {
  const history = undo(
    commitAll(
      [
        { type: 'gate/change', gate: 'gate-2', to: rectangle(0.6), scope: { sample: 's1', reason: '染色が弱い' } },
        { type: 'panel/pin', entry: 'CD3', channel: null },
      ],
      begun(),
    ),
    stamp,
  );
  expect(history.audit.map((entry) => describeAction(entry))).toEqual([
    'Protocol set: small, revision 1',
    '2 samples added: run-1.fcs, run-2.fcs',
    'Gate gate-2 changed in sample s1 only (rectangle). Reason: 染色が弱い',
    'CD3 found by its labels again',
    'Undone',
  ]);
  expect(describeAction(history.audit[2] ?? { ...stamp, action: { type: 'undo' } }, 'ja')).toBe(
    '検体s1のみゲートgate-2を変更(rectangle)。変更理由: 染色が弱い',
  );
  for (const entry of history.audit) expect(describeAction(entry, 'ja')).not.toMatch(/[{}]/);
});

it('what is done to groups is told, and which samples another group gates since', () => {
  const fmo = {
    id: 'g1',
    name: 'FMO',
    kind: 'gating' as const,
    criteria: [{ of: 'role' as const, test: 'is' as const, values: ['fmo'] }],
    samples: [],
  };
  const history = commitAll(
    [
      { type: 'group/add', group: fmo },
      { type: 'gate/change', gate: 'gate-2', to: rectangle(0.6), scope: { group: 'g1', reason: 'no CD56' } },
      { type: 'compensation/set', compensation: { use: 'none' }, scope: { group: 'g1' } },
      { type: 'sample/metadata', sample: 's1', metadata: { role: 'fmo' } },
      { type: 'gate/revert-group', gate: 'gate-2', group: 'g1' },
      { type: 'group/remove', group: 'g1' },
    ],
    begun(),
  );
  expect(history.audit.slice(2).map((entry) => describeAction(entry))).toEqual([
    'Group "FMO" added (gating): role = fmo',
    'Gate gate-2 changed for group g1 (rectangle). Reason: no CD56',
    'Compensation set: none (group g1)',
    'Sample s1 described: role fmo. Gated by another group since, 1 samples: s1 (All samples → FMO)',
    "Gate gate-2 of group g1 back to the protocol's",
    'Group g1 removed with everything of its own. Gated by another group since, 1 samples: s1 (FMO → All samples)',
  ]);
  expect(describeAction(history.audit.at(-1) ?? { action: { type: 'undo' } }, 'ja')).toBe(
    'グループg1を独自の設定ごと削除。適用グループの変更 1件: s1 (FMO → 全検体)',
  );
});
