import type { SampleMetadata } from '../../../core/data/metadata/sample-metadata.ts';
import { type AppContext, ask, attempt } from '../../context/app-context.ts';
import { changeList } from '../../context/change-list.ts';
import { edit } from '../../context/edit.ts';
import { sampleAt } from '../../store/document.ts';
import type { SampleKey } from '../../store/state.ts';
import { withSample } from '../../store/store.ts';

/** Takes samples out of the session (one undo brings them back), and refused files off the list. */
export function removeSamples(app: AppContext, keys: readonly SampleKey[]): void {
  const { store } = app;
  const { session } = store.getState();
  const chosen = keys.map((key) => ({ key, id: sampleAt(session.history.present, key)?.id }));
  const ids = chosen.flatMap(({ id }) => id ?? []);
  if (ids.length > 0 && !edit(app, { type: 'sample/remove', samples: ids })) return;
  for (const { key, id } of chosen)
    if (id === undefined) changeList(store, ({ results }) => ({ results: withSample(results, key, { pending: false }) }));
}

export async function revealSample(app: AppContext, key: SampleKey): Promise<void> {
  const { token } = app.store.getState().results.samples.get(key) ?? {};
  if (token !== undefined) await attempt(app, () => ask(app.bridge.revealFile(token)));
}

export function describeShown(app: AppContext, metadata: SampleMetadata): void {
  const { session, view } = app.store.getState();
  const sample = sampleAt(session.history.present, view.selected);
  if (sample !== undefined) edit(app, { type: 'sample/metadata', sample: sample.id, metadata });
}

/** Gives a sample the role of a same-day reference, or takes it back: the blast index of the others follows. */
export function toggleReference(app: AppContext, key: SampleKey): void {
  const sample = sampleAt(app.store.getState().session.history.present, key);
  if (sample === undefined) return;
  const role = sample.metadata.role === 'reference' ? 'sample' : 'reference';
  edit(app, { type: 'sample/metadata', sample: sample.id, metadata: { ...sample.metadata, role } });
}
