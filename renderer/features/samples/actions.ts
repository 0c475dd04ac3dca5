import type { SampleMetadata } from '../../../core/data/metadata/sample-metadata.ts';
import { ask, attempt, type Desk } from '../../context/app-context.ts';
import { changeList } from '../../context/change-list.ts';
import { edit } from '../../context/edit.ts';
import { sampleAt } from '../../store/document.ts';
import type { SampleKey } from '../../store/state.ts';
import { withSample } from '../../store/store.ts';

/** Takes a sample out of the session (undo brings it back), or a refused file off the list. */
export function removeSample(desk: Desk, key: SampleKey): void {
  const { store } = desk;
  const sample = sampleAt(store.getState().session.history.present, key);
  if (sample !== undefined) edit(desk, { type: 'sample/remove', samples: [sample.id] });
  else changeList(store, ({ results }) => ({ results: withSample(results, key, { pending: false }) }));
}

export async function revealSample(desk: Desk, key: SampleKey): Promise<void> {
  const { token } = desk.store.getState().results.samples.get(key) ?? {};
  if (token !== undefined) await attempt(desk, () => ask(desk.bridge.revealFile(token)));
}

export function describeShown(desk: Desk, metadata: SampleMetadata): void {
  const { session, view } = desk.store.getState();
  const sample = sampleAt(session.history.present, view.selected);
  if (sample !== undefined) edit(desk, { type: 'sample/metadata', sample: sample.id, metadata });
}

/** Gives a sample the role of a same-day reference, or takes it back: the blast index of the others follows. */
export function toggleReference(desk: Desk, key: SampleKey): void {
  const sample = sampleAt(desk.store.getState().session.history.present, key);
  if (sample === undefined) return;
  const role = sample.metadata.role === 'reference' ? 'sample' : 'reference';
  edit(desk, { type: 'sample/metadata', sample: sample.id, metadata: { ...sample.metadata, role } });
}
