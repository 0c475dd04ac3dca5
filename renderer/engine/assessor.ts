import { Problem } from '../../core/base/problem.ts';
import { JobCancelled } from '../../core/base/workers/cancelled.ts';
import type { Pool } from '../../core/base/workers/pool.ts';
import { makersOf } from '../store/document.ts';
import type { QualityResult, SampleKey } from '../store/state.ts';
import { type Store, setSample } from '../store/store.ts';
import type { Columns, HeldSample } from './columns.ts';
import type { EngineJobs } from './jobs.ts';
import { onceMore } from './once-more.ts';

interface Wanted extends Pick<QualityResult, 'affinity' | 'protocol'> {
  readonly key: SampleKey;
}

/** Assesses the acquisition of the selected sample while its quality page is in sight; looking elsewhere gives it up. */
export function createAssessor({ store, pool, columns }: { store: Store; pool: Pool<EngineJobs>; columns: Columns }): {
  readonly sync: () => void;
  readonly cancel: () => void;
} {
  let asked: Wanted | undefined;
  let controller = new AbortController();

  function cancel(): void {
    controller.abort(new JobCancelled());
    controller = new AbortController();
  }

  function sync(): void {
    const state = store.getState();
    if (state.view.centre !== 'quality') {
      if (asked !== undefined) cancel();
      asked = undefined;
      return;
    }
    const result = state.results.samples.get(state.view.selected ?? '');
    const makers = result && makersOf(state, result);
    if (result?.phase !== 'loaded' || makers === undefined) return;
    const held = columns.get(result.key);
    if (held === undefined) return;
    const wanted = { key: result.key, affinity: held.affinity, protocol: makers.protocol };
    if (isSame(result.quality, wanted) || (asked?.key === wanted.key && isSame(asked, wanted))) return;
    asked = wanted;
    void assess(held, wanted);
  }

  async function assess(held: HeldSample, wanted: Wanted): Promise<void> {
    const { key, affinity, protocol } = wanted;
    const options = { signal: controller.signal, affinity, priority: 9 };
    try {
      const report = await onceMore(() => pool.runLatest('quality', 'quality', { key: affinity, sample: held.sample, protocol }, options));
      setSample(store, key, { quality: { affinity, protocol, report } });
    } catch (error) {
      if (error instanceof JobCancelled) return;
      if (!(error instanceof Problem)) throw error;
      setSample(store, key, { quality: { affinity, protocol, problem: error } });
    }
  }

  return { sync, cancel };
}

const isSame = (a: Pick<QualityResult, 'affinity' | 'protocol'> | undefined, b: Wanted): boolean =>
  a?.affinity === b.affinity && a.protocol === b.protocol;
