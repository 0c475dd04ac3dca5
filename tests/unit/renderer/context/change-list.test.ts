import { describe, expect, it } from 'vitest';
import type { FileToken } from '../../../../core/contract/bridge.ts';
import type { Sample } from '../../../../core/study/session/document/session-document.ts';
import type { Desk } from '../../../../renderer/context/app-context.ts';
import { edit, redoEdit, undoEdit } from '../../../../renderer/context/edit.ts';
import { removeSample } from '../../../../renderer/features/samples/actions.ts';
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

function deskWithAll(): Desk & { readonly store: Store } {
  const store = createWindowStore('en');
  const known = samples.map((sample) => {
    const { name, path, size, dataset } = sample.file;
    const result = { key: keyOfSample(sample), token: path as FileToken, name, size, dataset };
    return [result.key, { ...result, mode: 'default', pending: false, phase: 'loaded', fraction: 1 }] as const;
  });
  store.setState(({ results }) => ({ results: { ...results, samples: new Map(known) } }));
  const desk = { store, user: 'tester', mac: false } as Desk;
  edit(desk, { type: 'sample/add', samples });
  setView(store, { selected: b });
  return desk;
}

const selectedOf = ({ store }: Desk) => store.getState().view.selected;

describe('the selected sample when the list changes', () => {
  it('is the next one after a removal, at the end the one before', () => {
    const desk = deskWithAll();
    removeSample(desk, b);
    expect(selectedOf(desk)).toBe(c);
    removeSample(desk, c);
    expect(selectedOf(desk)).toBe(a);
  });

  it('stays where another one is removed or comes back', () => {
    const desk = deskWithAll();
    removeSample(desk, a);
    undoEdit(desk);
    expect(selectedOf(desk)).toBe(b);
  });

  it('is none in an empty list, and the first one once there is one again', () => {
    const desk = deskWithAll();
    for (const key of [b, a, c]) removeSample(desk, key);
    expect(selectedOf(desk)).toBeUndefined();
    undoEdit(desk);
    expect(selectedOf(desk)).toBe(c);
    for (let i = 0; i < 3; i++) undoEdit(desk);
    expect(selectedOf(desk)).toBeUndefined();
    redoEdit(desk);
    expect(selectedOf(desk)).toBe(a);
  });
});
