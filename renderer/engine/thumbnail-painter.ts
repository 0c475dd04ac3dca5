import { Problem } from '../../core/base/problem.ts';
import { JobCancelled } from '../../core/base/workers/cancelled.ts';
import type { Pool } from '../../core/base/workers/pool.ts';
import { isCurrent, makersOf } from '../store/document.ts';
import type { Makers } from '../store/makers.ts';
import { sessionResults } from '../store/selectors.ts';
import type { SampleKey } from '../store/state.ts';
import { type Store, setSample } from '../store/store.ts';
import type { Columns } from './columns.ts';
import type { EngineJobs } from './jobs.ts';
import { onceMore } from './once-more.ts';

/** Samples that are being drawn at once: each may have to be read again, and columns of hundreds are not held for it. */
const AT_ONCE = 8;

/**
 * Keeps small pictures of all gates of all samples once the page of review was in sight: of a sample that was just gated from what its worker still
 * holds; one whose columns were let go of is read again.
 */
export function createThumbnailPainter(
  { store, pool, columns }: { readonly store: Store; readonly pool: Pool<EngineJobs>; readonly columns: Columns },
  load: (key: SampleKey, signal: AbortSignal) => Promise<unknown>,
): { readonly sync: () => void } {
  const asked = new Map<SampleKey, Makers>();

  function sync(): void {
    const state = store.getState();
    if (!state.view.reviewed) return;
    for (const result of sessionResults(state)) {
      if (asked.size >= AT_ONCE) return;
      const { key, analysis, thumbnails } = result;
      const makers = makersOf(state, result);
      if (makers === undefined || !isCurrent(analysis, makers)) continue;
      if (isCurrent(thumbnails, makers) || isCurrent(asked.get(key), makers)) continue;
      asked.set(key, makers);
      void paint(key, makers);
    }
  }

  async function paint(key: SampleKey, makers: Makers): Promise<void> {
    try {
      if (columns.get(key) === undefined) await load(key, new AbortController().signal);
      const held = columns.get(key);
      if (held === undefined) return;
      const args = { key: held.affinity, sample: held.sample, protocol: makers.protocol };
      // at once after its analysis: the worker still holds what that gated
      const options = { affinity: held.affinity, priority: 1 };
      const value = await onceMore(() => pool.runLatest(`thumbnails ${key}`, 'thumbnails', args, options));
      setSample(store, key, { thumbnails: { ...makers, value } });
    } catch (error) {
      // what is wrong with the sample is said once, by its analysis
      if (!(error instanceof JobCancelled) && !(error instanceof Problem)) throw error;
      setSample(store, key, { thumbnails: { ...makers, value: [] } });
    } finally {
      if (asked.get(key) === makers) asked.delete(key);
      sync();
    }
  }

  return { sync };
}
