import { describe, expect, it } from 'vitest';
import { checkAudit } from '../../../../../core/study/session/audit-check.ts';
import { chronicleOf } from '../../../../../core/study/session/changes/chronicle.ts';
import type { Edit } from '../../../../../core/study/session/edits/edit-kinds.ts';
import { commit, openHistory, sessionOf, undo } from '../../../../../core/study/session/history.ts';
import { openSession, serialiseSession } from '../../../../../core/study/session/session-text.ts';
import { begun, commitAll, problemOf, stamp } from './session-support.ts';

const history = begun();
const gate = history.present.protocol.strategy[0]?.id ?? '';
const judged = (verdict: 'accepted' | 'returned' | 'open', reason = '', samples = ['s1']): Edit => ({
  type: 'gate/review',
  gate,
  verdict,
  reason,
  samples: samples.map((sample) => ({ sample, count: 12, parentCount: 100 })),
});

describe('judging a gate in samples', () => {
  it('is kept with who, when, why and what was seen; the last judgement counts', () => {
    const { present } = commitAll([judged('accepted', '', ['s1', 's2']), judged('returned', 'the cut is in the dim cells')], history);
    expect(present.reviews).toEqual([
      expect.objectContaining({ gate, verdict: 'accepted', reason: '', count: 12, parentCount: 100, ...stamp }),
      expect.objectContaining({ gate, verdict: 'returned', reason: 'the cut is in the dim cells' }),
    ]);
  });

  it('is taken back, and undone, without a trace in the document; the audit tells both', () => {
    const accepted = commit(history, judged('accepted'), stamp);
    expect(commit(accepted, judged('open'), stamp).present).toEqual(history.present);
    expect(undo(accepted, stamp).present).toEqual(history.present);
    const told = chronicleOf(accepted.audit, { undoable: 9, redoable: 9 }).at(-1)?.changes;
    expect(told).toEqual([
      {
        of: 'review',
        gate: 'Cells',
        sample: 'run-1.fcs',
        before: undefined,
        after: { verdict: 'accepted', count: 12, parentCount: 100 },
      },
    ]);
  });

  it('is saved, read again and told by the audit', () => {
    const { session } = openSession(serialiseSession(sessionOf(commit(history, judged('returned', 'why'), stamp))));
    expect(openHistory(session).present.reviews).toHaveLength(1);
    expect(checkAudit(session)).toEqual([]);
    expect(checkAudit({ ...session, reviews: [] })).toEqual([{ code: 'audit-differs', kind: 'note' }]);
  });

  it('goes with its gate and its sample', () => {
    const both = commit(history, judged('accepted', '', ['s1', 's2']), stamp);
    expect(commit(both, { type: 'sample/remove', samples: ['s1'] }, stamp).present.reviews).toHaveLength(1);
    expect(commit(both, { type: 'gate/remove', gate }, stamp).present.reviews).toBeUndefined();
  });

  it('is refused without a reason where it is sent back, for a gate or a sample that is not there, and twice in one file', () => {
    expect(problemOf(() => commit(history, judged('returned', ' '), stamp)).code).toBe('edit-invalid');
    expect(problemOf(() => commit(history, judged('accepted', '', ['s9']), stamp)).code).toBe('sample-unknown');
    expect(problemOf(() => commit(history, { ...judged('accepted'), gate: 'none' } as Edit, stamp)).code).toBe('gate-unknown');
    const session = sessionOf(commit(history, judged('accepted'), stamp));
    const twice = { ...session, reviews: [...(session.reviews ?? []), ...(session.reviews ?? [])] };
    expect(problemOf(() => openSession(JSON.stringify(twice))).code).toBe('review-taken');
  });
});
