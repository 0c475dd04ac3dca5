import { describe, expect, it } from 'vitest';
import type { FileToken } from '../../../../core/contract/bridge.ts';
import type { Sample } from '../../../../core/study/session/document/session-document.ts';
import type { AppContext } from '../../../../renderer/context/app-context.ts';
import { edit, redoEdit, undoEdit } from '../../../../renderer/context/edit.ts';
import { removeSamples } from '../../../../renderer/features/samples/actions.ts';
import { keyOfSample } from '../../../../renderer/store/document.ts';
import { createWindowStore, type Store, setView } from '../../../../renderer/store/store.ts';

const samples = ['a', 'b', 'c'].map(
  (name): Sample => ({
    id: name,
    file: { name, path: name, sha256: name.repeat(64), size: 1, dataset: 0 },
    metadata: { role: 'sample' },
  }),
);
const [a = '', b = '', c = ''] = samples.map(keyOfSample);

function appWithAll(): AppContext & { readonly store: Store } {
  const store = createWindowStore('en');
  const known = samples.map((sample) => {
    const { name, path, size, dataset } = sample.file;
    const result = { key: keyOfSample(sample), token: path as FileToken, name, size, dataset };
    return [result.key, { ...result, mode: 'default', pending: false, phase: 'loaded', fraction: 1 }] as const;
  });
  store.setState(({ results }) => ({ results: { ...results, samples: new Map(known) } }));
  const app = { store, user: 'tester', mac: false } as AppContext;
  edit(app, { type: 'sample/add', samples });
  setView(store, { selected: b });
  return app;
}

const selectedOf = ({ store }: AppContext) => store.getState().view.selected;

describe('the selected sample when the list changes', () => {
  it('is the next one after a removal, at the end the one before', () => {
    const app = appWithAll();
    removeSamples(app, [b]);
    expect(selectedOf(app)).toBe(c);
    removeSamples(app, [c]);
    expect(selectedOf(app)).toBe(a);
  });

  it('stays where another one is removed or comes back', () => {
    const app = appWithAll();
    removeSamples(app, [a]);
    undoEdit(app);
    expect(selectedOf(app)).toBe(b);
  });

  it('is none in an empty list, and the first one once there is one again', () => {
    const app = appWithAll();
    for (const key of [b, a, c]) removeSamples(app, [key]);
    expect(selectedOf(app)).toBeUndefined();
    undoEdit(app);
    expect(selectedOf(app)).toBe(c);
    for (let i = 0; i < 3; i++) undoEdit(app);
    expect(selectedOf(app)).toBeUndefined();
    redoEdit(app);
    expect(selectedOf(app)).toBe(a);
  });
});
