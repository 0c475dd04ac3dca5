import { Problem } from '../../core/base/problem.ts';
import { JobCancelled } from '../../core/base/workers/cancelled.ts';
import type { Pool } from '../../core/base/workers/pool.ts';
import { isCurrent, makersOf } from '../store/document.ts';
import type { Makers } from '../store/makers.ts';
import type { SampleKey, SampleResult } from '../store/state.ts';
import { type Store, setSample } from '../store/store.ts';
import type { Columns } from './columns.ts';
import type { EngineJobs } from './jobs.ts';
import { onceMore } from './once-more.ts';

/** Keeps every loaded sample analysed as the session says; what is under way for an older document is given up. */
export interface Analyst {
  readonly sync: () => void;
  /** Gives up what runs; it is taken up again when what it follows from changes, or when the sample is chosen. */
  readonly cancel: () => void;
}

export function createAnalyst(
  { store, pool, columns, software }: { store: Store; pool: Pool<EngineJobs>; columns: Columns; software: string },
  onProblem: (problem: Problem, result: SampleResult) => void,
): Analyst {
  const underWay = new Map<SampleKey, Makers>();
  let controller = new AbortController();
  let chosen: SampleKey | undefined;

  function sync(): void {
    const state = store.getState();
    const { selected } = state.view;
    const isChosenNow = selected !== chosen;
    chosen = selected;
    for (const result of state.results.samples.values()) {
      const { key, phase, analysis, ended, problem } = result;
      const makers = makersOf(state, result);
      if (phase !== 'loaded' || makers === undefined || isCurrent(analysis, makers) || isCurrent(underWay.get(key), makers)) continue;
      const isAskedFor = isChosenNow && key === selected && problem === undefined;
      if (isAskedFor || !isCurrent(ended, makers)) void analyse(result, makers);
    }
  }

  async function analyse(result: SampleResult, makers: Makers): Promise<void> {
    const { key } = result;
    const held = columns.get(key);
    if (held === undefined || held.sample.identity === undefined) return;
    const args = { key: held.affinity, sample: held.sample, software, ...makers };
    const options = { signal: controller.signal, affinity: held.affinity, priority: store.getState().view.selected === key ? 10 : 0 };
    underWay.set(key, makers);
    if (result.ended !== undefined) setSample(store, key, { ended: undefined });
    const end = (): boolean => {
      const isNewest = underWay.get(key) === makers;
      if (isNewest) underWay.delete(key);
      return isNewest;
    };
    try {
      const { analysis: value, thumbnails } = await onceMore(() => pool.runLatest(`analyse ${key}`, 'analyse', args, options));
      end();
      const pictures = thumbnails && { thumbnails: { value: thumbnails, ...makers } };
      setSample(store, key, { analysis: { value, ...makers }, ...pictures });
    } catch (error) {
      const isNewest = end();
      if (error instanceof JobCancelled) {
        if (isNewest) setSample(store, key, { ended: makers });
        return;
      }
      if (!(error instanceof Problem)) throw error;
      setSample(store, key, { ended: makers, problem: error });
      onProblem(error, result);
    }
  }

  return {
    sync,
    cancel() {
      controller.abort(new JobCancelled());
      controller = new AbortController();
    },
  };
}
