import { describe, expect, it } from 'vitest';
import { kindOfStep, type Step, stepKinds } from '../../../../../core/gating/automatic/steps.ts';
import { commit, emptyHistory, redo, sessionOf, undo } from '../../../../../core/study/session/history.ts';
import { openSession, serialiseSession } from '../../../../../core/study/session/session-text.ts';

const parseSession = (text: string) => openSession(text).session;

const stamp = { at: '2026-01-01T00:00:00.000Z', by: 'tester' };

describe('an automatic step in a session', () => {
  it.each(Object.keys(stepKinds) as Step['kind'][])('is added with its usual settings, tuned, undone and saved: %s', (kind) => {
    const { dimensions, names, usual } = kindOfStep({ kind });
    const on = dimensions.map((_, i) => `channel ${i}`);
    const node = { dimensions: on, gate: usual, populations: names(on).map((name) => ({ name })) };
    const added = commit(emptyHistory, { type: 'gate/add', parent: '', node }, stamp);
    const before = added.present.protocol.strategy.at(-1)!;
    expect(before).toMatchObject(node);
    const to = 'spread' in usual ? { ...usual, spread: 3.5 } : usual;
    const tuned = commit(added, { type: 'gate/change', gate: before.id!, to, scope: 'protocol' }, stamp);
    expect(tuned.present.protocol.strategy.at(-1)).toEqual({ ...before, gate: to });
    expect(undo(tuned, stamp).present.protocol.strategy.at(-1)).toEqual(before);
    const again = redo(undo(tuned, stamp), stamp);
    expect(parseSession(serialiseSession(sessionOf(again))).protocol.strategy.at(-1)?.gate).toEqual(to);
  });
});
