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
