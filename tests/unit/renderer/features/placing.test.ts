import { expect, it } from 'vitest';
import type { AppContext } from '../../../../renderer/context/app-context.ts';
import { edit } from '../../../../renderer/context/edit.ts';
import { placing, scopeOf } from '../../../../renderer/features/populations/actions.ts';
import { keyOfSample } from '../../../../renderer/store/document.ts';
import { createWindowStore, setView } from '../../../../renderer/store/store.ts';
import { node, rectangle, sampleNumber } from '../../core/study/session/session-support.ts';

const placed = [1, 2].map((n) => ({ ...sampleNumber(n), file: { ...sampleNumber(n).file, path: `/data/${n}.fcs` } }));
const [first = '', second = ''] = placed.map(keyOfSample);

function appWith() {
  const app = { store: createWindowStore('en'), user: 'tester', mac: false } as AppContext;
  edit(app, { type: 'sample/add', samples: placed });
  edit(app, { type: 'gate/add', parent: '', node: node('Box', 'FSC') });
  setView(app.store, { selected: first, population: 'Box' });
  const present = () => app.store.getState().session.history.present;
  return { app, present, id: present().protocol.strategy.find(({ populations }) => populations[0]?.name === 'Box')?.id ?? '' };
}

it('a gate that is placed a moment later is placed for whom and where it was moved', () => {
  const { app, present, id } = appWith();
  setView(app.store, { scope: { kind: 'sample', reason: 'debris' } });
  const before = present().protocol;
  const place = placing(app, { id, gate: rectangle(0.7), dimensions: ['FSC'] }, 'Box');
  setView(app.store, { selected: second });
  expect(place()).toBe(true);
  expect(present().protocol).toBe(before);
  expect(present().overrides.map(({ sha256, reason }) => [sha256, reason])).toEqual([[placed[0]?.file.sha256, 'debris']]);
});

it('what was chosen for a group holds no longer than the sample lies in one: never for all in its place', () => {
  const { app, present } = appWith();
  const group = { id: 'g', name: 'Days', kind: 'gating' as const, criteria: [], samples: [placed[0]?.id ?? ''] };
  edit(app, { type: 'group/add', group });
  setView(app.store, { selected: first });
  setView(app.store, { scope: { kind: 'group', reason: 'for them' } });
  expect(scopeOf(app.store.getState(), 'Box', undefined)).toEqual({ kind: 'group', reason: 'for them' });
  edit(app, { type: 'group/remove', group: 'g' });
  app.store.setState(({ view }) => ({ view: { ...view, selected: first } }));
  expect(present().groups).toEqual([]);
  expect(scopeOf(app.store.getState(), 'Box', undefined)).toEqual({ kind: 'protocol' });
});
