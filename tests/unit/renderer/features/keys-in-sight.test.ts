import { expect, it } from 'vitest';
import type { FileToken } from '../../../../core/contract/bridge.ts';
import type { AppContext } from '../../../../renderer/context/app-context.ts';
import { edit } from '../../../../renderer/context/edit.ts';
import { sampleCommands } from '../../../../renderer/features/samples/commands.ts';
import { keysInSight, stepSample } from '../../../../renderer/features/samples/step-sample.ts';
import { keyOfSample } from '../../../../renderer/store/document.ts';
import { createWindowStore, setView } from '../../../../renderer/store/store.ts';
import { sampleNumber } from '../../core/study/session/session-support.ts';

const samples = [1, 2, 3, 4].map((n) => ({ ...sampleNumber(n), metadata: { role: 'sample' as const, lot: n % 2 === 0 ? 'EVEN' : 'ODD' } }));
const [k1, k2, k3, k4] = samples.map(keyOfSample);

function appWithAll(): AppContext {
  const store = createWindowStore('en');
  const known = samples.map((sample) => {
    const { name, path = '', size, dataset } = sample.file;
    const result = { key: keyOfSample(sample), token: path as FileToken, name, size, dataset };
    return [result.key, { ...result, mode: 'default', pending: false, phase: 'loaded', fraction: 1 }] as const;
  });
  store.setState(({ results }) => ({ results: { ...results, samples: new Map(known) } }));
  const app = { store, user: 'tester', mac: false } as AppContext;
  edit(app, { type: 'sample/add', samples });
  return app;
}

it('all samples that are chosen, and those that are stepped to, are those that the list shows', () => {
  const app = appWithAll();
  const state = () => app.store.getState();
  const pickAll = () => sampleCommands['sample.select-all'].perform(app);
  setView(app.store, { selected: k2, search: 'even' });
  expect(keysInSight(state())).toEqual([k2, k4]);
  pickAll();
  expect(state().view.picked).toEqual([k2, k4]);
  stepSample(app, 1);
  expect(state().view.selected).toBe(k4);

  const group = { id: 'g', name: 'First three', kind: 'viewing' as const, criteria: [], samples: samples.slice(0, 3).map(({ id }) => id) };
  edit(app, { type: 'group/add', group });
  setView(app.store, { search: '', group: 'g', selected: k4 });
  expect(keysInSight(state())).toEqual([k1, k2, k3]);
  stepSample(app, 1);
  expect(state().view.selected).toBe(k1);
  setView(app.store, { search: 'even' });
  expect(keysInSight(state())).toEqual([k2]);
  setView(app.store, { search: '', group: undefined });
  expect(keysInSight(state())).toEqual([k1, k2, k3, k4]);
});
