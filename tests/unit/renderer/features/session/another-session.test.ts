import { afterAll, beforeAll, expect, it, vi } from 'vitest';
import type { AppContext } from '../../../../../renderer/context/app-context.ts';
import { leaveNow } from '../../../../../renderer/features/session/actions.ts';
import { createWindowStore, setReview, setView } from '../../../../../renderer/store/store.ts';
import { rectangle } from '../../../core/study/session/session-support.ts';

beforeAll(() => void vi.stubGlobal('localStorage', { getItem: () => null }));
afterAll(() => void vi.unstubAllGlobals());

it('what was chosen, held or judged in one session is nothing in the next', async () => {
  const app = { store: createWindowStore('ja'), user: 'tester', mac: false } as AppContext;
  const gate = rectangle(0.4);
  const empty = app.store.getState().view;
  setView(app.store, {
    ...{ selected: '/data/1.fcs 0' as typeof empty.selected, picked: ['/data/1.fcs 0', '/data/2.fcs 0'] as unknown as typeof empty.picked },
    ...{ group: 'group-1', editedGroup: 'group-1', population: 'Box', scope: { kind: 'protocol' } },
    ...{ held: { tile: 't', gate, dimensions: ['FSC'] }, draft: { tile: 't', gate, dimensions: ['FSC'] } },
  });
  setReview(app.store, { active: 'a', chosen: ['a', 'b'], shown: ['a', 'b'], draft: { id: 'a', gate }, isLarge: true, order: 'name' });
  await leaveNow(app, { to: 'new' });
  expect(app.store.getState().view).toEqual({ ...empty, review: { ...empty.review, order: 'name' } });

  // the archive is of no session
  setReview(app.store, { source: 'archive', chosen: ['run'] });
  await leaveNow(app, { to: 'new' });
  expect(app.store.getState().view.review).toMatchObject({ source: 'archive', chosen: ['run'] });
});
